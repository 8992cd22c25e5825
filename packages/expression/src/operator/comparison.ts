import type { ExpressionNode } from '../ast/expression-node.js';
import { operation, type OperationNode } from '../ast/operation-node.js';
import { allOf, anyOf, no, notOf } from '../missing/build.js';
import { conditionPresence } from '../missing/condition-presence.js';
import type { Facts } from '../missing/facts.js';
import { betweenWithMargin, orderedWithMargin } from '../missing/margin.js';
import { guarded, presenceOfOperands, strictCondition } from '../missing/strict-behaviour.js';
import { compareText } from '../text-order.js';
import type { Value, ValueType } from '../value-type.js';
import { canonicalLiteral } from './canonical-literal.js';
import { checkCommonType, commonType, isNumeric } from './common-type.js';
import { orderPhrase } from './comparison-words.js';
import { orderTests } from './literal-tests.js';
import {
  isAbove,
  isBelow,
  isNotAbove,
  isNotBelow,
  neighboursColumn,
  type TestLoop,
} from './number-column.js';
import { comparableNumbers } from './numeric-text.js';
import type {
  CheckContext,
  ClosureContext,
  MissingBehaviour,
  MissingContext,
  Operator,
  Typed,
} from './operator.js';

interface Order {
  readonly id: '<' | '<=' | '>' | '>=';
  readonly opposite: Order['id'];
  readonly maximum: number;
  readonly test: (order: number) => boolean;
  readonly compare: (a: number | string, b: number | string) => boolean;
  /** The same over columns of numbers. */
  readonly loop: TestLoop;
}

const orders: readonly Order[] = [
  { id: '<', opposite: '>=', maximum: 3, test: (o) => o < 0, compare: (a, b) => a < b, loop: isBelow },
  { id: '<=', opposite: '>', maximum: 3, test: (o) => o <= 0, compare: (a, b) => a <= b, loop: isNotAbove },
  { id: '>', opposite: '<=', maximum: 2, test: (o) => o > 0, compare: (a, b) => a > b, loop: isAbove },
  { id: '>=', opposite: '<', maximum: 2, test: (o) => o >= 0, compare: (a, b) => a >= b, loop: isNotBelow },
];

/** A choice has no order that every reader knows. */
const unordered: ReadonlySet<string> = new Set(['boolean', 'enumeration', 'list', 'names']);

function typeOfOperands(
  node: OperationNode,
  context: { typeOf(node: OperationNode['operands'][number]): Typed },
) {
  return commonType(node.operands, node.operands.map(context.typeOf));
}

/** Numbers one of which is calculated are compared with a margin. */
function testWithMargin(
  order: Order,
  values: readonly ExpressionNode[],
  types: readonly Typed[],
  polarity: boolean,
): ExpressionNode {
  const { id, opposite } = order;
  const [low, middle, high] = values;
  if (low === undefined || middle === undefined) return no;
  if (high === undefined) return orderedWithMargin(polarity ? id : opposite, low, middle);
  if ((id === '<' || id === '<=') && low.kind === 'literal' && high.kind === 'literal') {
    const between = betweenWithMargin(id, low, middle, high);
    return polarity ? between : notOf(between);
  }
  const halves = values.slice(1).map((right, index) => {
    const left = values[index] ?? right;
    const isExact = types[index]?.exact !== false && types[index + 1]?.exact !== false;
    const half = polarity ? id : opposite;
    return isExact ? operation(half, comparableNumbers([left, right])) : orderedWithMargin(half, left, right);
  });
  return polarity ? allOf(halves) : anyOf(halves);
}

/** `a < b < c` is `a < b and b < c`; with a missing operand either half can still be false. */
function missingBehaviour(order: Order): MissingBehaviour {
  const test = (
    node: OperationNode,
    polarity: boolean,
    facts: Facts,
    context: MissingContext,
  ): ExpressionNode => {
    const types = node.operands.map(context.typeOf);
    const type = commonType(node.operands, types);
    const values = node.operands.map((operand) => canonicalLiteral(context.bare(operand, facts), type));
    if (isNumeric(type) && types.some((typed) => typed.exact === false))
      return testWithMargin(order, values, types, polarity);
    const operands = isNumeric(type) ? comparableNumbers(values) : values;
    if (polarity) return operation(order.id, operands);
    return operands.length === 2 ? operation(order.opposite, operands) : notOf(operation(order.id, operands));
  };
  const strict = strictCondition(test);
  const halves = (node: OperationNode): OperationNode[] =>
    node.operands
      .slice(1)
      .map((operand, index) => operation(node.operator, [node.operands[index] ?? operand, operand]));
  const endsCanMiss = (node: OperationNode, context: MissingContext): boolean => {
    const [low, , high] = node.operands;
    if (low === undefined || high === undefined) return false;
    return context.typeOf(low).nullable || context.typeOf(high).nullable;
  };
  return {
    ...strict,
    needs(node, polarity, context) {
      // Asked of the context, it is found once.
      if (!endsCanMiss(node, context)) return context.presence(node).variables;
      // Either half alone makes it false, and both need the middle.
      return polarity
        ? presenceOfOperands(node, context).variables
        : context.presence(node.operands[1] ?? node).variables;
    },
    presence: (node, context) =>
      endsCanMiss(node, context) ? conditionPresence(node, context) : strict.presence(node, context),
    holds: (node, polarity, facts, context) => {
      if (!endsCanMiss(node, context)) return strict.holds(node, polarity, facts, context);
      if (polarity)
        return guarded(presenceOfOperands(node, context), facts, no, (known) =>
          test(node, true, known, context),
        );
      return anyOf(halves(node).map((half) => context.holds(half, false, facts)));
    },
  };
}

