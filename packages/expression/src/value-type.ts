/**
 * The types of values. Dates are `YYYY-MM-DD`, instants `YYYY-MM-DDTHH:mm:ss.sssZ`, a duration is a number in its unit, an enumeration
 * a text out of its options.
 * @since 0.1.0
 */
export type ValueType =
  'number' | 'text' | 'boolean' | 'date' | 'instant' | 'duration' | 'enumeration' | 'list';

/** What the elements of a list can be. @since 0.1.0 */
export type ElementType = 'number' | 'text' | 'date' | 'instant' | 'boolean';

/**
 * The type of an expression: a value type, `names` (what `missing` gives: it may stand where a condition does), the bare `null`, or
 * `unknown` after a fault.
 * @since 0.1.0
 */
export type ExpressionType = ValueType | 'names' | 'null' | 'unknown';

/** What an input is: its type, whether it can be missing, and what its type needs to be known by. @since 0.1.0 */
export interface InputDeclaration {
  readonly type: ValueType;
  /** Whether a row may lack it. */
  readonly nullable: boolean;
  /** The unit of a number or duration, such as `day` or `CNY`; values of two different units are not compared without a warning. */
  readonly unit?: string;
  /** The texts an enumeration can be. */
  readonly options?: readonly string[];
  /** The type of a list's elements; any of them may be missing. */
  readonly element?: ElementType;
  /** False for a number that was calculated, which is compared with a margin; true when absent. */
  readonly exact?: boolean;
  /** Stands in for a missing value, which then counts as never missing. A literal as JSON Logic writes it. */
  readonly default?: number | string | boolean;
}

/** Inputs by name. @since 0.1.0 */
export type InputDeclarations = Readonly<Record<string, InputDeclaration>>;

/** A single value of an input or of an expression; `null` is missing. @since 0.1.0 */
export type Scalar = number | string | boolean | null;

/** A value inside an expression: one, or a list of them. @since 0.1.0 */
export type Value = Scalar | readonly Scalar[];

/** Reads a declaration without falling into `Object.prototype`. */
export function declarationOf(inputs: InputDeclarations, name: string): InputDeclaration | undefined {
  return Object.hasOwn(inputs, name) ? inputs[name] : undefined;
}

/** Whether an expression over the input can meet a missing value: a default keeps it from that. */
export function canBeMissing(declaration: InputDeclaration): boolean {
  return declaration.nullable && declaration.default === undefined;
}
