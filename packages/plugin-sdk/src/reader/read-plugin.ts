import type { Issue, RecordTypes } from '@terrace/model';
import { join } from 'node:path';
import { manifestSchema, type Manifest } from '../manifest.js';
import type { TestCaseFile } from '../test-case/test-case-schema.js';
import { checkManifest } from './check-manifest.js';
import { checkDimensions, checkTemplate } from './check-models.js';
import { knownTypes } from './known-types.js';
import { manifestIssues } from './plugin-issue.js';
import { readJson } from './read-json.js';
import { readLocales } from './read-locales.js';
import { readTestCases } from './read-test-cases.js';
import { resolveTexts } from './resolve-texts.js';

/** A plugin as read from its folder. @since 0.1.0 */
export interface LoadedPlugin {
  readonly manifest: Manifest;
  readonly folder: string;
  /** The template documents by template id, with their parameters still open. */
  readonly templates: Readonly<Record<string, unknown>>;
  /** The test cases of the templates, a file each. */
  readonly testCases: readonly TestCaseFile[];
}

/** What reading a plugin gives: the plugin, or every fault found in it. @since 0.1.0 */
export type PluginResult = { ok: true; plugin: LoadedPlugin } | { ok: false; issues: Issue[] };

/** What a plugin is read beside. @since 0.1.0 */
export interface ReadPluginOptions {
  /** Record types of other plugins, which this one may build on. */
  readonly others?: RecordTypes;
}

const noTypes: RecordTypes = { subjectTypes: [], eventTypes: [] };

/**
 * Reads `plugin.json` and the files it names in `folder`, and checks that they fit together: ids are unique, references
 * lead somewhere, every template is a sound model with its parameters' defaults. Keys of texts are replaced by the texts of the
 * locale files. No code of the plugin is run, and whether test cases pass is not looked at (`runTestCases`).
 * @returns the plugin, or its faults; a path leads into the manifest
 * @since 0.1.0
 */
export async function readPlugin(folder: string, options: ReadPluginOptions = {}): Promise<PluginResult> {
  const file = await readJson(join(folder, 'plugin.json'), 'plugin.json', []);
  if (!file.ok) return { ok: false, issues: [file.issue] };
  const issues: Issue[] = [];
  const locales = await readLocales(folder, file.json, issues);
  const resolved = (json: unknown, path: Issue['path']): unknown =>
    locales === null ? json : resolveTexts(json, locales, path, issues);
  const parsed = manifestSchema.safeParse(resolved(file.json, []));
  if (!parsed.success) return { ok: false, issues: [...issues, ...manifestIssues(parsed.error)] };
  const manifest = parsed.data;
  const types = knownTypes(manifest.contributes, options.others ?? noTypes);
  issues.push(...checkManifest(manifest, types));
  if (issues.length === 0) issues.push(...checkDimensions(manifest, types));
  const templates: Record<string, unknown> = {};
  for (const [index, template] of manifest.contributes.templates.entries()) {
    const path = ['contributes', 'templates', index, 'file'];
    const document = await readJson(join(folder, template.file), template.file, path);
    if (document.ok) {
      const json = resolved(document.json, path);
      templates[template.id] = json;
      issues.push(...checkTemplate(template, json, types, path));
    } else issues.push(document.issue);
  }
  const testCases = await readTestCases(folder, manifest, issues);
  return issues.length > 0
    ? { ok: false, issues }
    : { ok: true, plugin: { manifest, folder, templates, testCases } };
}
