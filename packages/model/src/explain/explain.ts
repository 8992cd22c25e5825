import type { Scalar } from '@terrace/expression';
import type { LocalizedText } from '../document/localized-text.js';
import type { ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';
import { topologicalOrder } from '../graph/topological-order.js';
import type { PolicyCode } from '../lifecycle/policy.js';
import type { SubjectValues } from '../lowering/subject-values.js';
import type { Trace } from '../lowering/trace.js';
import { defaultOf } from '../lowering/defaults.js';
import { kindOf } from '../node-kind/registry.js';
import { countingRules, decisiveIds, fastTrackReferences } from './decisive-nodes.js';
import type { ExplainContext } from './explain-context.js';
import { explainProgramOf, type ExplainProgram } from './explain-program.js';
import { previousValue } from './previous-value.js';
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
  /** The tier the rules give, before the lifecycle. */
  readonly qualified: string;
  /** The code of the rule that gave `qualified`, or `fallback`. */
  readonly reason: string;
  /** What the lifecycle did; null for a model without one. */
  readonly policy: PolicyCode | null;
  readonly summary: LocalizedText;
  readonly steps: ExplanationStep[];
}

/** All values of one subject by the names of nodes and `previous.*`, as they were given, defaults in their places. */
function valuesOf(
  document: ModelDocument,
  program: ExplainProgram,
  given: SubjectValues,
  trace: Trace,
): Map<string, Scalar> {
  const known = new Map<string, Scalar>();
  for (const node of document.nodes) {
    const value = given[node.id];
    if (!Object.hasOwn(program.lowered.inputs, node.id)) continue;
    const isMissing = value === undefined || value === null || value === '' || typeof value === 'object';
    known.set(node.id, isMissing ? defaultOf(node) : value);
  }
  for (const name of program.lowered.previous) known.set(name, previousValue(given, name));
  for (const [id, value] of Object.entries(trace.values)) known.set(id, value);
  return known;
}

/**
 * Says a trace in sentences, in both languages: what every node said, in the order of computation.
 * @param values - what the trace was made of
 * @throws ModelError `INVALID_DOCUMENT`
 * @since 0.1.0
 */
export function explainTrace(document: ModelDocument, values: SubjectValues, trace: Trace): Explanation {
  const program = explainProgramOf(document);
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  const known = valuesOf(document, program, values, trace);
  const numbers = Object.entries(program.declarations).filter(
    ([, { type }]) => type === 'number' || type === 'duration',
  );
  const partOf = (id: string): string | null =>
    Object.hasOwn(trace.decidedBy, id) ? (trace.decidedBy[id] ?? null) : null;
  const context: ExplainContext = {
    nodes,
    values: known,
    rowOf: partOf,
    heldRows(id) {
      const table = nodes.get(id);
      return table?.kind === 'decisionTable' ? program.heldRows(table, known) : [];
    },
    declarations: program.declarations,
    numbers: new Set(numbers.map(([id]) => id)),
  };
  const counting = countingRules(document, trace);
  const reason = counting.find((rule) => rule.code === trace.reason);
  const deciding = counting.filter((rule) => rule.tier === trace.qualified);
  const decisive =
    trace.policy === 'fast_track'
      ? new Set(fastTrackReferences(document, trace.fastTrack))
      : decisiveIds(deciding, nodes);
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
  return {
    tier: trace.tier,
    qualified: trace.qualified,
    reason: trace.reason,
    policy: trace.policy,
    summary: summaryOf(document, trace, reason, counting, context),
    steps,
  };
}

/**
 * Explains the tier of one subject: what every node said, in the order of computation, as sentences in both languages.
 * @param values - as results hold them: of dimensions by id, a number may be a decimal text, `previous` nested or flat
 * @throws ModelError `INVALID_DOCUMENT`
 * @since 0.1.0
 */
export function explain(document: ModelDocument, values: SubjectValues): Explanation {
  return explainTrace(document, values, explainProgramOf(document).compiled.trace(values));
}
