import type { ModelDocument, ModelNode } from '@terrace/model';
import { withoutVariables } from '../inspector/condition/condition-form';

/**
 * Stands where a node needs a reference and has none yet. No node carries this id, so the checker reports the place, and
 * the document stays well-formed and can be saved.
 */
export const unconnected = 'unconnected';

/** Clears every reference to the nodes in `gone`. */
export function clearReferences(document: ModelDocument, gone: ReadonlySet<string>): ModelDocument {
  const { amount, ...rest } = document;
  return {
    ...rest,
    ...(amount === undefined || gone.has(amount) ? {} : { amount }),
    fallback: gone.has(document.fallback) ? unconnected : document.fallback,
    nodes: document.nodes.map((node) => clearNode(node, gone)),
  };
}

function clearNode(node: ModelNode, gone: ReadonlySet<string>): ModelNode {
  switch (node.kind) {
    case 'bands':
      return gone.has(node.input) ? { ...node, input: unconnected } : node;
    case 'condition': {
      const when = withoutVariables(node.when, gone);
      const { tier, ...rest } = node;
      return { ...rest, when, ...(tier === undefined || gone.has(tier) ? {} : { tier }) };
    }
    case 'decisionTable': {
      const kept = node.inputs.flatMap((input, index) => (gone.has(input) ? [] : [index]));
      const pick = <T>(list: readonly T[]): T[] => kept.map((index) => list[index] as T);
      const isEmptied = kept.length === 0;
      return {
        ...node,
        inputs: isEmptied ? [unconnected] : pick(node.inputs),
        rows: node.rows.map((row) => ({
          ...row,
          cells: isEmptied ? [null] : pick(row.cells),
          tier: gone.has(row.tier) ? unconnected : row.tier,
        })),
      };
    }
    case 'action':
      return gone.has(node.tier) ? { ...node, tier: unconnected } : node;
    default:
      return node;
  }
}
