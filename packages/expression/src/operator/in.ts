import type { ExpressionNode } from '../ast/expression-node.js';
import { list } from '../ast/list-node.js';
import { literal } from '../ast/literal-node.js';
import { operation, type OperationNode } from '../ast/operation-node.js';
import { notOf } from '../missing/build.js';
import { strictCondition } from '../missing/strict-behaviour.js';
import type { Scalar, ValueType } from '../value-type.js';
import { canonicalLiteral } from './canonical-literal.js';
import { checkCommonType, commonType } from './common-type.js';
import { asNumber } from './numeric-text.js';
import type { CheckContext, Operator, SentenceContext, Typed } from './operator.js';

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
      en: 'The list of "in" has at least one value, each written out and none of them null.',
      'zh-CN': '“in”的列表至少要有一个直接写出的值，且不能包含 null。',
    });
    return;
  }
  const types = items.map((item): Typed => ({ type: literalType(item), nullable: false }));
  checkCommonType([value, ...items], [typed, ...types], context, (position) => (position === 0 ? 0 : 1));
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
  if (where.kind !== 'list') {
    const [part, whole] = [context.words(value, 5), context.words(where, 5)];
    return context.language === 'en'
      ? { text: `${whole} ${isIn ? 'contains' : 'does not contain'} ${part}`, strength: 4 }
      : { text: `${whole}${isIn ? '包含' : '不包含'}${part}`, strength: 4 };
  }
  const items = where.items.map((item) => context.words(item, 5));
  const subject = context.words(value, 5);
  if (context.language === 'en')
    return { text: `${subject} is ${isIn ? '' : 'not '}one of ${items.join(', ')}`, strength: 4 };
  return { text: `${subject}${isIn ? '属于' : '不属于'}${items.join('、')}`, strength: 4 };
}

/** `in`: a value in a list written out, or a text inside a text. */
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
    if (where.kind === 'list') {
      checkList(value, typed, where.items, context);
      return { type: 'boolean', nullable: typed.nullable };
    }
    const whole = context.operand(1);
    if ([typed, whole].some((each) => each.type !== 'text' && each.type !== 'unknown'))
      context.report('TYPE_MISMATCH', null, {
        en: '"in" looks for a value in a list, or for a text in a text. Write the list out, for example {"in": [value, ["A", "B"]]}.',
        'zh-CN':
          '“in”用于判断值是否在列表中，或文本是否包含另一段文本。请直接写出列表，例如 {"in": [值, ["A", "B"]]}。',
      });
    return { type: 'boolean', nullable: typed.nullable || whole.nullable };
  },
  missing: strictCondition((node, polarity, facts, context) => {
    const { value, where } = operandsOf(node);
    const bare = context.bare(value, facts);
    let test: ExpressionNode;
    if (where.kind === 'list') {
      const type = elementType(value, where.items, context.typeOf);
      // Stock JSON Logic looks a value up strictly, so a number that arrives as text is converted first.
      test = operation('in', [
        type === 'number' ? asNumber(bare) : bare,
        list(where.items.map((item) => canonicalLiteral(item, type))),
      ]);
    } else test = operation('in', [bare, context.bare(where, facts)]);
    return polarity ? test : notOf(test);
  }),
  javascript(node, context) {
    const { value, where } = operandsOf(node);
    const text = context.emit(value);
    if (where.kind !== 'list') {
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
    if (where.kind === 'list') {
      const items = new Set<Scalar>(where.items.map((item) => (item.kind === 'literal' ? item.value : null)));
      return (slots) => items.has(needle(slots));
    }
    const whole = context.compose(where);
    return (slots) => {
      const text = whole(slots) as string;
      return text !== '' && text.includes(needle(slots) as string);
    };
  },
  sql(node, context) {
    const { value, where } = operandsOf(node);
    if (where.kind === 'list') {
      const type = elementType(value, where.items, context.typeOf);
      const items = where.items.map((item) => context.emit(item, type));
      return `(${context.emit(value, type)} IN (${items.join(', ')}))`;
    }
    const [part, whole] = [context.emit(value, 'text'), context.emit(where, 'text')];
    return `(${whole} <> '' AND strpos(${whole} COLLATE "C", ${part} COLLATE "C") > 0)`;
  },
  sentence: (node, context) => words(node, true, context),
  negatedSentence: (node, context) => words(node, false, context),
};
