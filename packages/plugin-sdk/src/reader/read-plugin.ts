import type { Issue, RecordTypes } from '@terrace/model';
import type { CodeDeclarations } from '../code-declarations.js';
import type { Manifest } from '../manifest.js';
import type { TestCaseFile } from '../test-case/test-case-schema.js';
import { readParts } from './read-parts.js';

/** A plugin as read from its folder. @since 0.1.0 */
export interface LoadedPlugin {
  readonly manifest: Manifest;
  readonly folder: string;
  /** The template documents by template id, with their parameters still open. */
  readonly templates: Readonly<Record<string, unknown>>;
  /** The test cases of the templates, a file each. */
  readonly testCases: readonly TestCaseFile[];
  /** What its code declares; null without code. */
  readonly code: CodeDeclarations | null;
}

/** What reading a plugin gives: the plugin, or every fault found in it. @since 0.1.0 */
export type PluginResult = { ok: true; plugin: LoadedPlugin } | { ok: false; issues: Issue[] };

/** What a plugin is read beside. @since 0.1.0 */
export interface ReadPluginOptions {
  /** Record types of other plugins, which this one may build on; where that depends on which plugin it is, as a function of its id. */
  readonly others?: RecordTypes | ((pluginId: string) => RecordTypes);
}

/**
 * Reads `plugin.json` and the files it names in `folder`, and checks that they fit together: ids are unique, references
 * lead somewhere, every template is a sound model with its parameters' defaults. Keys of texts are replaced by the texts of the
 * locale files. No code of the plugin is run, and whether test cases pass is not looked at (`runTestCases`).
 * @returns the plugin, or its faults; a path leads into the manifest
 * @since 0.1.0
 */
export async function readPlugin(folder: string, options: ReadPluginOptions = {}): Promise<PluginResult> {
  const { manifest, templates, testCases, code, issues } = await readParts(folder, options.others);
  return manifest === null || issues.length > 0
    ? { ok: false, issues: [...issues] }
    : {
        ok: true,
        plugin: { manifest, folder, templates, testCases: testCases.map(({ file }) => file), code },
      };
}
