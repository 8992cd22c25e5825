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
import { onlyRouter, tierSource } from './tier-choice.js';

/** References written out multiply, so a chain of nodes that each use the one before twice would fill any memory. */
const maxNodes = 500_000;

const tooLarge = 'the model is too large to be written as one expression';

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

function requireSmall(node: ExpressionNode): ExpressionNode {
  if (treeSize(node) > maxNodes) throw new ModelError('TOO_LARGE', tooLarge);
  return node;
}

function writeOut(node: ExpressionNode, inputs: Readonly<Record<string, InputDeclaration>>): ExpressionNode {
  try {
    return writeOutMissing(node, inputs);
  } catch (cause) {
    if (!(cause instanceof ExpressionError) || cause.code !== 'TOO_LARGE') throw cause;
    throw new ModelError('TOO_LARGE', tooLarge);
  }
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

/**
 * The whole model as one standard JSON Logic expression over dimension ids and `previous.*` that yields the tier id: every reference is
 * written out, and so is what a missing value does, defaults included. Stock `json-logic-js` gives the same tier, also where a dimension is
 * null, absent or `''`, or a number arrives as text.
 * @throws ModelError `INVALID_DOCUMENT`; `TOO_LARGE` when nodes refer to each other so often that the expression would have more than
 *   500,000 parts
 * @example
 * jsonLogic.apply(tierJsonLogic(document), { spend: 1200, previous: { tier: 'silver', days: 40, failingDays: null } });
 * @since 0.1.0
 */
export function tierJsonLogic(document: ModelDocument): JsonLogic {
  requireSound(document);
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
    const inlined = requireSmall(inline(source, bindings, inputs));
    // What is unknown inside a condition, or a formula of true or false, is settled at its border: it does not hold.
    bindings.set(
      node.id,
      declaration.type === 'boolean' ? operation('if', [inlined, literal(true), literal(false)]) : inlined,
    );
  }
  const source = inline(wholeTierSource(document), bindings, inputs);
  return toJsonLogic(requireSmall(writeOut(requireSmall(source), inputs))) as JsonLogic;
}
