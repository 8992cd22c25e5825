import type { Issue, RecordTypes } from '@terrace/model';
import { join } from 'node:path';
import { manifestSchema, type Manifest } from '../manifest.js';
import { checkManifest } from './check-manifest.js';
import { checkDimensions, checkTemplate } from './check-models.js';
import { manifestIssues } from './plugin-issue.js';
import { readJson } from './read-json.js';

/** A plugin as read from its folder. @since 0.1.0 */
export interface LoadedPlugin {
  readonly manifest: Manifest;
  readonly folder: string;
  /** The template documents by template id, with their parameters still open. */
  readonly templates: Readonly<Record<string, unknown>>;
}

/** What reading a plugin gives: the plugin, or every fault found in it. @since 0.1.0 */
export type PluginResult = { ok: true; plugin: LoadedPlugin } | { ok: false; issues: Issue[] };

/**
 * Reads `plugin.json` and the files it names in `folder`, and checks that they fit together: ids are unique, references
 * lead somewhere, every template is a sound model with its parameters' defaults. No code of the plugin is run.
 * @returns the plugin, or its faults; a path leads into the manifest
 * @since 0.1.0
 */
export async function readPlugin(folder: string): Promise<PluginResult> {
  const file = await readJson(join(folder, 'plugin.json'), 'plugin.json', []);
  if (!file.ok) return { ok: false, issues: [file.issue] };
  const parsed = manifestSchema.safeParse(file.json);
  if (!parsed.success) return { ok: false, issues: manifestIssues(parsed.error) };
  const manifest = parsed.data;
  const issues = checkManifest(manifest);
  const types: RecordTypes = manifest.contributes;
  if (issues.length === 0) issues.push(...checkDimensions(manifest, types));
  const templates: Record<string, unknown> = {};
  for (const [index, template] of manifest.contributes.templates.entries()) {
    const path = ['contributes', 'templates', index, 'file'];
    const document = await readJson(join(folder, template.file), template.file, path);
    if (document.ok) {
      templates[template.id] = document.json;
      issues.push(...checkTemplate(template, document.json, types, path));
    } else issues.push(document.issue);
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, plugin: { manifest, folder, templates } };
}
