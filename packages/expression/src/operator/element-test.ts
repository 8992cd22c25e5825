import { operation, type OperationNode } from '../ast/operation-node.js';
import { no, notOf } from '../missing/build.js';
import { conditionPresence } from '../missing/condition-presence.js';
import { noFacts } from '../missing/facts.js';
import { conditionValue, guarded } from '../missing/strict-behaviour.js';
import type { Value } from '../value-type.js';
import { checkCondition } from './condition-operand.js';
import { checkSource, elementParts, elementScope } from './element-scope.js';
import { columnName } from './membership.js';
import type { MissingBehaviour, MissingContext, Operator, SentenceContext, SqlContext } from './operator.js';

interface ElementTest {
  readonly id: 'all' | 'none' | 'some';
  readonly words: { readonly en: string; readonly 'zh-CN': string };
  /** SQL over the rows that `unnest` gives. */
  readonly sql: (array: string, rows: string, test: string) => string;
  readonly javascript: (list: string, test: string) => string;
  readonly test: (list: readonly Value[], holds: (element: Value) => boolean) => boolean;
}

const tests: readonly ElementTest[] = [
  {
    id: 'all',
    words: { en: 'every value of', 'zh-CN': '中的每个值都满足' },
    // JSON Logic says that not all of nothing is.
    sql: (array, rows, test) =>
      `(cardinality(${array}) > 0 AND NOT EXISTS (SELECT 1 FROM ${rows} WHERE NOT ${test}))`,
    javascript: (list, test) => `((list) => list.length !== 0 && list.every(${test}))(${list})`,
    test: (list, holds) => list.length > 0 && list.every(holds),
  },
  {
    id: 'some',
    words: { en: 'some value of', 'zh-CN': '中至少有一个值满足' },
    sql: (_array, rows, test) => `EXISTS (SELECT 1 FROM ${rows} WHERE ${test})`,
    javascript: (list, test) => `${list}.some(${test})`,
    test: (list, holds) => list.some(holds),
  },
  {
    id: 'none',
    words: { en: 'no value of', 'zh-CN': '中没有任何值满足' },
    sql: (_array, rows, test) => `NOT EXISTS (SELECT 1 FROM ${rows} WHERE ${test})`,
    javascript: (list, test) => `!${list}.some(${test})`,
    test: (list, holds) => !list.some(holds),
  },
];

/**
 * Kleene over the elements: "some" holds when it does for one, and is false when it is false for all. A body that is not known to be
 * false is what the total form asks for.
 */
function holdsOver(
  node: OperationNode,
  polarity: boolean,
  facts: Parameters<MissingBehaviour['holds']>[2],
  context: MissingContext,
) {
  const { source, body } = elementParts(node);
  const inner = context.scoped(elementScope(context.typeOf(source)));
  const isPositive = (node.operator === 'none') !== polarity;
  const holds = inner.holds(body, true, noFacts);
  const canHold = inner.typeOf(body).nullable ? notOf(inner.holds(body, false, noFacts)) : holds;
  return guarded(context.presence(source), facts, no, (known) => {
    const test = operation(node.operator === 'all' ? 'all' : 'some', [
      context.bare(source, known),
      isPositive ? holds : canHold,
    ]);
    return isPositive ? test : notOf(test);
  });
}

const missing: MissingBehaviour = {
  needs: (node, _polarity, context) => context.presence(elementParts(node).source).variables,
  presence: (node, context) => {
    const { source, body } = elementParts(node);
    const inner = context.scoped(elementScope(context.typeOf(source)));
    return inner.typeOf(body).nullable ? conditionPresence(node, context) : context.presence(source);
  },
  holds: holdsOver,
  bare: (node, facts, context) => context.holds(node, true, facts),
  value: conditionValue,
};

/** `unnest` of the list, and the body over its rows. */
function rowsOf(node: OperationNode, context: SqlContext) {
  const { source, body } = elementParts(node);
  const typed = context.typeOf(source);
  const array = context.emit(source, typed);
  const { alias, column, text } = context.lambda(body, elementScope(typed), 'boolean');
  return { array, rows: `unnest(${array}) AS ${alias}(${columnName(column)})`, text };
}

function sentence(each: ElementTest, node: OperationNode, context: SentenceContext) {
  const { source, body } = elementParts(node);
  const [list, test] = [context.words(source, 5), context.words(body, 3)];
  return context.language === 'en'
    ? { text: `for ${each.words.en} ${list}: ${test}`, strength: 3 }
    : { text: `${list}${each.words['zh-CN']}：${test}`, strength: 3 };
}

function makeElementTest(each: ElementTest): Operator {
  return {
    id: each.id,
    operandCount: { minimum: 2, maximum: 2 },
    check(node, context) {
      const source = checkSource(node, context);
      if (source === null) return { type: 'boolean', nullable: true };
      const body = context.scoped(1, elementScope(source));
      checkCondition(body, 1, context);
      return { type: 'boolean', nullable: source.nullable || body.nullable };
    },
    missing,
    javascript(node, context) {
      const { source, body } = elementParts(node);
      return each.javascript(
        context.emit(source),
        context.lambda(body, elementScope(context.typeOf(source))),
      );
    },
    closure(node, context) {
      const { source, body } = elementParts(node);
      const list = context.compose(source);
      const test = context.lambda(body, elementScope(context.typeOf(source)));
      const element: Value[] = [null];
      const holds = (value: Value): boolean => {
        element[0] = value;
        return test(element) === true;
      };
      return (slots) => each.test(list(slots) as readonly Value[], holds);
    },
    sql(node, context) {
      const { array, rows, text } = rowsOf(node, context);
      return each.sql(array, rows, text);
    },
    sentence: (node, context) => sentence(each, node, context),
  };
}

/** `all`, `some`, `none`: a condition over the elements of a list. */
export const elementTests: readonly Operator[] = tests.map(makeElementTest);
