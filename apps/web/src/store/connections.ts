import { documentEdges, type ModelDocument, type ModelNode } from '@terrace/model';
import { formOf, logicOf } from '../inspector/condition/condition-form';
import type { DocumentChange } from './document-change';
import { newRowId } from './new-node';
import { unconnected } from './references';

/** A handle of a decision table: one per row, and one from which a new row is drawn. */
export const rowHandle = (rowId: string): string => `row:${rowId}`;
export const newRowHandle = 'row+';

export interface Ends {
  readonly source: string | null;
  readonly target: string | null;
  readonly sourceHandle?: string | null | undefined;
}

const find = (document: ModelDocument, id: string | null): ModelNode | undefined =>
  document.nodes.find((node) => node.id === id);

const yieldsNumber = (node: ModelNode): boolean =>
  (node.kind === 'dimension' && node.valueType === 'number') ||
  (node.kind === 'bands' && node.outputs.every((output) => typeof output === 'number'));

/** Whether a value of this kind of node can be read by another node. */
export const yieldsValue = (node: ModelNode): boolean =>
  node.kind === 'dimension' || node.kind === 'bands' || node.kind === 'condition';

function leadsTo(document: ModelDocument, from: string, to: string): boolean {
  const edges = documentEdges(document);
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    for (const edge of edges) if (edge.source === id) open.push(edge.target);
  }
  return false;
}

/** The change that a drawn connection makes; nothing when the ends do not fit together. */
export function connect(document: ModelDocument, ends: Ends): DocumentChange | undefined {
  const source = find(document, ends.source);
  const target = find(document, ends.target);
  if (source === undefined || target === undefined || source === target) return undefined;
  if (leadsTo(document, target.id, source.id)) return undefined;
  switch (target.kind) {
    case 'bands':
      return yieldsNumber(source) && target.input !== source.id
        ? { type: 'replace', node: { ...target, input: source.id } }
        : undefined;
    case 'condition': {
      const form = formOf(target.when);
      if (!yieldsValue(source) || form === undefined) return undefined;
      if (form.rows.some((row) => row.variable === source.id)) return undefined;
      const row =
        source.kind === 'condition'
          ? { variable: source.id, operator: '==' as const, values: [true] }
          : yieldsNumber(source)
            ? { variable: source.id, operator: '>=' as const, values: [0] }
            : { variable: source.id, operator: 'isPresent' as const, values: [] };
      return {
        type: 'replace',
        node: { ...target, when: logicOf({ ...form, rows: [...form.rows, row] }) },
      };
    }
    case 'decisionTable': {
      if (!yieldsValue(source) || target.inputs.includes(source.id)) return undefined;
      // A table that lost its last input keeps a placeholder column, which the first connection fills.
      const place = target.inputs.indexOf(unconnected);
      if (place >= 0)
        return {
          type: 'replace',
          node: { ...target, inputs: target.inputs.map((input, i) => (i === place ? source.id : input)) },
        };
      return {
        type: 'replace',
        node: {
          ...target,
          inputs: [...target.inputs, source.id],
          rows: target.rows.map((row) => ({ ...row, cells: [...row.cells, null] })),
        },
      };
    }
    case 'tier':
      return connectTier(source, target.id, ends.sourceHandle);
    case 'action':
      return source.kind === 'tier' && target.tier !== source.id
        ? { type: 'replace', node: { ...target, tier: source.id } }
        : undefined;
    case 'dimension':
      return undefined;
  }
}

function connectTier(
  source: ModelNode,
  tier: string,
  handle: string | null | undefined,
): DocumentChange | undefined {
  if (source.kind === 'condition')
    return source.tier === tier ? undefined : { type: 'replace', node: { ...source, tier } };
  if (source.kind !== 'decisionTable') return undefined;
  const row = source.rows.find(({ id }) => rowHandle(id) === handle);
  if (row !== undefined)
    return row.tier === tier
      ? undefined
      : {
          type: 'replace',
          node: { ...source, rows: source.rows.map((each) => (each === row ? { ...row, tier } : each)) },
        };
  return {
    type: 'replace',
    node: {
      ...source,
      rows: [...source.rows, { id: newRowId(source), cells: source.inputs.map(() => null), tier }],
    },
  };
}

/** The change that deleting a line makes: the reference it stands for is cleared. Nothing when a rule must be edited by hand. */
export function disconnect(document: ModelDocument, ends: Ends): DocumentChange | undefined {
  const source = find(document, ends.source);
  const target = find(document, ends.target);
  if (source === undefined || target === undefined) return undefined;
  if (source.kind === 'condition' && target.kind === 'tier') {
    const { tier: _, ...rest } = source;
    return { type: 'replace', node: rest };
  }
  if (source.kind === 'decisionTable' && target.kind === 'tier')
    return {
      type: 'replace',
      node: {
        ...source,
        rows: source.rows.map((row) =>
          rowHandle(row.id) === ends.sourceHandle ? { ...row, tier: unconnected } : row,
        ),
      },
    };
  if (target.kind === 'action') return { type: 'replace', node: { ...target, tier: unconnected } };
  if (target.kind === 'bands')
    return target.input === source.id
      ? { type: 'replace', node: { ...target, input: unconnected } }
      : undefined;
  if (target.kind === 'condition') {
    const form = formOf(target.when);
    if (form === undefined) return undefined;
    const rows = form.rows.filter((row) => row.variable !== source.id);
    return { type: 'replace', node: { ...target, when: logicOf({ ...form, rows }) } };
  }
  if (target.kind === 'decisionTable') {
    const index = target.inputs.indexOf(source.id);
    if (target.inputs.length === 1)
      return {
        type: 'replace',
        node: {
          ...target,
          inputs: [unconnected],
          rows: target.rows.map((row) => ({ ...row, cells: [null] })),
        },
      };
    return {
      type: 'replace',
      node: {
        ...target,
        inputs: target.inputs.filter((_, i) => i !== index),
        rows: target.rows.map((row) => ({ ...row, cells: row.cells.filter((_, i) => i !== index) })),
      },
    };
  }
  return undefined;
}
