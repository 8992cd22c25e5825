import type { ExpressionNode } from '../ast/expression-node.js';
import { list } from '../ast/list-node.js';
import { literal } from '../ast/literal-node.js';
import { operation, type OperationNode } from '../ast/operation-node.js';
import { bounded } from '../missing/bounded.js';
import { anyOf, no, notOf } from '../missing/build.js';
import { conditionPresence } from '../missing/condition-presence.js';
import { equalWithMargin } from '../missing/margin.js';
import { guarded, presenceOfOperands, strictCondition } from '../missing/strict-behaviour.js';
import type { Scalar, Value, ValueType } from '../value-type.js';
import { canonicalLiteral } from './canonical-literal.js';
import { checkCommonType, checkOptions, commonType, isNumeric, isTextual } from './common-type.js';
import { memberTests } from './literal-tests.js';
import { checkMembership, isMembership, isWrittenOut, membershipSql, membershipTest } from './membership.js';
import { asNumber } from './numeric-text.js';
import type { CheckContext, Operator, SentenceContext, Typed } from './operator.js';
import { joinWords, sentenceWords } from './sentence-words.js';

const placeholder = literal(null);

function operandsOf(node: OperationNode): { value: ExpressionNode; where: ExpressionNode } {
  return { value: node.operands[0] ?? placeholder, where: node.operands[1] ?? placeholder };
}

function checkList(
  value: ExpressionNode,
  typed: Typed,
  items: readonly ExpressionNode[],
  context: CheckContext,
): void {
  const areLiterals = items.every((item) => item.kind === 'literal' && item.value !== null);
  if (!areLiterals || items.length === 0) {
    context.report('LITERAL_LIST_EXPECTED', 1, {
      en: 'The list of "in" has at least one value, and null is none. Write the values out, for example {"in": [value, ["A", "B"]]}.',
      'zh-CN': '“in”的列表至少要有一个值，且不能包含 null。请直接写出各个值，例如 {"in": [值, ["A", "B"]]}。',
    });
    return;
  }
  const nodes = [value, ...items];
  const types = [typed, ...items.map((item): Typed => ({ type: literalType(item), nullable: false }))];
  const indexOf = (position: number) => (position === 0 ? 0 : 1);
  const { type } = checkCommonType(nodes, types, context, indexOf);
  if (isTextual(type)) checkOptions(nodes, types, context, indexOf);
}

function literalType(node: ExpressionNode): 'number' | 'text' | 'boolean' | 'null' {
  if (node.kind !== 'literal' || node.value === null) return 'null';
  return typeof node.value === 'number' ? 'number' : typeof node.value === 'boolean' ? 'boolean' : 'text';
}

function elementType(
  value: ExpressionNode,
  items: readonly ExpressionNode[],
  typeOf: (node: ExpressionNode) => Typed,
): ValueType {
  const nodes = [value, ...items];
  return commonType(nodes, nodes.map(typeOf)) as ValueType;
}

function words(node: OperationNode, isIn: boolean, context: SentenceContext) {
  const { value, where } = operandsOf(node);
  const { language } = context;
  const said = sentenceWords[language];
  const say = (left: string, verb: string, right: string) => ({
    text: joinWords(language, left, verb, right),
    strength: 4,
  });
  if (where.kind !== 'list')
    return say(context.words(where, 5), isIn ? said.contains : said.lacks, context.words(value, 5));
  const items = where.items.map((item) => context.words(item, 5));
  const list = items.join(language === 'en' ? ', ' : '、');
  return say(context.words(value, 5), isIn ? said.isIn : said.isNotIn, list);
}

const written = strictCondition((node, polarity, facts, context) => {
  const { value, where } = operandsOf(node);
  const bare = context.bare(value, facts);
  let test: ExpressionNode;
  if (isWrittenOut(where)) {
    const type = elementType(value, where.items, context.typeOf);
    const items = where.items.map((item) => canonicalLiteral(item, type));
    test =
      context.typeOf(value).exact === false
        ? bounded(anyOf(items.map((item) => equalWithMargin(bare, item))))
        : // Stock JSON Logic looks a value up strictly, so a number that arrives as text is converted first.
          operation('in', [isNumeric(type) ? asNumber(bare) : bare, list(items)]);
  } else test = operation('in', [bare, context.bare(where, facts)]);
  return polarity ? test : notOf(test);
});

