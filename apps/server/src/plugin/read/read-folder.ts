import { instantiateTemplate, type Issue, type ModelDocument } from '@terrace/model';
import { readPlugin, type LoadedPlugin } from '@terrace/plugin-sdk';
import type { OwnedType } from '../../catalog/plan-types.js';
import { othersTypes } from './others-types.js';

/** What lists say of a template; found out once, while the plugin is read. */
export interface TemplateFacts {
  readonly subjectType: string;
  readonly eventTypes: readonly string[];
}

/** A plugin that was read, or why it cannot be. */
export type ReadResult =
  | {
      readonly ok: true;
      readonly plugin: LoadedPlugin;
      readonly templates: Readonly<Record<string, TemplateFacts>>;
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Reads the plugin in `folder` beside the record types that are stored, its own among them or not. */
export async function readFolder(folder: string, stored: readonly OwnedType[]): Promise<ReadResult> {
  const result = await readPlugin(folder, { others: (id) => othersTypes(stored, id) });
  if (!result.ok) return result;
  const { plugin } = result;
  const templates: Record<string, TemplateFacts> = {};
  for (const { id, parameters } of plugin.manifest.contributes.templates) {
    const made = instantiateTemplate(plugin.templates[id], parameters);
    if (!made.ok) return made;
    templates[id] = { subjectType: made.document.subjectType, eventTypes: eventTypesOf(made.document) };
  }
  return { ok: true, plugin, templates };
}

function eventTypesOf({ nodes }: ModelDocument): string[] {
  const types = nodes.flatMap((node) =>
    node.kind === 'dimension' && node.source.kind === 'aggregate' ? [node.source.event] : [],
  );
  return [...new Set(types)];
}
