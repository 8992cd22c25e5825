/** The types of values. Dates are `YYYY-MM-DD`, instants `YYYY-MM-DDTHH:mm:ss.sssZ`. @since 0.1.0 */
export type ValueType = 'number' | 'text' | 'boolean' | 'date' | 'instant';

/** The type of an expression: a value type, a list, the bare `null`, or `unknown` after a fault. @since 0.1.0 */
export type ExpressionType = ValueType | 'list' | 'null' | 'unknown';

/** What an input is: its type, and whether it can be missing. @since 0.1.0 */
export interface InputDeclaration {
  readonly type: ValueType;
  readonly nullable: boolean;
}

/** Inputs by name. @since 0.1.0 */
export type InputDeclarations = Readonly<Record<string, InputDeclaration>>;

/** A value of an input or of an expression; `null` is missing. @since 0.1.0 */
export type Scalar = number | string | boolean | null;

/** Reads a declaration without falling into `Object.prototype`. */
export function declarationOf(inputs: InputDeclarations, name: string): InputDeclaration | undefined {
  return Object.hasOwn(inputs, name) ? inputs[name] : undefined;
}
