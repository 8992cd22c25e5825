import { operation, type OperationNode } from '../ast/operation-node.js';
import { anyOf, notOf } from '../missing/build.js';
import { conditionPresence } from '../missing/condition-presence.js';
import { strictCondition } from '../missing/strict-behaviour.js';
import { compareText } from '../text-order.js';
import type { Scalar, ValueType } from '../value-type.js';
import { canonicalLiteral } from './canonical-literal.js';
import { checkCommonType, commonType } from './common-type.js';
import { comparableNumbers } from './numeric-text.js';
import type { ClosureContext, MissingBehaviour, MissingContext, Operator, Typed } from './operator.js';

interface Order {
  readonly id: '<' | '<=' | '>' | '>=';
  readonly opposite: string;
  readonly symbol: string;
  readonly maximum: number;
  readonly test: (order: number) => boolean;
  readonly compare: (a: number | string, b: number | string) => boolean;
}

const orders: readonly Order[] = [
  { id: '<', opposite: '>=', symbol: '<', maximum: 3, test: (o) => o < 0, compare: (a, b) => a < b },
  { id: '<=', opposite: '>', symbol: '≤', maximum: 3, test: (o) => o <= 0, compare: (a, b) => a <= b },
  { id: '>', opposite: '<=', symbol: '>', maximum: 2, test: (o) => o > 0, compare: (a, b) => a > b },
  { id: '>=', opposite: '<', symbol: '≥', maximum: 2, test: (o) => o >= 0, compare: (a, b) => a >= b },
];

function typeOfOperands(
  node: OperationNode,
  context: { typeOf(node: OperationNode['operands'][number]): Typed },
) {
  return commonType(node.operands, node.operands.map(context.typeOf));
}

/** `a < b < c` is `a < b and b < c`; with a missing operand either half can still be false. */
function missingBehaviour(order: Order): MissingBehaviour {
  const strict = strictCondition((node, polarity, facts, context) => {
    const type = typeOfOperands(node, context);
    const values = node.operands.map((operand) => canonicalLiteral(context.bare(operand, facts), type));
    const operands = type === 'number' ? comparableNumbers(values) : values;
    if (polarity) return operation(node.operator, operands);
    return operands.length === 2
      ? operation(order.opposite, operands)
      : notOf(operation(node.operator, operands));
  });
  const halves = (node: OperationNode): OperationNode[] =>
    node.operands
      .slice(1)
      .map((operand, index) => operation(node.operator, [node.operands[index] ?? operand, operand]));
  const endsCanMiss = (node: OperationNode, context: MissingContext): boolean =>
    node.operands.length === 3 &&
    [node.operands[0], node.operands[2]].some((end) => end !== undefined && context.typeOf(end).nullable);
  return {
    ...strict,
    needs: (node, polarity, context) =>
      !polarity && endsCanMiss(node, context)
        ? // Either half alone makes it false, and both need the middle.
          context.needs(operation(node.operator, [node.operands[1] ?? node, node.operands[1] ?? node]), true)
        : strict.needs(node, polarity, context),
    presence: (node, context) =>
      endsCanMiss(node, context) ? conditionPresence(node, context) : strict.presence(node, context),
    holds: (node, polarity, facts, context) => {
      if (polarity || !endsCanMiss(node, context)) return strict.holds(node, polarity, facts, context);
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
  const holds: (a: Scalar, b: Scalar) => boolean = isText
    ? (a, b) => order.test(compareText(a as string, b as string))
    : (a, b) => order.compare(a as number, b as number);
  const [first, second, third] = node.operands.map(context.compose);
  if (first === undefined || second === undefined) return () => null;
  if (third === undefined) return (slots: readonly Scalar[]) => holds(first(slots), second(slots));
  return (slots: readonly Scalar[]) => {
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
      const type = checkCommonType(node.operands, types, context);
      if (type === 'boolean' || type === 'list')
        context.report('NOT_ORDERED', null, {
          en: 'Only numbers, texts, dates and times have an order. Use "==" to compare true/false.',
          'zh-CN': '只有数字、文本、日期和时间可以比较大小。是/否请用 "==" 比较。',
        });
      if (type === 'text')
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
      reportNullOperands(types, context.report);
      return { type: 'boolean', nullable: types.some((typed) => typed.nullable) };
    },
    missing: missingBehaviour(order),
    javascript: (node, context) =>
      javascriptOf(order, node.operands.map(context.emit), typeOfOperands(node, context) === 'text', () =>
        context.helper('compareText'),
      ),
    closure: (node, context) => closureOf(order, node, context),
    sql(node, context) {
      const type = typeOfOperands(node, context);
      const texts = node.operands.map((operand) => {
        const text = context.emit(operand, type as ValueType);
        return type === 'text' ? `${text} COLLATE "C"` : text;
      });
      const pairs = texts.slice(1).map((right, index) => `${texts[index] ?? right} ${order.id} ${right}`);
      return `(${pairs.join(' AND ')})`;
    },
    sentence: (node, context) => ({
      text: node.operands.map((operand) => context.words(operand, 5)).join(` ${order.symbol} `),
      strength: 4,
    }),
    negatedSentence: (node, context) =>
      node.operands.length === 2
        ? context.phrase(operation(order.opposite, node.operands))
        : { text: negatedBetween(node, order, context.words, context.language), strength: 1 },
  };
}

function negatedBetween(
  node: OperationNode,
  order: Order,
  words: (node: OperationNode['operands'][number], strength: number) => string,
  language: 'en' | 'zh-CN',
): string {
  const [below, above] = order.id === '<' ? ['≤', '≥'] : ['<', '>'];
  const [low, middle, high] = node.operands.map((operand) => words(operand, 5));
  return `${middle} ${below} ${low}${language === 'en' ? ' or ' : ' 或 '}${middle} ${above} ${high}`;
}

/** A comparison with the bare `null` is never true, which nobody means who writes it. */
export function reportNullOperands(
  types: readonly Typed[],
  report: Parameters<Operator['check']>[1]['report'],
): void {
  types.forEach((typed, index) => {
    if (typed.type !== 'null') return;
    report('COMPARISON_WITH_NULL', index, {
      en: 'A comparison with null never holds. Ask for a missing value with {"missing": ["name"]}.',
      'zh-CN': '与 null 比较永远不成立。请用 {"missing": ["名称"]} 判断是否缺失。',
    });
  });
}

/** `<`, `<=`, `>`, `>=`; the first two also take three operands (between). */
export const comparisons: readonly Operator[] = orders.map(makeComparison);
