import { operation, type OperationNode } from '../ast/operation-node.js';
import { strictCondition } from '../missing/strict-behaviour.js';
import type { ValueType } from '../value-type.js';
import { canonicalLiteral } from './canonical-literal.js';
import { checkCommonType, commonType } from './common-type.js';
import { reportNullOperands } from './comparison.js';
import { comparableNumbers } from './numeric-text.js';
import type { Operator, SentenceContext } from './operator.js';

interface Equality {
  readonly id: '==' | '!=' | '===' | '!==';
  readonly isEqual: boolean;
  readonly opposite: string;
}

const equalities: readonly Equality[] = [
  { id: '==', isEqual: true, opposite: '!=' },
  { id: '!=', isEqual: false, opposite: '==' },
  { id: '===', isEqual: true, opposite: '!==' },
  { id: '!==', isEqual: false, opposite: '===' },
];

function sentence(node: OperationNode, isEqual: boolean, context: SentenceContext) {
  const words = node.operands.map((operand) => context.words(operand, 5));
  return { text: words.join(isEqual ? ' = ' : ' ≠ '), strength: 4 };
}

/**
 * Operands have one type, so strict and loose equality mean the same; the loose one is written out, because under stock
 * JSON Logic a number may arrive as text.
 */
function makeEquality(equality: Equality): Operator {
  return {
    id: equality.id,
    operandCount: { minimum: 2, maximum: 2 },
    check(node, context) {
      const types = node.operands.map((_, index) => context.operand(index));
      const type = checkCommonType(node.operands, types, context);
      if (type === 'list')
        context.report('NOT_COMPARABLE', null, {
          en: 'Lists cannot be compared. Use "in" to look for a value in a list.',
          'zh-CN': '列表不能比较。请用 "in" 判断值是否在列表中。',
        });
      reportNullOperands(types, context.report);
      return { type: 'boolean', nullable: types.some((typed) => typed.nullable) };
    },
    missing: strictCondition((node, polarity, facts, context) => {
      const type = commonType(node.operands, node.operands.map(context.typeOf));
      const values = node.operands.map((operand) => canonicalLiteral(context.bare(operand, facts), type));
      return operation(
        equality.isEqual === polarity ? '==' : '!=',
        type === 'number' ? comparableNumbers(values) : values,
      );
    }),
    javascript: (node, context) =>
      `(${node.operands.map(context.emit).join(equality.isEqual ? ' === ' : ' !== ')})`,
    closure(node, context) {
      const [left, right] = node.operands.map(context.compose);
      if (left === undefined || right === undefined) return () => null;
      return equality.isEqual
        ? (slots) => left(slots) === right(slots)
        : (slots) => left(slots) !== right(slots);
    },
    sql(node, context) {
      const type = commonType(node.operands, node.operands.map(context.typeOf)) as ValueType;
      const texts = node.operands.map((operand) => context.emit(operand, type));
      return `(${texts.join(equality.isEqual ? ' = ' : ' <> ')})`;
    },
    sentence: (node, context) => sentence(node, equality.isEqual, context),
    negatedSentence: (node, context) => sentence(node, !equality.isEqual, context),
  };
}

/** `==`, `!=`, `===`, `!==`. */
export const equalityOperators: readonly Operator[] = equalities.map(makeEquality);
