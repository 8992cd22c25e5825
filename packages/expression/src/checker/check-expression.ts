import type { ExpressionNode } from '../ast/expression-node.js';
import type { ExpressionIssue } from '../issue.js';
import type { ElementType, ExpressionType, InputDeclarations } from '../value-type.js';
import { Typer } from './typer.js';

/** What {@link checkExpression} finds. @since 0.1.0 */
export interface CheckResult {
  /** `names` is the result of `missing` by itself, which may stand where a condition does. */
  readonly type: ExpressionType;
  /** Whether the value can be missing (for a condition: unknown). */
  readonly nullable: boolean;
  /** False for a number that is calculated; declare an input that holds it with `exact: false`, so that it is compared with a margin. */
  readonly exact: boolean;
  /** The unit of a number or duration, where it is known. */
  readonly unit?: string;
  /** The texts of an enumeration. */
  readonly options?: readonly string[];
  /** What a list holds. */
  readonly element?: ElementType;
  readonly issues: ExpressionIssue[];
}

/**
 * Finds the type of an expression over declared inputs, and every fault: what is not declared, what does not fit, what could
 * not give the same answer in every reader.
 * @returns `type`, `nullable`, `exact`, `unit`, `options`, `element`, and issues with the codes of docs/expression-semantics.md,
 *   section 9. An expression without an issue of severity `error` may be written out and compiled.
 * @example
 * checkExpression(node, { recency: { type: 'duration', nullable: true, unit: 'day' } });
 * @see docs/expression-semantics.md
 * @since 0.1.0
 */
export function checkExpression(node: ExpressionNode, inputs: InputDeclarations): CheckResult {
  const issues: ExpressionIssue[] = [];
  const { type, nullable, exact, unit, options, element } = new Typer(inputs, issues).typeOf(node);
  return {
    type,
    nullable,
    exact: exact !== false,
    ...(unit === undefined ? {} : { unit }),
    ...(options === undefined ? {} : { options }),
    ...(element === undefined ? {} : { element: element.type as ElementType }),
    issues,
  };
}
