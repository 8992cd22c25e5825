import type { ExpressionNode } from '../ast/expression-node.js';
import { literal } from '../ast/literal-node.js';
import { operation, type OperationNode } from '../ast/operation-node.js';
import { variable } from '../ast/variable-node.js';
import { variablesOf } from '../ast/variables-of.js';
import { declarationFor } from '../checker/declared-type.js';
import { allOf, allPresent, missingOf, notOf, presentOf } from '../missing/build.js';
import { noFacts, type Facts } from '../missing/facts.js';
import { strictValue } from '../missing/strict-behaviour.js';
import type { InputDeclarations, Value } from '../value-type.js';
import { isNumeric } from './common-type.js';
import { checkSource, elementParts } from './element-scope.js';
import { columnName } from './membership.js';
import { allExact, anyDuration, calculated, sharedUnit } from './number-operands.js';
import type { MissingContext, Operator, Presence, Typed } from './operator.js';

const aggregates = { '+': 'sum', min: 'min', max: 'max' } as const;
type AggregateId = keyof typeof aggregates;

/** What is added up (or compared) for each element. */
interface Aggregate {
  readonly id: AggregateId;
  readonly parts: readonly ExpressionNode[];
}

const isAggregate = (id: string): id is AggregateId => Object.hasOwn(aggregates, id);

const isAccumulator = (node: ExpressionNode): boolean =>
  node.kind === 'variable' && node.name === 'accumulator' && node.fallback === null;

/**
 * The aggregate that a body is: a sum, smallest or largest of the accumulator and of what depends on the element alone. Anything else
 * depends on the order of the elements, which SQL has no word for.
 */
function aggregateOf(body: ExpressionNode): Aggregate | null {
  if (body.kind !== 'operation' || !isAggregate(body.operator) || body.operands.length < 2) return null;
  const parts = body.operands.filter((operand) => !isAccumulator(operand));
  if (parts.length !== body.operands.length - 1) return null;
  if (parts.some((part) => variablesOf(part).some((name) => name !== 'current'))) return null;
  return { id: body.operator, parts };
}

/** The accumulator comes first, as JavaScript hands it over. */
function reduceScope(source: Typed): InputDeclarations {
  return {
    accumulator: { type: 'number', nullable: false, exact: false },
    current: declarationFor(source.element ?? { type: 'number', nullable: true }),
  };
}

const initialOf = (node: OperationNode): ExpressionNode => node.operands[2] ?? literal(null);

/** `node` over the element under the name that `none` gives it. */
function overElement(node: ExpressionNode): ExpressionNode {
  switch (node.kind) {
    case 'variable':
      return variable('', node.fallback === null ? null : overElement(node.fallback));
    case 'operation': {
      const isAsking = node.operator === 'missing' || node.operator === 'missing_some';
      return operation(
        node.operator,
        node.operands.map((operand) =>
          isAsking && operand.kind === 'literal' && operand.value === 'current'
            ? literal('')
            : overElement(operand),
        ),
      );
    }
    default:
      return node;
  }
}

/** Present when list and start are, and the body has a value for every element. */
function presenceOfReduce(node: OperationNode, context: MissingContext): Presence {
  const { source, body } = elementParts(node);
  const outer = allPresent([context.presence(source), context.presence(initialOf(node))]);
  const element = declarationFor(context.typeOf(source).element ?? { type: 'number', nullable: true });
  const inner = context.scoped({ '': element });
  const parts = (aggregateOf(body)?.parts ?? []).map(overElement);
  const needed = allPresent(parts.map(inner.presence));
  const isGiven = allOf([presentOf(needed.variables), ...needed.conditions]);
  if (isGiven.kind === 'literal') return outer;
  const isLacking = needed.conditions.length === 0 ? missingOf(needed.variables) : notOf(isGiven);
  const all = operation('none', [context.bare(source, noFacts), isLacking]);
  return { variables: outer.variables, conditions: [...outer.conditions, all] };
}

function rebuild(node: OperationNode, facts: Facts, context: MissingContext): ExpressionNode {
  const { source, body } = elementParts(node);
  const inner = context.scoped(reduceScope(context.typeOf(source)));
  return operation('reduce', [
    context.bare(source, facts),
    inner.bare(body, noFacts),
    context.bare(initialOf(node), facts),
  ]);
}

