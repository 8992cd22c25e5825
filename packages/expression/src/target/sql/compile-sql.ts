import type { ExpressionNode } from '../../ast/expression-node.js';
import type { LiteralValue } from '../../ast/literal-node.js';
import { makeTypeOf } from '../../checker/typer.js';
import type { SqlContext, Typed } from '../../operator/operator.js';
import { knownOperator } from '../../operator/registry.js';
import {
  declarationOf,
  type ExpressionType,
  type InputDeclarations,
  type ValueType,
} from '../../value-type.js';

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

const casts: Readonly<Record<Exclude<ExpressionType, 'list'>, string>> = {
  number: 'numeric',
  duration: 'numeric',
  text: 'text',
  enumeration: 'text',
  boolean: 'boolean',
  names: 'boolean',
  date: 'date',
  instant: 'timestamptz',
  null: 'text',
  unknown: 'text',
};

/** The array type of a list; of one that holds nothing any will do. */
const arrayType = (element: Typed | undefined): string =>
  `${element === undefined || element.type === 'list' ? 'text' : casts[element.type]}[]`;

const castOf = (as: Typed): string => (as.type === 'list' ? arrayType(as.element) : casts[as.type]);

/** Hands out bind parameters; the same value of the same type is bound once. @internal */
export class ParameterList {
  readonly values: string[] = [];
  readonly #known = new Map<string, string>();
  readonly #first: number;
  constructor(first: number) {
    this.#first = first;
  }
  bind(value: string, type: Exclude<ValueType, 'list'>): string {
    const key = `${casts[type]}:${value}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const text = `$${this.#first + this.values.length}::${casts[type]}`;
    this.values.push(value);
    this.#known.set(key, text);
    return text;
  }
}

/** Where names lead, and how deep inside list operations that is. */
interface Scope {
  readonly inputs: InputDeclarations;
  readonly columnOf: (name: string) => string;
  readonly depth: number;
}

function makeEmit(
  list: ParameterList,
  scope: Scope,
): (node: ExpressionNode, as?: ValueType | Typed) => string {
  const { inputs, columnOf } = scope;
  const typeOf = makeTypeOf(inputs);
  const column = (name: string): string => {
    const text = columnOf(name);
    // Every reader sees instants in milliseconds; a column has microseconds.
    return declarationOf(inputs, name)?.type === 'instant' ? `date_trunc('milliseconds', ${text})` : text;
  };
  const context: SqlContext = {
    typeOf,
    emit,
    arrayType,
    // An empty text is a missing one for JSON Logic's `missing`, so it is one here.
    isMissing: (name) => {
      const type = declarationOf(inputs, name)?.type;
      return type === 'text' || type === 'enumeration'
        ? `NULLIF(${columnOf(name)}, '') IS NULL`
        : `${columnOf(name)} IS NULL`;
    },
    lambda(body, elements, as) {
      const depth = scope.depth + 1;
      const alias = `element_${depth}`;
      const column = `${alias}.element_value`;
      const emitBody = makeEmit(list, { inputs: elements, columnOf: () => column, depth });
      return { alias, column, text: emitBody(body, as) };
    },
  };
  function emitLiteral(value: LiteralValue, as: Typed | undefined): string {
    if (value === null) return as === undefined ? 'NULL' : `NULL::${castOf(as)}`;
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
    return typeof value === 'number'
      ? list.bind(String(value), 'number')
      : list.bind(value, as?.type === 'date' || as?.type === 'instant' ? as.type : 'text');
  }
  function emit(each: ExpressionNode, as?: ValueType | Typed): string {
    const type = typeof as === 'string' ? { type: as, nullable: true } : as;
    switch (each.kind) {
      case 'literal':
        return emitLiteral(each.value, type);
      case 'list': {
        const element = type?.element ?? typeOf(each).element;
        const items = each.items.map((item) => emit(item, element));
        return `ARRAY[${items.join(', ')}]::${arrayType(element)}`;
      }
      case 'record':
        throw new TypeError('a checked expression holds no record');
      case 'variable':
        return column(each.name);
      case 'operation':
        return knownOperator(each.operator).sql(each, context);
    }
  }
  return emit;
}

/**
 * Writes `node` with parameters out of `list`, so that several expressions of a statement share them.
 * @param otherwise - the type of an expression that has none of its own because it is missing on every branch; without it PostgreSQL
 *   takes such a column for text
 * @internal
 */
export function emitSql(
  node: ExpressionNode,
  list: ParameterList,
  options: SqlOptions,
  otherwise?: ValueType,
): string {
  const { inputs, columnOf } = options;
  const typed = makeTypeOf(inputs)(node);
  const isTyped = typed.type !== 'names' && typed.type !== 'null' && typed.type !== 'unknown';
  const text = makeEmit(list, { inputs, columnOf, depth: 0 })(node, isTyped ? typed : undefined);
  return typed.type === 'null' && otherwise !== undefined
    ? `(${text})::${castOf({ type: otherwise, nullable: true })}`
    : text;
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
