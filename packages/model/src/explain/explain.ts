import type { Scalar } from '@terrace/expression';
import type { LocalizedText } from '../document/localized-text.js';
import type { ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';
import { topologicalOrder } from '../graph/topological-order.js';
import { declarationOfNode } from '../graph/value-declaration.js';
import type { DimensionValues } from '../lowering/dimension-values.js';
import { applyDefaults } from '../lowering/defaults.js';
import { kindOf } from '../node-kind/registry.js';
import { decidingNodes, decisiveIds } from './decisive-nodes.js';
import type { ExplainContext } from './explain-context.js';
import { explainProgramOf } from './explain-program.js';
import { summaryOf } from './summary.js';

/** What one node said of a subject. @since 0.1.0 */
export interface ExplanationStep {
  readonly nodeId: string;
  readonly kind: ModelNode['kind'];
  readonly name: LocalizedText;
  readonly value: Scalar;
  /** For a decision table the id of the row, for bands the band (counted from 0) that decided. */
  readonly decidedBy: string | null;
  readonly sentence: LocalizedText;
  /** Whether the tier rests on this step. */
  readonly isDecisive: boolean;
}

/** Why a subject has its tier. @since 0.1.0 */
export interface Explanation {
  readonly tier: string;
  readonly summary: LocalizedText;
  readonly steps: ExplanationStep[];
}

/**
 * Explains the tier of one subject: what every node said, in the order of computation, as sentences in both languages.
 * @param values - of dimensions by id, as results hold them; a number may be a decimal text
 * @throws ModelError `INVALID_DOCUMENT`
 * @since 0.1.0
 */
export function explain(document: ModelDocument, values: DimensionValues): Explanation {
  const program = explainProgramOf(document);
  const given = applyDefaults(document, values);
  const results = program.run(given);
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  const known = new Map<string, Scalar>();
  for (const id of Object.keys(program.lowered.inputs)) {
    const value = given[id];
    known.set(id, value === undefined || value === '' ? null : value);
  }
  for (const { id } of program.lowered.nodes) known.set(id, results[id] ?? null);
  const numbers = document.nodes.filter((node) => declarationOfNode(node)?.type === 'number');
  const rowOf = (id: string): string | null => {
    const table = nodes.get(id);
    return table?.kind === 'decisionTable' ? program.firstRow(table, results) : null;
  };
  const heldRows = (id: string): readonly string[] => {
    const table = nodes.get(id);
    return table?.kind === 'decisionTable' ? program.heldRows(table, results) : [];
  };
  const context: ExplainContext = {
    nodes,
    values: known,
    rowOf,
    heldRows,
    declarations: program.declarations,
    numbers: new Set(numbers.map((node) => node.id)),
  };
  const tier = program.tierOf(results);
  const deciding = decidingNodes(document, tier, known);
  const decisive = decisiveIds(deciding, nodes, rowOf);
  const steps = topologicalOrder(document.nodes).nodes.flatMap(({ node }): ExplanationStep[] => {
    const explained = kindOf(node).explain(node, context);
    if (explained === null) return [];
    return [
      {
        nodeId: node.id,
        kind: node.kind,
        name: node.name,
        value: known.get(node.id) ?? null,
        ...explained,
        isDecisive: decisive.has(node.id),
      },
    ];
  });
  const [first] = deciding;
  return {
    tier,
    summary: summaryOf(tier, first, first === undefined ? null : rowOf(first.id), context),
    steps,
  };
}
