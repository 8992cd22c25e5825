import { operation } from '../ast/operation-node.js';
import { notOf } from '../missing/build.js';
import { equalWithMargin } from '../missing/margin.js';
import { strictCondition } from '../missing/strict-behaviour.js';
import type { ValueType } from '../value-type.js';
import { canonicalLiteral } from './canonical-literal.js';
import { checkCommonType, checkOptions, commonType, isNumeric, isTextual } from './common-type.js';
import { reportNullOperands } from './comparison.js';
import { equalityPhrase } from './comparison-words.js';
import { equalTests } from './literal-tests.js';
import { isOther, isSame, neighboursColumn } from './number-column.js';
import { comparableNumbers } from './numeric-text.js';
import type { Operator } from './operator.js';

interface Equality {
  readonly id: '==' | '!=' | '===' | '!==';
  readonly isEqual: boolean;
}

const equalities: readonly Equality[] = [
  { id: '==', isEqual: true },
  { id: '!=', isEqual: false },
  { id: '===', isEqual: true },
  { id: '!==', isEqual: false },
];

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
      const { type } = checkCommonType(node.operands, types, context);
      if (isTextual(type)) checkOptions(node.operands, types, context);
      if (type === 'list')
        context.report('NOT_COMPARABLE', null, {
          en: 'Lists cannot be compared. Use "in" to look for a value in a list.',
          'zh-CN': '列表不能比较。请用 "in" 判断值是否在列表中。',
        });
      if (type === 'names')
        context.report('NOT_COMPARABLE', null, {
          en: 'What "missing" gives cannot be compared. Use it as the condition itself, or wrap it in {"!!": [...]} for true/false.',
          'zh-CN': '“missing”的结果不能比较。请直接把它作为条件，或用 {"!!": [...]} 转为是/否。',
        });
      reportNullOperands(types, context);
      return { type: 'boolean', nullable: types.some((typed) => typed.nullable) };
    },
    missing: strictCondition((node, polarity, facts, context) => {
      const types = node.operands.map(context.typeOf);
      const type = commonType(node.operands, types);
      const values = node.operands.map((operand) => canonicalLiteral(context.bare(operand, facts), type));
      const [left, right] = values;
      if (isNumeric(type) && left !== undefined && right !== undefined) {
        if (types.some((typed) => typed.exact === false)) {
          const equal = equalWithMargin(left, right);
          return equality.isEqual === polarity ? equal : notOf(equal);
        }
      }
      return operation(
        equality.isEqual === polarity ? '==' : '!=',
        isNumeric(type) ? comparableNumbers(values) : values,
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
    tests: (node, polarity) => equalTests(node, polarity === equality.isEqual),
    column: (node, context) => neighboursColumn(node.operands, context, equality.isEqual ? isSame : isOther),
    sql(node, context) {
      const type = commonType(node.operands, node.operands.map(context.typeOf)) as ValueType;
      const texts = node.operands.map((operand) => context.emit(operand, type));
      return `(${texts.join(equality.isEqual ? ' = ' : ' <> ')})`;
    },
    sentence: (node, context) => equalityPhrase(equality.isEqual, node.operands, context),
  };
}

/** `==`, `!=`, `===`, `!==`. */
export const equalityOperators: readonly Operator[] = equalities.map(makeEquality);
