import type { ListNode } from '../ast/list-node.js';
import { literal } from '../ast/literal-node.js';
import { operation, type OperationNode } from '../ast/operation-node.js';
import { variable } from '../ast/variable-node.js';
import { allOf, chooseOf, missingOf, no, notOf } from '../missing/build.js';
import type { Facts } from '../missing/facts.js';
import { equalWithMargin } from '../missing/margin.js';
import type { ExpressionNode } from '../ast/expression-node.js';
import { canonicalLiteral } from './canonical-literal.js';
import { canonicalElements } from './element-scope.js';
import { checkCommonType, checkOptions, commonTyped, isNumeric, isTextual } from './common-type.js';
import { asNumber } from './numeric-text.js';
import type { CheckContext, MissingContext, SqlContext, Typed } from './operator.js';

const placeholder = literal(null);
const element = variable('');

function parts(node: OperationNode): [value: ExpressionNode, source: ExpressionNode] {
  return [node.operands[0] ?? placeholder, node.operands[1] ?? placeholder];
}

/** Whether a list consists of literals, so that it is known before there is a row. */
export function isWrittenOut(source: ExpressionNode): source is ListNode {
  return source.kind === 'list' && source.items.every((item) => item.kind === 'literal');
}

/** Whether `in` looks for a value in a list that is not written out. */
export function isMembership(node: OperationNode, context: { typeOf(node: ExpressionNode): Typed }): boolean {
  const [, source] = parts(node);
  return !isWrittenOut(source) && context.typeOf(source).type === 'list';
}

const isInexact = (...types: (Typed | undefined)[]): boolean => types.some((typed) => typed?.exact === false);

/** Checks `in` with a list that is not written out. */
export function checkMembership(
  node: OperationNode,
  typed: Typed,
  source: Typed,
  context: CheckContext,
): Typed {
  const [value, from] = parts(node);
  const types = [typed, source.element ?? typed];
  const { type } = checkCommonType([value, from], types, context);
  if (isTextual(type)) checkOptions([value, from], types, context);
  if (isNumeric(type) && isInexact(...types) && value.kind !== 'literal')
    context.report('INEXACT_IN_LIST', null, {
      en: 'A calculated number is compared with a margin, which a list cannot be searched with. Look for a plain number, or compare with {"==": [...]}.',
      'zh-CN': '计算结果的比较需要留误差，无法在列表中查找。请查找直接给出的数字，或用 {"==": [...]} 比较。',
    });
  return {
    type: 'boolean',
    nullable: typed.nullable || source.nullable || source.element?.nullable !== false,
  };
}

/**
 * Whether the value is in the list, for operands known to be present. It is known not to be only when no element is missing: the
 * missing one could be it.
 */
export function membershipTest(
  node: OperationNode,
  polarity: boolean,
  facts: Facts,
  context: MissingContext,
): ExpressionNode {
  const [value, source] = parts(node);
  const [typed, sourceType] = [context.typeOf(value), context.typeOf(source)];
  const { type } = commonTyped([value, source], [typed, sourceType.element ?? typed]);
  const bare = canonicalLiteral(context.bare(value, facts), type);
  const from = canonicalElements(context.bare(source, facts), { type, nullable: true });
  const isMissing = missingOf(['']);
  const found = isInexact(typed, sourceType.element)
    ? operation('some', [from, chooseOf([[isMissing, no]], equalWithMargin(element, bare))])
    : operation('in', [isNumeric(type) ? asNumber(bare) : bare, from]);
  if (polarity) return found;
  return sourceType.element?.nullable === false
    ? notOf(found)
    : allOf([notOf(found), operation('none', [from, isMissing])]);
}

/** `in` with an array; never NULL for operands that are not. */
export function membershipSql(node: OperationNode, context: SqlContext): string {
  const [value, source] = parts(node);
  const sourceType = context.typeOf(source);
  const { element: held } = sourceType;
  const [wanted, array] = [context.emit(value, held), context.emit(source, sourceType)];
  if (held?.type !== 'instant') return `COALESCE(${wanted} = ANY(${array}), FALSE)`;
  // Elements have microseconds, where every reader looks at milliseconds.
  const { alias, text, column } = context.lambda(element, { '': { type: 'instant', nullable: true } }, held);
  return `(${wanted} IN (SELECT ${text} FROM unnest(${array}) AS ${alias}(${columnName(column)}) WHERE ${column} IS NOT NULL))`;
}

/** The name of a column without its table. */
export const columnName = (column: string): string => column.slice(column.indexOf('.') + 1);
