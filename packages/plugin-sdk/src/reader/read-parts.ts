import type { Issue, KnownCode, RecordTypes } from '@terrace/model';
import { join } from 'node:path';
import type { CodeDeclarations } from '../code-declarations.js';
import { knownPlugin } from '../known-plugin.js';
import { manifestSchema, type Manifest } from '../manifest.js';
import { checkManifest } from './check-manifest.js';
import { checkDimensions, checkTemplate } from './check-models.js';
import { knownTypes } from './known-types.js';
import { manifestIssues } from './plugin-issue.js';
import { readCode } from './read-code.js';
import { readJson } from './read-json.js';
import { readLocales } from './read-locales.js';
import { readTestCases, type ReadTestCaseFile } from './read-test-cases.js';
import { resolveTexts, type Locales } from './resolve-texts.js';

/** As much of a plugin as can be read, whatever is wrong with the rest. */
export interface PluginParts {
  /** Null where `plugin.json` is none. */
  readonly manifest: Manifest | null;
  /** The texts by key; null without locale files. */
  readonly locales: Locales | null;
  /** The record types its models can use. */
  readonly types: RecordTypes;
  /** The template documents that are JSON, by template id, with their parameters still open. */
  readonly templates: Readonly<Record<string, unknown>>;
  readonly testCases: readonly ReadTestCaseFile[];
  /** What its code declares; null without code, or where that cannot be read. */
  readonly code: CodeDeclarations | null;
  /** Everything that keeps the plugin from being used; a path leads into its manifest. */
  readonly issues: readonly Issue[];
}

const noTypes: RecordTypes = { subjectTypes: [], eventTypes: [] };

/** Reads the plugin in `folder` beside record types of `others`, which may depend on the id of the plugin. */
export async function readParts(
  folder: string,
  others: RecordTypes | ((pluginId: string) => RecordTypes) = noTypes,
): Promise<PluginParts> {
  const nothing = { manifest: null, locales: null, types: noTypes, templates: {}, testCases: [], code: null };
  const file = await readJson(join(folder, 'plugin.json'), 'plugin.json', []);
  if (!file.ok) return { ...nothing, issues: [file.issue] };
  const issues: Issue[] = [];
  const locales = await readLocales(folder, file.json, issues);
  const resolved = (json: unknown, path: Issue['path']): unknown =>
    locales === null ? json : resolveTexts(json, locales, path, issues);
  const parsed = manifestSchema.safeParse(resolved(file.json, []));
  if (!parsed.success) return { ...nothing, locales, issues: [...issues, ...manifestIssues(parsed.error)] };
  const manifest = parsed.data;
  const types = knownTypes(manifest.contributes, typeof others === 'function' ? others(manifest.id) : others);
  issues.push(...checkManifest(manifest, types));
  const code = await readCode(folder, manifest, types, resolved, issues);
  const known: KnownCode | undefined =
    code === null && manifest.code !== undefined
      ? undefined
      : new Map([[manifest.id, knownPlugin(manifest, code, 'enabled', null)]]);
  if (issues.length === 0) issues.push(...checkDimensions(manifest, types, known));
  const templates: Record<string, unknown> = {};
  for (const [index, template] of manifest.contributes.templates.entries()) {
    const path = ['contributes', 'templates', index, 'file'];
    const document = await readJson(join(folder, template.file), template.file, path);
    if (document.ok) {
      const json = resolved(document.json, path);
      templates[template.id] = json;
      issues.push(...checkTemplate(template, json, types, known, path));
    } else issues.push(document.issue);
  }
  const testCases = await readTestCases(folder, manifest, issues);
  return { manifest, locales, types, templates, testCases, code, issues };
}
