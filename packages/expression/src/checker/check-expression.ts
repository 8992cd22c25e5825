import type { ExpressionNode } from '../ast/expression-node.js';
import type { ExpressionIssue } from '../issue.js';
import type { ExpressionType, InputDeclarations } from '../value-type.js';
import { Typer } from './typer.js';

/** What {@link checkExpression} finds. @since 0.1.0 */
export interface CheckResult {
  /** `list` is the result of `missing` by itself, which may stand where a condition does. */
  readonly type: ExpressionType;
  /** Whether the value can be missing (for a condition: unknown). */
  readonly nullable: boolean;
  readonly issues: ExpressionIssue[];
}

/**
 * Finds the type of an expression over declared inputs, and every fault: what is not declared, what does not fit, what could
 * not give the same answer in every reader.
 * @returns `type`, `nullable` and issues `UNKNOWN_VARIABLE`, `TYPE_MISMATCH`, `CONDITION_EXPECTED`, `NUMBER_EXPECTED`,
 *   `COMPARISON_WITH_NULL`, `NOT_ORDERED`, `NOT_COMPARABLE`, `INVALID_DATE`, `INVALID_INSTANT`, `LIST_NOT_EXPECTED`,
 *   `LITERAL_LIST_EXPECTED`, `NAMES_EXPECTED`, `DIVISION_BY_ZERO`, `REMAINDER_OF_DECIMALS`; as warnings `TEXT_ORDER`
 * @example
 * checkExpression(node, { recency: { type: 'number', nullable: true } });
 * @since 0.1.0
 */
export function checkExpression(node: ExpressionNode, inputs: InputDeclarations): CheckResult {
  const typer = new Typer(inputs);
  const { type, nullable } = typer.check(node, []);
  return { type, nullable, issues: typer.issues };
}
