import type { OperationNode } from '../ast/operation-node.js';
import type { MissingContext, Presence } from '../operator/operator.js';
import { bounded } from './bounded.js';
import { anyOf, isYes, noNames } from './build.js';
import { noFacts } from './facts.js';

/** A condition has a value when it is true or false. */
export function conditionPresence(node: OperationNode, context: MissingContext): Presence {
  if (!context.typeOf(node).nullable) return { variables: noNames, conditions: [] };
  const known = bounded(anyOf([context.holds(node, true, noFacts), context.holds(node, false, noFacts)]));
  return { variables: noNames, conditions: isYes(known) ? [] : [known] };
}