function javascriptOf(order: Order, texts: readonly string[], isText: boolean, helper: () => string): string {
  const pairs = texts.slice(1).map((right, index) => {
    const left = texts[index] ?? right;
    return isText ? `${helper()}(${left}, ${right}) ${order.id} 0` : `${left} ${order.id} ${right}`;
  });
  return `(${pairs.join(' && ')})`;
}

function closureOf(order: Order, node: OperationNode, context: ClosureContext) {
  const isText = typeOfOperands(node, context) === 'text';
  const holds: (a: Value, b: Value) => boolean = isText
    ? (a, b) => order.test(compareText(a as string, b as string))
    : (a, b) => order.compare(a as number, b as number);
  const [first, second, third] = node.operands.map(context.compose);
  if (first === undefined || second === undefined) return () => null;
  if (third === undefined) return (slots: readonly Value[]) => holds(first(slots), second(slots));
  return (slots: readonly Value[]) => {
    const middle = second(slots);
    return holds(first(slots), middle) && holds(middle, third(slots));
  };
}

function makeComparison(order: Order): Operator {
  return {
    id: order.id,
    operandCount: { minimum: 2, maximum: order.maximum },
    check(node, context) {
      const types = node.operands.map((_, index) => context.operand(index));
      const { type } = checkCommonType(node.operands, types, context);
      if (type !== 'unknown' && types.some((typed) => unordered.has(typed.type)))
        context.report('NOT_ORDERED', null, {
          en: 'Only numbers, durations, texts, dates and times have an order. Use "==" or "in" to compare choices or true/false.',
          'zh-CN': '只有数字、时长、文本、日期和时间可以比较大小。选项或是/否请用 "==" 或 "in" 比较。',
        });
      else if (type === 'text')
        context.report(
          'TEXT_ORDER',
          null,
          {
            en: 'Texts are ordered by character code, not alphabetically; other JSON Logic programs may order emoji differently. Use "==" or "in" where you can.',
            'zh-CN':
              '文本按字符编码而不是按拼音或字母排序；其他 JSON Logic 程序对表情符号的排序可能不同。建议使用 "==" 或 "in"。',
          },
          { severity: 'warning' },
        );
      reportNullOperands(types, context);
      return { type: 'boolean', nullable: types.some((typed) => typed.nullable) };
    },
    missing: missingBehaviour(order),
    javascript: (node, context) =>
      javascriptOf(order, node.operands.map(context.emit), typeOfOperands(node, context) === 'text', () =>
        context.helper('compareText'),
      ),
    closure: (node, context) => closureOf(order, node, context),
    tests: (node, polarity) => orderTests(node, polarity, order.id, order.test),
    column: (node, context) => neighboursColumn(node.operands, context, order.loop),
    sql(node, context) {
      const type = typeOfOperands(node, context);
      const texts = node.operands.map((operand) => {
        const text = context.emit(operand, type as ValueType);
        return type === 'text' ? `${text} COLLATE "C"` : text;
      });
      const pairs = texts.slice(1).map((right, index) => `${texts[index] ?? right} ${order.id} ${right}`);
      return `(${pairs.join(' AND ')})`;
    },
    sentence: (node, context) => orderPhrase(order.id, node.operands, context),
  };
}

/** A comparison with the bare `null` is never true, which nobody means who writes it. */
export function reportNullOperands(types: readonly Typed[], context: CheckContext): void {
  for (const [index, typed] of types.entries()) {
    if (typed.type !== 'null') continue;
    context.report('COMPARISON_WITH_NULL', index, {
      en: 'A comparison with null never holds. Ask for a missing value with {"missing": ["name"]}.',
      'zh-CN': '与 null 比较永远不成立。请用 {"missing": ["名称"]} 判断是否缺失。',
    });
  }
}

/** `<`, `<=`, `>`, `>=`; the first two also take three operands (between). */
export const comparisons: readonly Operator[] = orders.map(makeComparison);
