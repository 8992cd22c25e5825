import type { Scalar } from '@terrace/expression';
import type { ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';
import { valueReferences } from '../graph/value-references.js';
import { candidatesOf } from '../lowering/tier-choice.js';

/** The conditions and tables that gave `tier`, in the order of the document; none when it is the fallback. */
export function decidingNodes(
  document: ModelDocument,
  tier: string,
  values: ReadonlyMap<string, Scalar>,
): ModelNode[] {
  return candidatesOf(document, tier).filter((node) =>
    node.kind === 'condition' ? values.get(node.id) === true : values.get(node.id) === tier,
  );
}

/** Ids of what the tier rests on: the deciding nodes and everything they looked at. */
export function decisiveIds(
  deciding: readonly ModelNode[],
  nodes: ReadonlyMap<string, ModelNode>,
  rowOf: (table: string) => string | null,
): ReadonlySet<string> {
  const decisive = new Set<string>();
  const visit = (node: ModelNode, references: readonly string[]): void => {
    decisive.add(node.id);
    for (const id of references) {
      const read = nodes.get(id);
      if (read !== undefined && !decisive.has(id)) visit(read, valueReferences(read));
    }
  };
  for (const node of deciding) {
    if (node.kind !== 'decisionTable') {
      visit(node, valueReferences(node));
      continue;
    }
    const row = node.rows.find((each) => each.id === rowOf(node.id));
    // Inputs whose cell accepts anything had no say.
    visit(
      node,
      node.inputs.filter((_, index) => (row?.cells[index] ?? null) !== null),
    );
  }
  return decisive;
}
