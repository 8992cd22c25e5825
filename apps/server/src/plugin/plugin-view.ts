import type { Plugin, PluginContributions, PluginPermissions, SampleLoad } from '@terrace/client';
import type { LocalizedText } from '@terrace/model';
import type { CodeDeclarations, Manifest } from '@terrace/plugin-sdk';
import { notLoaded } from '../sample/sample-load-view.js';
import { isInUse, type PluginEntry } from './plugin-entry.js';

interface Named {
  readonly id: string;
  readonly name: LocalizedText;
  readonly description?: LocalizedText | undefined;
}

/** A plugin as lists show it. @param loads - how far loading samples is, by id */
export function pluginView(
  entry: PluginEntry,
  signature: Plugin['signature'],
  loads: ReadonlyMap<string, SampleLoad>,
): Plugin {
  const { id, version, source, state, problem } = entry;
  const manifest = entry.plugin?.manifest;
  return {
    id,
    version,
    name: manifest?.name ?? { en: id, 'zh-CN': id },
    ...(manifest?.description === undefined ? {} : { description: manifest.description }),
    source,
    state,
    isEnabled: isInUse(entry),
    problem,
    signature,
    hasCode: manifest?.code !== undefined,
    counts: countsOf(manifest?.contributes, entry.plugin?.code),
    samples: (manifest?.contributes.samples ?? []).map((sample) => ({
      ...namedView(id, '.')(sample),
      subjectType: sample.subjects.type,
      load: loads.get(`${id}.${sample.id}`) ?? notLoaded,
    })),
  };
}

/** How much a plugin brings of each kind, in code or not. */
export function countsOf(
  contributes: Manifest['contributes'] | undefined,
  code: CodeDeclarations | null | undefined,
): Plugin['counts'] {
  const count = (point: keyof Manifest['contributes']): number => contributes?.[point].length ?? 0;
  return {
    recordTypes: count('subjectTypes') + count('eventTypes'),
    fields: count('fields'),
    dimensions: count('dimensions') + (code?.dimensions.length ?? 0),
    nodeKinds: count('nodeKinds'),
    templates: count('templates'),
    tiers: count('tiers'),
    actions: count('actions') + (code?.actions.length ?? 0),
    reports: count('reports'),
    samples: count('samples'),
    testCases: count('testCases'),
  };
}

/** What the code of a plugin may do; null without code. */
export function permissionsOf({ code, permissions }: Manifest): PluginPermissions | null {
  if (code === undefined) return null;
  return {
    network: permissions?.network ?? [],
    storage: permissions?.storage ?? false,
    subjectKeys: permissions?.subjectKeys ?? false,
  };
}

/** What a plugin adds, each by the id it is known by outside. */
export function contributionsOf({ plugin, templates }: PluginEntry): PluginContributions {
  if (plugin === undefined) return nothing;
  const { id, contributes } = plugin.manifest;
  const named = namedView(id, '.');
  return {
    recordTypes: [
      ...contributes.subjectTypes.map((type) => ({ kind: 'subject' as const, ...typeView(type) })),
      ...contributes.eventTypes.map((type) => ({ kind: 'event' as const, ...typeView(type) })),
    ],
    fields: contributes.fields.map(({ type, field }) => ({ type, id: field.id, name: field.name })),
    dimensions: contributes.dimensions.map(({ subjectType, node }) => ({ ...named(node), subjectType })),
    nodeKinds: contributes.nodeKinds.map(named),
    templates: contributes.templates.map((template) => ({
      ...namedView(id, '/')(template),
      subjectType: templates[template.id]?.subjectType ?? '',
    })),
    tiers: contributes.tiers.map(named),
    actions: contributes.actions.map(named),
    reports: contributes.reports.map(named),
    codeDimensions: (plugin.code?.dimensions ?? []).map(named),
    codeActions: (plugin.code?.actions ?? []).map(named),
    testCaseCount: plugin.testCases.reduce((sum, { cases }) => sum + cases.length, 0),
  };
}

const nothing: PluginContributions = {
  recordTypes: [],
  fields: [],
  dimensions: [],
  nodeKinds: [],
  templates: [],
  tiers: [],
  actions: [],
  reports: [],
  codeDimensions: [],
  codeActions: [],
  testCaseCount: 0,
};

function namedView(plugin: string, separator: '.' | '/') {
  return ({ id, name, description }: Named) => ({
    id: `${plugin}${separator}${id}`,
    name,
    ...(description === undefined ? {} : { description }),
  });
}

function typeView({ id, name, fields }: Named & { readonly fields: readonly unknown[] }) {
  return { id, name, fieldCount: fields.length };
}
