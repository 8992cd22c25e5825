import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PluginProcess, type ComputedBatch, type PluginProcessOptions } from '../plugin-process.js';

/** Folders and processes of plugins, for as long as a test takes. */
export class TestPlugins {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'terrace-plugin-')));
  readonly #processes: PluginProcess[] = [];

  /** A folder with the module `code` in it. */
  folder(id: string, code: string): string {
    const folder = join(this.root, id);
    this.write(join(id, 'dist/index.js'), code);
    return folder;
  }

  /** Writes a file below {@link root}. */
  write(path: string, text: string): string {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  /** The process of a plugin that consists of `code`. */
  process(code: string, options: Partial<PluginProcessOptions> = {}): PluginProcess {
    const pluginId = options.pluginId ?? `p${this.#processes.length}`;
    const folder = options.folder ?? this.folder(pluginId, code);
    const made = new PluginProcess({ pluginId, entry: 'dist/index.js', ...options, folder });
    this.#processes.push(made);
    return made;
  }

  async end(): Promise<void> {
    await Promise.all(this.#processes.map((process) => process.stop()));
    rmSync(this.root, { recursive: true });
  }
}

/** A module with the dimension `size`, whose function has `body`; `before` stands above it. */
export function sizeCode(body: string, before = '', valueType = 'number'): string {
  return `${before}
export default { dimensions: [{
  id: 'size', name: { en: 'Size', 'zh-CN': '大小' }, subjectType: 'customer',
  inputs: { fields: { amount: 'number' } }, valueType: '${valueType}',
  compute(subjects, context) { ${body} },
}] };`;
}

/** Day and time zone of the calls of a test. */
export const asOf = { asOf: '2025-12-31', timeZone: 'Asia/Shanghai' } as const;

/** The value of a subject as `computeBatch` takes it. */
export const subjectOf = (amount: number | null): string => JSON.stringify([[amount], []]);

/** The values of a batch alone. */
export const valuesOf = ({ values }: ComputedBatch): ComputedBatch['values'] => values;
