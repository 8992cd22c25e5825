import type { ExpressionNode } from '../ast/expression-node.js';
import type { OperationNode } from '../ast/operation-node.js';
import { conditionValue } from '../missing/strict-behaviour.js';
import { oppositeColumn } from './condition-column.js';
import { checkCondition } from './condition-operand.js';
import type { Operator } from './operator.js';
import { sentenceWords } from './sentence-words.js';

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
    tests: (node, polarity, context) => context.testsOf(operandOf(node), polarity !== isNegated),
    column: (node, context) =>
      isNegated ? oppositeColumn(operandOf(node), context) : context.compose(operandOf(node)),
    sql(node, context) {
      const operand = context.emit(operandOf(node), 'boolean');
      return isNegated ? `(NOT ${operand})` : operand;
    },
    sentence(node, context) {
      const operand = operandOf(node);
      if (!isNegated) return context.phrase(operand);
      const natural = context.negated(operand);
      if (natural !== null) return natural;
      const inner = context.condition(operand, 0);
      const { not } = sentenceWords[context.language];
      return { text: context.language === 'en' ? `${not} (${inner})` : `${not}（${inner}）`, strength: 4 };
    },
  };
}

export const negations: readonly Operator[] = [makeNegation('!', true), makeNegation('!!', false)];