/** `reduce`, where it is a sum, the smallest or the largest: what every reader gives alike. */
export const reduceOperator: Operator = {
  id: 'reduce',
  operandCount: { minimum: 3, maximum: 3 },
  check(node, context) {
    const source = checkSource(node, context);
    const start = context.operand(2);
    if (!isNumeric(start.type) && start.type !== 'unknown')
      context.report('NUMBER_EXPECTED', 2, {
        en: 'The start of "reduce" is a number: 0 for a sum.',
        'zh-CN': '“reduce”的初始值必须是数字，求和时为 0。',
      });
    if (source === null) return { type: 'unknown', nullable: true };
    const { body } = elementParts(node);
    const aggregate = aggregateOf(body);
    if (aggregate === null) {
      context.report('REDUCE_NOT_SUPPORTED', 1, {
        en: 'Only a sum, the smallest or the largest gives the same answer everywhere: {"+": [{"var": "current"}, {"var": "accumulator"}]}, or "min" or "max" instead of "+". To ask about the elements use "some", "all" or "none".',
        'zh-CN':
          '只有求和、最小值和最大值在各处结果一致：{"+": [{"var": "current"}, {"var": "accumulator"}]}，或把“+”换成“min”“max”。如需判断元素，请用“some”“all”或“none”。',
      });
      return { type: 'unknown', nullable: true };
    }
    const typed = context.scoped(1, reduceScope(source));
    if (typed.type === 'unknown') return typed;
    const element = source.element ?? typed;
    const isExact = aggregate.id !== '+' && allExact([start, element]) && aggregate.parts.every(isPlain);
    const types = [start, typed];
    return {
      ...calculated(types, isExact, sharedUnit(types), anyDuration(types)),
      nullable: source.nullable || start.nullable || element.nullable || typed.nullable,
    };
  },
  missing: { ...strictValue(rebuild), presence: presenceOfReduce },
  javascript(node, context) {
    const { source, body } = elementParts(node);
    const step = context.lambda(body, reduceScope(context.typeOf(source)));
    return `${context.emit(source)}.reduce(${step}, ${context.emit(initialOf(node))})`;
  },
  closure(node, context) {
    const { source, body } = elementParts(node);
    const list = context.compose(source);
    const start = context.compose(initialOf(node));
    const step = context.lambda(body, reduceScope(context.typeOf(source)));
    return (slots) => {
      const values: Value[] = [start(slots), null];
      for (const element of list(slots) as readonly Value[]) {
        values[1] = element;
        values[0] = step(values);
      }
      return values[0] ?? null;
    };
  },
  sql(node, context) {
    const { source, body } = elementParts(node);
    const { id, parts } = aggregateOf(body) ?? { id: '+', parts: [] };
    const typed = context.typeOf(source);
    const [first] = parts;
    const each = parts.length === 1 && first !== undefined ? first : operation(id, parts);
    const { alias, column, text } = context.lambda(each, reduceScope(typed), 'number');
    const rows = `unnest(${context.emit(source, typed)}) AS ${alias}(${columnName(column)})`;
    const found = `(SELECT ${aggregates[id]}(${text}) FROM ${rows})`;
    const start = context.emit(initialOf(node), 'number');
    // LEAST and GREATEST pass over the NULL that an empty list gives.
    if (id === '+') return `(${start} + COALESCE(${found}, 0))`;
    return `${id === 'min' ? 'LEAST' : 'GREATEST'}(${start}, ${found})`;
  },
  sentence(node, context) {
    const { source, body } = elementParts(node);
    const { id, parts } = aggregateOf(body) ?? { id: '+', parts: [] };
    const list = context.words(source, 5);
    const isElement = parts.length === 1 && parts[0]?.kind === 'variable';
    const value = parts.map((part) => context.words(part, 5)).join(', ');
    const words = sentences[context.language];
    const name = words[id];
    return { text: words.of(name, list, isElement ? null : value), strength: 5 };
  },
};

const isPlain = (node: ExpressionNode): boolean => node.kind === 'variable' || node.kind === 'literal';

const sentences = {
  en: {
    '+': 'the sum',
    min: 'the smallest',
    max: 'the largest',
    of: (name: string, list: string, value: string | null) =>
      value === null ? `${name} of ${list}` : `${name} of ${value} over ${list}`,
  },
  'zh-CN': {
    '+': '合计',
    min: '最小值',
    max: '最大值',
    of: (name: string, list: string, value: string | null) =>
      value === null ? `${list}的${name}` : `${list}中 ${value} 的${name}`,
  },
};
