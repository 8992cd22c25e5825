import { checkExpression } from '../../checker/check-expression.js';
import { ExpressionError } from '../../issue.js';
import { writeOutMissing } from '../../missing/write-out-missing.js';
import { parseExpression } from '../../parser/parse-expression.js';
import type { InputDeclarations } from '../../value-type.js';
import { compileSql, type CompiledSql } from './compile-sql.js';

/**
 * Compiles a condition in JSON Logic to an SQL predicate that is true or false, never NULL.
 * @param columnOf - the SQL of an input: a quoted column
 * @param firstParameter - number of the first bind parameter
 * @throws ExpressionError `INVALID_EXPRESSION` with every issue when the rule cannot be read, is ill-typed or is no condition
 * @example
 * compilePredicateSql({ '>': [{ var: 'amount' }, 100] }, { amount: { type: 'number', nullable: true } }, () => '"f_amount"');
 * // { text: '(NOT ("f_amount" IS NULL) AND ("f_amount" > $1::numeric))', parameters: ['100'] }
 * @since 0.1.0
 */
export function compilePredicateSql(
  logic: unknown,
  inputs: InputDeclarations,
  columnOf: (name: string) => string,
  firstParameter = 1,
): CompiledSql {
  const parsed = parseExpression(logic);
  if (!parsed.ok)
    throw new ExpressionError('INVALID_EXPRESSION', 'the condition cannot be read', parsed.issues);
  const { type, issues } = checkExpression(parsed.node, inputs);
  const errors = issues.filter((issue) => issue.severity === 'error');
  if (errors.length > 0) throw new ExpressionError('INVALID_EXPRESSION', 'the condition has errors', errors);
  if (type !== 'boolean' && type !== 'list')
    throw new ExpressionError('INVALID_EXPRESSION', 'a condition gives true or false');
  return compileSql(writeOutMissing(parsed.node, inputs), { columnOf, firstParameter, inputs });
}
