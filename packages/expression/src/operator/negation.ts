import type { ExpressionNode } from '../ast/expression-node.js';
import type { OperationNode } from '../ast/operation-node.js';
import { conditionValue } from '../missing/strict-behaviour.js';
import { checkCondition } from './condition-operand.js';
import type { Operator } from './operator.js';

/** The parser sees to there being one operand. */
const operandOf = (node: OperationNode): ExpressionNode => node.operands[0] ?? node;

/** `!` and `!!`. The opposite of unknown is unknown; both need a condition, since truthiness of other types differs between readers. */
function makeNegation(id: '!' | '!!', isNegated: boolean): Operator {
  return {
    id,
    operandCount: { minimum: 1, maximum: 1 },
    check(_node, context) {
      const typed = context.operand(0);
      checkCondition(typed, 0, context);
      return { type: 'boolean', nullable: typed.nullable };
    },
    missing: {
      needs: (node, polarity, context) => context.needs(operandOf(node), polarity !== isNegated),
      presence: (node, context) => context.presence(operandOf(node)),
      holds: (node, polarity, facts, context) =>
        context.holds(operandOf(node), polarity !== isNegated, facts),
      bare: (node, facts, context) => context.holds(node, true, facts),
      value: conditionValue,
    },
    javascript: (node, context) =>
      isNegated ? `!${context.emit(operandOf(node))}` : context.emit(operandOf(node)),
    closure(node, context) {
      const operand = context.compose(operandOf(node));
      return isNegated ? (slots) => operand(slots) === false : operand;
    },
    sql(node, context) {
      const operand = context.emit(operandOf(node), 'boolean');
      return isNegated ? `(NOT ${operand})` : operand;
    },
    sentence(node, context) {
      const operand = operandOf(node);
      if (!isNegated) return context.phrase(operand);
      const natural = context.negated(operand);
      if (natural !== null) return natural;
      const inner = context.words(operand, 0);
      return context.language === 'en'
        ? { text: `not (${inner})`, strength: 4 }
        : { text: `不满足（${inner}）`, strength: 4 };
    },
    negatedSentence: (node, context) =>
      isNegated
        ? context.phrase(operandOf(node))
        : (context.negated(operandOf(node)) ?? {
            text:
              context.language === 'en'
                ? `not (${context.words(operandOf(node), 0)})`
                : `不满足（${context.words(operandOf(node), 0)}）`,
            strength: 4,
          }),
  };
}

export const negations: readonly Operator[] = [makeNegation('!', true), makeNegation('!!', false)];
