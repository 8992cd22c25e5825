import { operation, type OperationNode } from '../ast/operation-node.js';
import { noFacts, type Facts } from '../missing/facts.js';
import { guarded } from '../missing/strict-behaviour.js';
import { literal } from '../ast/literal-node.js';
import type { ExpressionNode } from '../ast/expression-node.js';
import { no } from '../missing/build.js';
import type { Scalar, Value } from '../value-type.js';
import { checkCondition } from './condition-operand.js';
import { checkSource, elementParts, elementScope } from './element-scope.js';
import { columnName } from './membership.js';
import type {
  CheckContext,
  MissingBehaviour,
  MissingContext,
  Operator,
  SentenceContext,
  SqlContext,
  Typed,
} from './operator.js';
import { typeNames } from './type-name.js';

const nothing = literal(null);

/** Missing when the list is; what becomes of the elements is for `body` to say. */
function listBehaviour(
  rebuildBody: (body: ExpressionNode, inner: MissingContext) => ExpressionNode,
): MissingBehaviour {
  const rebuild = (node: OperationNode, facts: Facts, context: MissingContext): ExpressionNode => {
    const { source, body } = elementParts(node);
    const inner = context.scoped(elementScope(context.typeOf(source)));
    return operation(node.operator, [context.bare(source, facts), rebuildBody(body, inner)]);
  };
  return {
    needs: (node, _polarity, context) => context.presence(node).variables,
    presence: (node, context) => context.presence(elementParts(node).source),
    // Unreachable in a checked tree: a list is no condition.
    holds: () => no,
    bare: rebuild,
    value: (node, facts, context) =>
      guarded(context.presence(node), facts, nothing, (known) => rebuild(node, known, context)),
  };
}

function checkMapped(node: OperationNode, context: CheckContext): Typed {
  const source = checkSource(node, context);
  if (source === null) return { type: 'unknown', nullable: true };
  const element = context.scoped(1, elementScope(source));
  if (element.type === 'unknown') return element;
  if (element.type === 'list' || element.type === 'names' || element.type === 'null') {
    context.report(
      'VALUE_EXPECTED',
      1,
      {
        en: `"map" needs a single value for each element, not ${typeNames[element.type].en}. Give a number, text, date or true/false.`,
        'zh-CN': `“map”需要为每个元素给出单个值，而不是${typeNames[element.type]['zh-CN']}。请给出数字、文本、日期或是/否。`,
      },
      { details: { type: element.type } },
    );
    return { type: 'unknown', nullable: true };
  }
  return { type: 'list', nullable: source.nullable, element };
}

/** The rows of a list in their order, with their place. */
function rowsOf(node: OperationNode, context: SqlContext, as: Typed) {
  const { source, body } = elementParts(node);
  const typed = context.typeOf(source);
  const { alias, column, text } = context.lambda(body, elementScope(typed), as);
  const array = context.emit(source, typed);
  return {
    column,
    text,
    rows: `unnest(${array}) WITH ORDINALITY AS ${alias}(${columnName(column)}, element_place)`,
    order: `${alias}.element_place`,
  };
}

function makeElementList(
  id: 'map' | 'filter',
  parts: Pick<Operator, 'check' | 'missing' | 'sql'> & {
    readonly apply: (list: readonly Value[], body: (element: Value) => Value) => readonly Scalar[];
    readonly words: (list: string, body: string, language: SentenceContext['language']) => string;
  },
): Operator {
  const { apply, words, ...own } = parts;
  return {
    id,
    operandCount: { minimum: 2, maximum: 2 },
    ...own,
    javascript(node, context) {
      const { source, body } = elementParts(node);
      return `${context.emit(source)}.${id}(${context.lambda(body, elementScope(context.typeOf(source)))})`;
    },
    closure(node, context) {
      const { source, body } = elementParts(node);
      const list = context.compose(source);
      const each = context.lambda(body, elementScope(context.typeOf(source)));
      return (slots) => apply(list(slots) as readonly Value[], (element) => each([element]));
    },
    sentence(node, context) {
      const { source, body } = elementParts(node);
      const text = words(context.words(source, 5), context.words(body, 0), context.language);
      return { text, strength: 5 };
    },
  };
}

/** `map`: a value for each element; `filter`: the elements for which a condition holds, without those for which it is unknown. */
export const elementLists: readonly Operator[] = [
  makeElementList('map', {
    check: checkMapped,
    missing: listBehaviour((body, inner) => inner.value(body, noFacts)),
    sql(node, context) {
      const { element } = context.typeOf(node);
      const { rows, text, order } = rowsOf(node, context, element ?? { type: 'text', nullable: true });
      return `ARRAY(SELECT ${text} FROM ${rows} ORDER BY ${order})`;
    },
    apply: (list, body) => list.map((element) => body(element) as Scalar),
    words: (list, body, language) =>
      language === 'en' ? `${body} for each value of ${list}` : `${list}中每个值的 ${body}`,
  }),
  makeElementList('filter', {
    check(node, context) {
      const source = checkSource(node, context);
      if (source === null) return { type: 'unknown', nullable: true };
      checkCondition(context.scoped(1, elementScope(source)), 1, context);
      return source;
    },
    missing: listBehaviour((body, inner) => inner.holds(body, true, noFacts)),
    sql(node, context) {
      const { rows, text, order, column } = rowsOf(node, context, { type: 'boolean', nullable: false });
      return `ARRAY(SELECT ${column} FROM ${rows} WHERE ${text} ORDER BY ${order})`;
    },
    apply: (list, body) => list.filter((element) => body(element) === true) as readonly Scalar[],
    words: (list, body, language) =>
      language === 'en' ? `the values of ${list} where ${body}` : `${list}中满足 ${body} 的值`,
  }),
];
