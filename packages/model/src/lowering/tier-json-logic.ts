import {
  childrenOf,
  ExpressionError,
  literal,
  operation,
  toJsonLogic,
  variable,
  writeOutMissing,
  type ExpressionNode,
  type InputDeclaration,
} from '@terrace/expression';
import { makeIssue } from '../check/make-issue.js';
import type { JsonLogic } from '../document/json-logic.js';
import type { ModelDocument } from '../document/model-document.js';
import { ModelError } from '../document/model-error.js';
import { topologicalOrder } from '../graph/topological-order.js';
import { declarationOfNode } from '../graph/value-declaration.js';
import { previousInputs } from '../lifecycle/previous-inputs.js';
import { kindOf } from '../node-kind/registry.js';
import { defaultOf } from './defaults.js';
import { inline } from './inline.js';
import { requireSound } from './lower-document.js';
import { nodeSource } from './node-source.js';
import { replaceResults } from './replace-results.js';
import { stagedTier } from './staged-tier.js';
import { onlyRouter, tierSource } from './tier-choice.js';

/** References written out multiply; an expression with more parts than this binds the value of each node once instead. */
const maxInlineParts = 5000;
/** More than any document of 500 nodes needs whose tables and conditions people can read. */
const maxParts = 500_000;

/** Size of the tree, whose nodes may be shared. */
function treeSize(root: ExpressionNode): number {
  const known = new Map<ExpressionNode, number>();
  const sizeOf = (node: ExpressionNode): number => {
    const cached = known.get(node);
    if (cached !== undefined) return cached;
    const size = childrenOf(node).reduce((sum, child) => sum + sizeOf(child), 1);
    known.set(node, size);
    return size;
  };
  return sizeOf(root);
}

const isSmall = (node: ExpressionNode): boolean => treeSize(node) <= maxInlineParts;

/** What `write` gives; null for what grows too large while it is written. */
function unlessTooLarge<Result>(write: () => Result): Result | null {
  try {
    return write();
  } catch (cause) {
    if (cause instanceof ExpressionError && cause.code === 'TOO_LARGE') return null;
    throw cause;
  }
}

function tooLarge(): ModelError {
  const issue = makeIssue(
    'TOO_LARGE',
    [],
    `As one JSON Logic expression the model has more than ${maxParts.toLocaleString('en-US')} parts. Split the largest tables and conditions into several nodes.`,
    `模型写成一个 JSON Logic 表达式后超过 ${maxParts.toLocaleString('en-US')} 个部分，请把最大的表格和条件拆分为多个节点。`,
  );
  return new ModelError('TOO_LARGE', 'the model is too large to be written as one expression', [issue]);
}

/** The tier over the values of nodes; the node that alone leads to tiers is written out in its place, so that it stands there once. */
function wholeTierSource(document: ModelDocument): ExpressionNode {
  const router = onlyRouter(document);
  const source = router === null ? null : kindOf(router).source(router, document);
  if (source === null) return tierSource(document);
  return tierSource(document, (outcome) =>
    replaceResults(source, (tier) => outcome(tier ?? document.fallback)),
  );
}

/** The tier over dimensions alone, every reference written out; null where that has more than 5,000 parts. */
function inlineTier(document: ModelDocument): ExpressionNode | null {
  const inputs: Record<string, InputDeclaration> = { ...previousInputs };
  const bindings = new Map<string, ExpressionNode>();
  for (const { node } of topologicalOrder(document.nodes).nodes) {
    const declaration = declarationOfNode(node);
    if (declaration === null) continue;
    const source = nodeSource(node, document);
    if (source === null) {
      const fallback = defaultOf(node);
      inputs[node.id] = fallback === null ? declaration : { ...declaration, nullable: true };
      if (fallback !== null) bindings.set(node.id, variable(node.id, literal(fallback)));
      continue;
    }
    const inlined = inline(source, bindings, inputs);
    if (!isSmall(inlined)) return null;
    // What is unknown inside a condition, or a formula of true or false, is settled at its border: it does not hold.
    bindings.set(
      node.id,
      declaration.type === 'boolean' ? operation('if', [inlined, literal(true), literal(false)]) : inlined,
    );
  }
  const source = inline(wholeTierSource(document), bindings, inputs);
  if (!isSmall(source)) return null;
  const written = writeOutMissing(source, inputs);
  return isSmall(written) ? written : null;
}

/**
 * The whole model as one standard JSON Logic expression over dimension ids and `previous.*` that yields the tier id: what a missing value
 * does is written out, defaults included. Stock `json-logic-js` gives the same tier, also where a dimension is null, absent or `''`, or a
 * number arrives as text.
 *
 * Up to 5,000 parts every reference is written out in its place. What would be larger is *staged*: each node is computed once, by
 * `{"reduce": [[[v0, v1]], body, null]}`, whose body reads `{"var": "current.0"}`, with one `reduce` per depth of the graph.
 * @throws ModelError `INVALID_DOCUMENT`; `TOO_LARGE` when the nodes alone have more than 500,000 parts
 * @example
 * jsonLogic.apply(tierJsonLogic(document), { spend: 1200, previous: { tier: 'silver', days: 40, failingDays: null } });
 * @see docs/node-kinds.md, As JSON Logic
 * @since 0.1.0
 */
export function tierJsonLogic(document: ModelDocument): JsonLogic {
  requireSound(document);
  const tier = unlessTooLarge(() => inlineTier(document)) ?? unlessTooLarge(() => stagedTier(document));
  if (tier === null || treeSize(tier) > maxParts) throw tooLarge();
  return toJsonLogic(tier) as JsonLogic;
}
