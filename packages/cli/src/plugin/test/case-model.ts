import type { Field, ModelDocument, ModelNode, SubjectType } from '@terrace/model';

type Dimension = Extract<ModelNode, { kind: 'dimension' }>;

const fieldTypes = {
  number: 'number',
  duration: 'number',
  text: 'text',
  enumeration: 'text',
  boolean: 'boolean',
  date: 'date',
  instant: 'instant',
} as const satisfies Record<Dimension['valueType'], Field['type']>;

function dimensionsOf({ nodes }: ModelDocument): Dimension[] {
  return nodes.filter((node) => node.kind === 'dimension');
}

/** A record type whose subjects are test cases: a field for each dimension. */
export function caseType(id: string, document: ModelDocument): SubjectType {
  const name = { en: id, 'zh-CN': id };
  return {
    id,
    name,
    keyAliases: [],
    fields: dimensionsOf(document).map((dimension) => ({
      id: dimension.id,
      name: dimension.name,
      type: fieldTypes[dimension.valueType],
      required: false,
      aliases: [],
      sensitivity: 'none',
    })),
  };
}

/**
 * The model over test cases: its dimensions are read from their fields, bands that a run would calibrate keep the cut points that are
 * stored in the template, and nothing is set off.
 */
export function caseModel(document: ModelDocument, subjectType: string): ModelDocument {
  const nodes = document.nodes.flatMap((node): ModelNode[] => {
    if (node.kind === 'action') return [];
    if (node.kind === 'dimension') return [{ ...node, source: { kind: 'field', field: node.id } }];
    if (node.kind !== 'bands' || node.cuts.method === 'explicit' || node.cuts.values.length === 0)
      return [node];
    return [{ ...node, cuts: { method: 'explicit', values: node.cuts.values } }];
  });
  return { ...document, subjectType, nodes };
}
