import type { ExpressionNode } from '../ast/expression-node.js';
import { operation, type OperationNode } from '../ast/operation-node.js';
import type { MissingBehaviour, MissingContext, Presence } from '../operator/operator.js';
import { allPresent, chooseOf, missingOf, allOf, no, union, without } from './build.js';

/** `body` where `presence` is given, else `otherwise`; `body` may rely on the facts it is handed. */
export function guarded(
  presence: Presence,
  facts: ReadonlySet<string>,
  otherwise: ExpressionNode,
  body: (facts: ReadonlySet<string>) => ExpressionNode,
): ExpressionNode {
  const names = without(presence.variables, facts);
  const inner = body(union(facts, names));
  const conditional = chooseOf([[allOf(presence.conditions), inner]], otherwise);
  return names.size === 0 ? conditional : chooseOf([[missingOf(names), otherwise]], conditional);
}

/** Missing when any operand is missing: arithmetic, `min`, `max`. Never a condition. */
export function strictValue(): MissingBehaviour {
  const rebuild = (node: OperationNode, facts: ReadonlySet<string>, context: MissingContext) =>
    operation(
      node.operator,
      node.operands.map((operand) => context.bare(operand, facts)),
    );
  return {
    needs: (node, _polarity, context) => allPresent(node.operands.map(context.presence)).variables,
    presence: (node, context) => allPresent(node.operands.map(context.presence)),
    // Unreachable in a checked tree: a number is no condition.
    holds: () => no,
    bare: rebuild,
    value: (node, facts, context) =>
      guarded(
        allPresent(node.operands.map(context.presence)),
        facts,
        { kind: 'literal', value: null },
        (known) => rebuild(node, known, context),
      ),
  };
}

/** The value of a condition: true, false, or null when it is unknown. */
export function conditionValue(
  node: OperationNode,
  facts: ReadonlySet<string>,
  context: MissingContext,
): ExpressionNode {
  return guarded(context.presence(node), facts, { kind: 'literal', value: null }, (known) =>
    context.holds(node, true, known),
  );
}

/**
 * Unknown when any operand is missing: comparisons, `in`. `test` writes the total test of operands known to be present.
 */
export function strictCondition(
  test: (
    node: OperationNode,
    polarity: boolean,
    facts: ReadonlySet<string>,
    context: MissingContext,
  ) => ExpressionNode,
): MissingBehaviour {
  return {
    needs: (node, _polarity, context) => allPresent(node.operands.map(context.presence)).variables,
    presence: (node, context) => allPresent(node.operands.map(context.presence)),
    holds: (node, polarity, facts, context) =>
      guarded(allPresent(node.operands.map(context.presence)), facts, no, (known) =>
        test(node, polarity, known, context),
      ),
    bare: (node, facts, context) => context.holds(node, true, facts),
    value: conditionValue,
  };
}
