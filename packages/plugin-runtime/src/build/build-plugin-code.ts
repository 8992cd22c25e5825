import {
  codeSettingsSchema,
  declarationsFile,
  permissionsSchema,
  type CodeDeclarations,
  type CodeSettings,
  type Permissions,
} from '@terrace/plugin-sdk';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PluginCodeFault, type Sentence } from '../fault/plugin-code-fault.js';
import { startPluginProcess } from '../plugin-process.js';
import { bundle } from './bundle.js';

/** Why code could not be built. @since 0.1.0 */
export interface BuildFault {
  /** `NO_CODE`, `CODE_SOURCE`, or a code of {@link pluginFaultCodes} where the built code cannot be loaded. */
  readonly code: string;
  readonly message: Sentence;
}

/** What a build gives. @since 0.1.0 */
export type BuildResult =
  | { readonly ok: true; readonly declarations: CodeDeclarations; readonly bytes: number }
  | { readonly ok: false; readonly faults: readonly BuildFault[] };

interface Settings {
  readonly id: string;
  readonly code: CodeSettings;
  readonly permissions: Permissions;
}

async function readSettings(folder: string): Promise<Settings | Sentence> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(join(folder, 'plugin.json'), 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { en: `plugin.json cannot be read: ${reason}`, 'zh-CN': `无法读取 plugin.json：${reason}` };
  }
  const { id, code, permissions } = (json ?? {}) as Record<string, unknown>;
  if (code === undefined)
    return {
      en: 'plugin.json has no "code", so there is nothing to build. Write "code": {}.',
      'zh-CN': 'plugin.json 中没有“code”，无需构建。请添加 "code": {}。',
    };
  const settings = codeSettingsSchema.safeParse(code);
  const permitted = permissionsSchema.safeParse(permissions ?? {});
  if (settings.success && permitted.success)
    return { id: String(id), code: settings.data, permissions: permitted.data };
  const places = [
    ...(settings.error?.issues ?? []).map(
      ({ path, message }) => `${['code', ...path].join('.')}: ${message}`,
    ),
    ...(permitted.error?.issues ?? []).map(
      ({ path, message }) => `${['permissions', ...path].join('.')}: ${message}`,
    ),
  ];
  return { en: `plugin.json: ${places.join('; ')}`, 'zh-CN': `plugin.json：${places.join('；')}` };
}

/**
 * Builds the code of the plugin in `folder`: one module of its source and all it imports, and beside it `code.json` with what it declares.
 * The built module is loaded behind the walls it will run behind, so code that cannot be loaded is found now.
 * @returns the declarations and the size of the module; or every fault
 * @since 0.1.0
 */
export async function buildPluginCode(folder: string): Promise<BuildResult> {
  const settings = await readSettings(folder);
  if ('en' in settings) return { ok: false, faults: [{ code: 'NO_CODE', message: settings }] };
  const { id, code, permissions } = settings;
  const file = join(folder, code.entry);
  const declarations = join(folder, declarationsFile(code.entry));
  // What is there describes the code of another build.
  await rm(declarations, { force: true });
  const faults = await bundle(folder, code.source, file);
  if (faults.length > 0) return { ok: false, faults: faults.map(sourceFault) };
  const process = startPluginProcess({
    pluginId: id,
    folder,
    entry: code.entry,
    permissions: { ...permissions, storage: false },
    memoryMb: code.memoryMb,
    timeoutMs: code.timeoutMs,
  });
  try {
    const described = await process.describe();
    await writeFile(declarations, `${JSON.stringify(keysAgain(described), null, 2)}\n`);
    return { ok: true, declarations: described, bytes: (await stat(file)).size };
  } catch (error) {
    if (!(error instanceof PluginCodeFault)) throw error;
    return { ok: false, faults: [{ code: error.code, message: error.sentence }] };
  } finally {
    await process.stop();
  }
}

function sourceFault({ text, place }: { readonly text: string; readonly place: string }): BuildFault {
  const [en, zh] = place === '' ? ['', ''] : [`${place}: `, `${place}：`];
  return { code: 'CODE_SOURCE', message: { en: `${en}${text}`, 'zh-CN': `${zh}${text}` } };
}

/** Texts by key stand as keys in the file: whoever reads the plugin puts the texts in. */
function keysAgain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysAgain);
  if (typeof value !== 'object' || value === null) return value;
  const { en, 'zh-CN': zh } = value as Partial<Record<'en' | 'zh-CN', unknown>>;
  if (typeof en === 'string' && en === zh && /^%.+%$/.test(en)) return en;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, keysAgain(each)]));
}