/** `in`: a value in a list, or a text inside a text. */
export const inOperator: Operator = {
  id: 'in',
  operandCount: { minimum: 2, maximum: 2 },
  check(node, context) {
    const { value, where } = operandsOf(node);
    const typed = context.operand(0);
    if (typed.type === 'null')
      context.report('COMPARISON_WITH_NULL', 0, {
        en: 'Looking for null finds nothing. Ask for a missing value with {"missing": ["name"]}.',
        'zh-CN': '查找 null 不会有结果。请用 {"missing": ["名称"]} 判断是否缺失。',
      });
    if (isWrittenOut(where)) {
      checkList(value, typed, where.items, context);
      return { type: 'boolean', nullable: typed.nullable };
    }
    const whole = context.operand(1);
    if (whole.type === 'list') return checkMembership(node, typed, whole, context);
    if ([typed, whole].some((each) => !isTextual(each.type) && each.type !== 'unknown'))
      context.report('TYPE_MISMATCH', null, {
        en: '"in" looks for a value in a list, or for a text in a text. Write the list out, for example {"in": [value, ["A", "B"]]}.',
        'zh-CN':
          '“in”用于判断值是否在列表中，或文本是否包含另一段文本。请直接写出列表，例如 {"in": [值, ["A", "B"]]}。',
      });
    return { type: 'boolean', nullable: typed.nullable || whole.nullable };
  },
  missing: {
    ...written,
    presence: (node, context) =>
      isMembership(node, context) ? conditionPresence(node, context) : written.presence(node, context),
    needs: (node, _polarity, context) => presenceOfOperands(node, context).variables,
    holds: (node, polarity, facts, context) =>
      isMembership(node, context)
        ? guarded(presenceOfOperands(node, context), facts, no, (known) =>
            membershipTest(node, polarity, known, context),
          )
        : written.holds(node, polarity, facts, context),
  },
  javascript(node, context) {
    const { value, where } = operandsOf(node);
    const text = context.emit(value);
    if (isMembership(node, context)) return `${context.emit(where)}.includes(${text})`;
    if (!isWrittenOut(where)) {
      // Stock JSON Logic finds nothing in an empty text, not even the empty text.
      const whole = context.emit(where);
      return `(${whole} !== "" && ${whole}.includes(${text}))`;
    }
    const items = where.items.map(context.emit);
    if (/^\w+$/.test(text)) return `(${items.map((item) => `${text} === ${item}`).join(' || ')})`;
    return `[${items.join(', ')}].includes(${text})`;
  },
  closure(node, context) {
    const { value, where } = operandsOf(node);
    const needle = context.compose(value);
    if (isWrittenOut(where)) {
      const items = new Set<Value>(where.items.map((item) => (item.kind === 'literal' ? item.value : null)));
      return (slots) => items.has(needle(slots));
    }
    const whole = context.compose(where);
    if (isMembership(node, context))
      return (slots) => (whole(slots) as readonly Scalar[]).includes(needle(slots) as Scalar);
    return (slots) => {
      const text = whole(slots) as string;
      return text !== '' && text.includes(needle(slots) as string);
    };
  },
  tests(node, polarity) {
    const { value, where } = operandsOf(node);
    return isWrittenOut(where) ? memberTests(value, where.items, polarity) : null;
  },
  sql(node, context) {
    const { value, where } = operandsOf(node);
    if (isWrittenOut(where)) {
      const type = elementType(value, where.items, context.typeOf);
      const items = where.items.map((item) => context.emit(item, type));
      return `(${context.emit(value, type)} IN (${items.join(', ')}))`;
    }
    if (isMembership(node, context)) return membershipSql(node, context);
    const [part, whole] = [context.emit(value, 'text'), context.emit(where, 'text')];
    return `(${whole} <> '' AND strpos(${whole} COLLATE "C", ${part} COLLATE "C") > 0)`;
  },
  sentence: (node, context) => words(node, true, context),
  negatedSentence: (node, context) => words(node, false, context),
};
