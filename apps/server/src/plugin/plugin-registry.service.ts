import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Issue, LocalizedText } from '@terrace/model';
import { readPlugin, type LoadedPlugin, type Manifest, type Sample } from '@terrace/plugin-sdk';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import semver from 'semver';
import { CatalogService } from '../catalog/catalog.service.js';
import { Fault } from '../common/fault.js';
import { CONFIG, type Config } from '../config/config.js';
import { version as hostVersion } from '../system/version.js';

/** A folder of the plugin folder: the plugin in it, or why it cannot be used. */
export type PluginState =
  | { readonly isEnabled: true; readonly plugin: LoadedPlugin }
  | {
      readonly isEnabled: false;
      readonly id: string;
      readonly manifest: Manifest | undefined;
      readonly problem: Required<LocalizedText>;
    };

/** Reads the plugins when the server starts; one that cannot be used is listed with its reason and hinders nothing. */
@Injectable()
export class PluginRegistry implements OnModuleInit {
  readonly #logger = new Logger(PluginRegistry.name);
  #states: readonly PluginState[] = [];

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly catalog: CatalogService,
  ) {}

  async onModuleInit(): Promise<void> {
    const states: PluginState[] = [];
    for (const folder of await pluginFolders(this.config.pluginFolder)) {
      const enabled = states.flatMap((state) => (state.isEnabled ? [state.plugin] : []));
      const state = await this.#enable(folder, enabled).catch((error: unknown) => {
        this.#logger.error(error);
        return disabled(basename(folder), undefined, [unexpected]);
      });
      if (!state.isEnabled) this.#logger.warn(`Plugin "${state.id}" is not enabled: ${state.problem.en}`);
      states.push(state);
    }
    this.#states = states;
  }

  /** Every plugin that was found. */
  get states(): readonly PluginState[] {
    return this.#states;
  }

  /** The plugins in use. */
  get enabled(): readonly LoadedPlugin[] {
    return this.#states.flatMap((state) => (state.isEnabled ? [state.plugin] : []));
  }

  /** The sample `plugin.sample`, if an enabled plugin brings it. */
  sample(id: string): { readonly plugin: LoadedPlugin; readonly sample: Sample } | undefined {
    for (const plugin of this.enabled) {
      const sample = plugin.manifest.contributes.samples.find(
        (candidate) => `${plugin.manifest.id}.${candidate.id}` === id,
      );
      if (sample !== undefined) return { plugin, sample };
    }
    return undefined;
  }

  async #enable(folder: string, others: readonly LoadedPlugin[]): Promise<PluginState> {
    const result = await readPlugin(folder);
    if (!result.ok) return disabled(basename(folder), undefined, result.issues);
    const { manifest } = result.plugin;
    if (!semver.satisfies(hostVersion, manifest.host, { includePrerelease: true })) {
      return disabled(manifest.id, manifest, [wrongHost(manifest.host)]);
    }
    const twin = others.find((other) => other.manifest.id === manifest.id);
    if (twin !== undefined)
      return disabled(manifest.id, manifest, [sameId(manifest.id, twin.folder, folder)]);
    try {
      const { subjectTypes, eventTypes } = manifest.contributes;
      await this.catalog.ensure(manifest.id, { subjectTypes, eventTypes });
    } catch (error) {
      if (error instanceof Fault) return disabled(manifest.id, manifest, error.issues);
      throw error;
    }
    return { isEnabled: true, plugin: result.plugin };
  }
}

async function pluginFolders(root: string): Promise<string[]> {
  const names = await readdir(root).catch(() => []);
  const folders: string[] = [];
  for (const name of names.sort()) {
    const folder = join(root, name);
    const isFolder = await stat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (isFolder && !name.startsWith('.') && name !== 'node_modules') folders.push(folder);
  }
  return folders;
}

function disabled(id: string, manifest: Manifest | undefined, issues: readonly Issue[]): PluginState {
  const text = (language: 'en' | 'zh-CN', separator: string): string =>
    issues.map(({ message }) => message[language] ?? message.en ?? '').join(separator);
  return { isEnabled: false, id, manifest, problem: { en: text('en', ' '), 'zh-CN': text('zh-CN', '') } };
}

function pluginIssue(code: string, en: string, zh: string): Issue {
  return { code, severity: 'error', path: [], message: { en, 'zh-CN': zh } };
}

const unexpected = pluginIssue(
  'PLUGIN_FAILED',
  'It could not be enabled; the server log has the details.',
  '启用失败，详情见服务器日志。',
);

function wrongHost(range: string): Issue {
  return pluginIssue(
    'HOST_VERSION',
    `It works with Terrace ${range}; this is ${hostVersion}.`,
    `该插件适用于 Terrace ${range}，当前版本为 ${hostVersion}。`,
  );
}

function sameId(id: string, first: string, second: string): Issue {
  const [a, b] = [basename(first), basename(second)];
  return pluginIssue(
    'PLUGIN_ID_TAKEN',
    `The plugins in the folders "${a}" and "${b}" both have the id "${id}"; the first one is used.`,
    `文件夹“${a}”和“${b}”中的插件标识都是“${id}”，仅启用前者。`,
  );
}
