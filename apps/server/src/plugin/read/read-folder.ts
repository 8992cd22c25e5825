import { instantiateTemplate, type Issue, type ModelDocument, type RecordTypes } from '@terrace/model';
import { readPlugin, type LoadedPlugin } from '@terrace/plugin-sdk';

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

/** Reads the plugin in `folder` beside the record types of others. */
export async function readFolder(folder: string, others: RecordTypes): Promise<ReadResult> {
  const result = await readPlugin(folder, { others });
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
