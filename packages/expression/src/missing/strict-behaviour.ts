import type { ExpressionNode } from '../ast/expression-node.js';
import { literal } from '../ast/literal-node.js';
import { operation, type OperationNode } from '../ast/operation-node.js';
import type { MissingBehaviour, MissingContext, Presence } from '../operator/operator.js';
import { allPresent, chooseOf, missingOf, allOf, no } from './build.js';
import { knowing, unknownOf, type Facts } from './facts.js';

const nothing = literal(null);

/** `body` where `presence` is given, else `otherwise`; `body` may rely on the facts it is handed. */
export function guarded(
  presence: Presence,
  facts: Facts,
  otherwise: ExpressionNode,
  body: (facts: Facts) => ExpressionNode,
): ExpressionNode {
  const names = unknownOf(presence.variables, facts);
  const inner = body(knowing(facts, names));
  const conditional =
    presence.conditions.length === 0 ? inner : chooseOf([[allOf(presence.conditions), inner]], otherwise);
  return names.size === 0 ? conditional : chooseOf([[missingOf(names), otherwise]], conditional);
}

/** The operands of `node` as they are known to be present. */
export function rebuilt(node: OperationNode, facts: Facts, context: MissingContext): OperationNode {
  return operation(
    node.operator,
    node.operands.map((operand) => context.bare(operand, facts)),
  );
}

/** Present when every operand is. */
export function presenceOfOperands(node: OperationNode, context: MissingContext): Presence {
  return allPresent(node.operands.map(context.presence));
}

/** Missing when any operand is: arithmetic, `min`, `max`. Never a condition. */
export function strictValue(
  rebuild: (node: OperationNode, facts: Facts, context: MissingContext) => ExpressionNode = rebuilt,
): MissingBehaviour {
  return {
    needs: (node, _polarity, context) => context.presence(node).variables,
    presence: presenceOfOperands,
    // Unreachable in a checked tree: a number is no condition.
    holds: () => no,
    bare: rebuild,
    value: (node, facts, context) =>
      guarded(context.presence(node), facts, nothing, (known) => rebuild(node, known, context)),
  };
}

/** The value of a condition: true, false, or null when it is unknown. */
export function conditionValue(node: OperationNode, facts: Facts, context: MissingContext): ExpressionNode {
  return guarded(context.presence(node), facts, nothing, (known) => context.holds(node, true, known));
}

/**
 * Unknown when any operand is missing: comparisons, `in`. `test` writes the total test of operands known to be present.
 */
export function strictCondition(
  test: (node: OperationNode, polarity: boolean, facts: Facts, context: MissingContext) => ExpressionNode,
): MissingBehaviour {
  return {
    needs: (node, _polarity, context) => context.presence(node).variables,
    presence: presenceOfOperands,
    holds: (node, polarity, facts, context) =>
      guarded(context.presence(node), facts, no, (known) => test(node, polarity, known, context)),
    bare: (node, facts, context) => context.holds(node, true, facts),
    value: conditionValue,
  };
}
