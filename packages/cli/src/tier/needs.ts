import { splitCodeId, type JsonLogic, type ModelDocument } from '@terrace/model';
import type { LoadedPlugin } from '@terrace/plugin-sdk';
import { optionalDimensions } from './optional-dimensions.js';

/** The records and fields a model computes its dimensions from. */
export interface Needs {
  readonly subjectType: string;
  readonly subjectFields: ReadonlySet<string>;
  /** Fields by event type; a type is there also when only its count or days are looked at. */
  readonly eventFields: ReadonlyMap<string, ReadonlySet<string>>;
  /** Those of them that data may lack: event types (`call`), and fields (`customer.city`) of any type. */
  readonly optional: ReadonlySet<string>;
}

/** The names of the variables in `logic`. */
function variables(logic: JsonLogic): string[] {
  if (logic === null || typeof logic !== 'object') return [];
  if (Array.isArray(logic)) return logic.flatMap(variables);
  return Object.entries(logic).flatMap(([operator, operands]: [string, JsonLogic]) => {
    if (operator !== 'var') return variables(operands);
    const name = Array.isArray(operands) ? (operands as readonly JsonLogic[])[0] : operands;
    return typeof name === 'string' ? [name] : [];
  });
}

type Dimension = Extract<ModelDocument['nodes'][number], { kind: 'dimension' }>;

/** A type, and fields of it. */
interface Read {
  readonly type: string;
  readonly fields: readonly string[];
}

/** What a dimension in code reads, as its plugin declares it; nothing is known without the plugin. */
function readByCode(codeId: string, plugins: readonly LoadedPlugin[]): Read[] {
  const { plugin, id } = splitCodeId(codeId);
  const code = plugins.find(({ manifest }) => manifest.id === plugin)?.code;
  const declared = code?.dimensions.find((dimension) => dimension.id === id);
  if (declared === undefined) return [];
  const { fields, events } = declared.inputs;
  return [
    { type: declared.subjectType, fields: Object.keys(fields) },
    ...Object.entries(events).map(([type, event]) => ({ type, fields: Object.keys(event.fields) })),
  ];
}

/** What a dimension reads. */
function readBy({ source }: Dimension, subjectType: string, plugins: readonly LoadedPlugin[]): Read[] {
  if (source.kind === 'code') return readByCode(source.dimension, plugins);
  if (source.kind !== 'aggregate') return [{ type: subjectType, fields: [source.field] }];
  const { event, field, where } = source;
  return [
    {
      type: event,
      fields: [...(field === undefined ? [] : [field]), ...(where === undefined ? [] : variables(where))],
    },
  ];
}

/**
 * What `document` has to find in the data.
 * @param plugins - those whose code it may use
 */
export function needsOf(document: ModelDocument, plugins: readonly LoadedPlugin[] = []): Needs {
  const { subjectType } = document;
  const subjectFields = new Set<string>();
  const eventFields = new Map<string, Set<string>>();
  const all = new Set<string>();
  const needed = new Set<string>();
  const optional = optionalDimensions(document);
  for (const node of document.nodes) {
    if (node.kind !== 'dimension') continue;
    for (const { type, fields } of readBy(node, subjectType, plugins)) {
      const known = type === subjectType ? subjectFields : (eventFields.get(type) ?? new Set());
      if (type !== subjectType) eventFields.set(type, known);
      for (const field of fields) known.add(field);
      for (const name of [type, ...fields.map((field) => `${type}.${field}`)]) {
        all.add(name);
        if (!optional.has(node.id)) needed.add(name);
      }
    }
  }
  return {
    subjectType,
    subjectFields,
    eventFields,
    optional: new Set([...all].filter((name) => !needed.has(name))),
  };
}

/** Whether a result of `document` depends on the day it is computed for: it counts days or events, or has a lifecycle. */
export function readsDates(document: ModelDocument): boolean {
  return (
    document.lifecycle !== undefined ||
    document.nodes.some((node) => node.kind === 'dimension' && node.source.kind !== 'field')
  );
}
