import type { ExpressionNode } from '../../ast/expression-node.js';
import { makeTypeOf } from '../../checker/typer.js';
import type { SqlContext } from '../../operator/operator.js';
import { knownOperator } from '../../operator/registry.js';
import { declarationOf, type InputDeclarations, type ValueType } from '../../value-type.js';

/** SQL and its bind parameters; each parameter is text, its type is a cast in the SQL. @since 0.1.0 */
export interface CompiledSql {
  readonly text: string;
  readonly parameters: string[];
}

/** What {@link compileSql} needs to know of its surroundings. @since 0.1.0 */
export interface SqlOptions {
  /** The SQL of an input: a quoted column, never text from a user. */
  readonly columnOf: (name: string) => string;
  /** Number of the first bind parameter; 1 when absent. */
  readonly firstParameter?: number;
  readonly inputs: InputDeclarations;
}

const casts: Readonly<Record<ValueType, string>> = {
  number: 'numeric',
  text: 'text',
  boolean: 'boolean',
  date: 'date',
  instant: 'timestamptz',
};

/** Hands out bind parameters; the same value of the same type is bound once. @internal */
export class ParameterList {
  readonly values: string[] = [];
  readonly #known = new Map<string, string>();
  readonly #first: number;
  constructor(first: number) {
    this.#first = first;
  }
  bind(value: string, type: ValueType): string {
    const key = `${type}:${value}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const text = `$${this.#first + this.values.length}::${casts[type]}`;
    this.values.push(value);
    this.#known.set(key, text);
    return text;
  }
}

/** Writes `node` with parameters out of `list`, so that several expressions of a statement share them. @internal */
export function emitSql(node: ExpressionNode, list: ParameterList, options: SqlOptions): string {
  const typeOf = makeTypeOf(options.inputs);
  const column = (name: string): string => {
    const text = options.columnOf(name);
    // Every reader sees instants in milliseconds; a column has microseconds.
    return declarationOf(options.inputs, name)?.type === 'instant'
      ? `date_trunc('milliseconds', ${text})`
      : text;
  };
  const context: SqlContext = {
    typeOf,
    emit,
    // An empty text is a missing one for JSON Logic's `missing`, so it is one here.
    isMissing: (name) =>
      declarationOf(options.inputs, name)?.type === 'text'
        ? `NULLIF(${options.columnOf(name)}, '') IS NULL`
        : `${options.columnOf(name)} IS NULL`,
  };
  function emit(each: ExpressionNode, as?: ValueType): string {
    switch (each.kind) {
      case 'literal': {
        const { value } = each;
        if (value === null) return as === undefined ? 'NULL' : `NULL::${casts[as]}`;
        if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
        return typeof value === 'number'
          ? list.bind(String(value), 'number')
          : list.bind(value, as === 'date' || as === 'instant' ? as : 'text');
      }
      case 'list':
        return `(${each.items.map((item) => emit(item, as)).join(', ')})`;
      case 'variable':
        return column(each.name);
      case 'operation':
        return knownOperator(each.operator).sql(each, context);
    }
  }
  const { type } = typeOf(node);
  return emit(node, type === 'list' || type === 'null' || type === 'unknown' ? undefined : type);
}

/**
 * Compiles a total expression (see `writeOutMissing`) to PostgreSQL. Values are bind parameters, never part of the text.
 * @returns an SQL expression; a condition is never NULL
 * @since 0.1.0
 */
export function compileSql(node: ExpressionNode, options: SqlOptions): CompiledSql {
  const list = new ParameterList(options.firstParameter ?? 1);
  const text = emitSql(node, list, options);
  return { text, parameters: list.values };
}
