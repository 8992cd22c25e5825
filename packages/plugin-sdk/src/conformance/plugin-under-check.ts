import type { RecordTypes } from '@terrace/model';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Words } from './check.js';
import { declarationsFile, isSourceFile } from '../code-files.js';
import type { Manifest } from '../manifest.js';
import { packedFiles } from '../package/package-files.js';
import { readParts, type PluginParts } from '../reader/read-parts.js';
import { entriesOf, type PluginEntry } from './plugin-entry.js';
import { SampleUnderCheck } from './sample-under-check.js';
import { TemplateUnderCheck } from './template-under-check.js';

/** What building the source of a plugin gives: the texts of its files, or what is wrong with it. @since 0.1.0 */
export type Rebuilt =
  | { readonly ok: true; readonly module: string; readonly declarations: string }
  | { readonly ok: false; readonly issues: readonly Words[] };

/** What a plugin is checked beside. @since 0.1.0 */
export interface CheckOptions {
  /** Ids of the checks to make; all unless given. */
  readonly only?: readonly string[];
  /** Builds the source of the plugin in a folder without writing anything; without it files are compared by their times. */
  readonly rebuild?: (folder: string) => Promise<Rebuilt>;
  /** The version of Terrace it is to work with; this one's unless given. */
  readonly hostVersion?: string;
  /** Record types of other plugins, which this one may build on. */
  readonly others?: RecordTypes;
}

/** Larger files are read by no check. */
const maxTextBytes = 4 * 1024 * 1024;

/** A plugin's folder as checks look at it. What can be read is there, whatever is wrong with the rest. */
export class PluginUnderCheck {
  readonly folder: string;
  readonly hostVersion: string;
  readonly entries: readonly PluginEntry[];
  /** Those of the entries that become part of the package. */
  readonly packed: readonly PluginEntry[];
  readonly parts: PluginParts;
  readonly rebuild: CheckOptions['rebuild'];
  /** The record types of other plugins, where they are known. */
  readonly others: RecordTypes | undefined;
  /** The templates whose files are JSON. */
  readonly templates: readonly TemplateUnderCheck[];
  /** The samples; null for one whose references lead nowhere, so that nothing can be generated. */
  readonly samples: readonly (SampleUnderCheck | null)[];
  readonly #texts = new Map<string, string | null>();
  readonly #jsons = new Map<string, unknown>();

  private constructor(
    folder: string,
    hostVersion: string,
    entries: readonly PluginEntry[],
    packed: ReadonlySet<string>,
    parts: PluginParts,
    { rebuild, others }: CheckOptions,
  ) {
    this.folder = folder;
    this.hostVersion = hostVersion;
    this.rebuild = rebuild;
    this.others = others;
    this.entries = entries;
    this.packed = entries.filter(({ name }) => packed.has(name));
    this.parts = parts;
    this.templates = (parts.manifest?.contributes.templates ?? []).flatMap((template) => {
      const json = parts.templates[template.id];
      const tests = parts.testCases.filter(({ file }) => file.template === template.id);
      return json === undefined ? [] : [new TemplateUnderCheck(template, json, tests, parts.types)];
    });
    const isBroken = (index: number): boolean =>
      parts.issues.some(({ path }) => path[1] === 'samples' && path[2] === index);
    this.samples = (parts.manifest?.contributes.samples ?? []).map((sample, index) =>
      isBroken(index) ? null : new SampleUnderCheck(sample),
    );
  }

  /** Reads the plugin in `folder`. */
  static async read(folder: string, hostVersion: string, options: CheckOptions): Promise<PluginUnderCheck> {
    const [entries, parts] = await Promise.all([entriesOf(folder), readParts(folder, options.others)]);
    const { files } = parts.manifest === null ? { files: [] } : await packedFiles(folder, parts.manifest);
    const version = options.hostVersion ?? hostVersion;
    return new PluginUnderCheck(folder, version, entries, new Set(files), parts, options);
  }

  /** Null where `plugin.json` is none. */
  get manifest(): Manifest | null {
    return this.parts.manifest;
  }

  /** The text of a file; null where there is none that can be read. */
  text(name: string): string | null {
    const known = this.#texts.get(name);
    if (known !== undefined) return known;
    const entry = this.entries.find((each) => each.name === name);
    const text = entry?.kind === 'file' && entry.size <= maxTextBytes ? this.#read(name) : null;
    this.#texts.set(name, text);
    return text;
  }

  #read(name: string): string | null {
    try {
      return readFileSync(join(this.folder, name), 'utf8').replace(/^\uFEFF/, '');
    } catch {
      // Deleted since the folder was listed, as editors do while they save, or not for us to read.
      return null;
    }
  }

  /** The JSON in a file; undefined where there is none. Nobody changes it. */
  json(name: string): unknown {
    if (!this.#jsons.has(name)) this.#jsons.set(name, this.#parsed(name));
    return this.#jsons.get(name);
  }

  #parsed(name: string): unknown {
    const text = this.text(name);
    if (text === null) return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      // What is wrong with it is a matter of the check of JSON files.
      return undefined;
    }
  }

  /** The files that the code is built from, without tests; none without code. */
  get sourceFiles(): readonly string[] {
    const code = this.manifest?.code;
    if (code === undefined) return [];
    return this.entries.flatMap(({ name }) => (isSourceFile(name, code) ? [name] : []));
  }

  /** Where the texts of the code may stand: its declarations, and its source. */
  get declarationFiles(): readonly string[] {
    const code = this.manifest?.code;
    return code === undefined ? [] : [declarationsFile(code.entry), ...this.sourceFiles];
  }

  /** The JSON files that the manifest names, itself first: `plugin.json`, locales, templates, test cases, declarations of the code. */
  get jsonFiles(): readonly string[] {
    const { manifest } = this;
    if (manifest === null) return ['plugin.json'];
    const { locales, contributes, code } = manifest;
    const files = [
      'plugin.json',
      ...(locales === undefined ? [] : [locales.en, locales['zh-CN']]),
      ...contributes.templates.map(({ file }) => file),
      ...contributes.testCases,
      ...(code === undefined ? [] : [declarationsFile(code.entry)]),
    ];
    return [...new Set(files)];
  }
}
