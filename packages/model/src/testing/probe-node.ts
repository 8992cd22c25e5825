import { toJsonLogic, type Scalar } from '@terrace/expression';
import jsonLogic from 'json-logic-js';
import { checkDocument } from '../check/check-document.js';
import type { Issue } from '../document/issue.js';
import { modelDocumentSchema, type ModelDocument } from '../document/model-document.js';
import { explain, type ExplanationStep } from '../explain/explain.js';
import { compileDocument } from '../lowering/compile-document.js';
import { lowerDocument } from '../lowering/lower-document.js';

/** A document of `nodes` and the tiers gold and basic; plain JSON, as files hold it. */
export function documentOf(nodes: readonly object[]): ModelDocument {
  const tier = (id: string, rank: number) => ({ kind: 'tier', id, name: { en: id, 'zh-CN': id }, rank });
  return modelDocumentSchema.parse({
    schema: 2,
    name: { en: 'Model' },
    subjectType: 'customer',
    nodes: [...nodes, tier('gold', 1), tier('basic', 2)],
    fallback: 'basic',
  });
}

/**
 * The value of one node, computed by generated code, by closures and by stock JSON Logic over the values of the other nodes.
 * @throws Error where these differ
 */
export function valueOf(nodes: readonly object[], id: string, values: Record<string, Scalar>): Scalar {
  const document = documentOf(nodes);
  const { values: generated } = compileDocument(document, { generateCode: true }).evaluate(values);
  const { values: composed } = compileDocument(document, { generateCode: false }).evaluate(values);
  const lowered = lowerDocument(document).nodes.find((node) => node.id === id);
  if (lowered === undefined) throw new Error(`"${id}" computes nothing`);
  const logic = toJsonLogic(lowered.expression) as Parameters<typeof jsonLogic.apply>[0];
  const stock = jsonLogic.apply(logic, { ...values, ...generated }) as Scalar;
  const results = [generated[id] ?? null, composed[id] ?? null, stock];
  if (new Set(results).size > 1) throw new Error(`readers differ: ${JSON.stringify(results)}`);
  return results[0] ?? null;
}

/** What the explanation says of one node. */
export function stepOf(
  nodes: readonly object[],
  id: string,
  values: Record<string, Scalar>,
): ExplanationStep {
  const step = explain(documentOf(nodes), values).steps.find((each) => each.nodeId === id);
  if (step === undefined) throw new Error(`nothing is said of "${id}"`);
  return step;
}

/** Issues of one node, but those about tiers nothing leads to. */
export function issuesOf(nodes: readonly object[], id: string): Issue[] {
  return checkDocument(documentOf(nodes)).filter((issue) => issue.nodeId === id);
}

/** Codes and places of {@link issuesOf}, the place without the node's own. */
export function faultsOf(nodes: readonly object[], id: string): [string, string][] {
  return issuesOf(nodes, id).map((issue) => [issue.code, issue.path.slice(2).join('.')]);
}

/** A dimension with a name in both languages. */
export function field(id: string, valueType: string, more: object = {}): object {
  return {
    kind: 'dimension',
    id,
    name: { en: id, 'zh-CN': id },
    valueType,
    source: { kind: 'field', field: id },
    missing: { policy: 'noMatch' },
    ...more,
  };
}
