import pg from 'pg';

/** SQL text with `$1`, `$2` … and their values as text; the text casts each parameter to its type. */
export interface ParameterizedSql {
  readonly text: string;
  readonly parameters: readonly string[];
}

/**
 * Writes the parameters into the text as literals, for utility statements such as `CREATE TABLE AS`, which PostgreSQL
 * gives no parameters. The text itself must hold no string literals with `$` in them; compilers emit none.
 * @throws Error when the text names a parameter that is not there
 */
export function inlineParameters({ text, parameters }: ParameterizedSql): string {
  return text.replace(/\$(\d+)/g, (_, digits: string) => {
    const value = parameters[Number(digits) - 1];
    if (value === undefined) throw new Error(`The statement has no parameter $${digits}.`);
    // In a function, so that "$&" and the like inside a value mean nothing to replace().
    return pg.escapeLiteral(value);
  });
}
