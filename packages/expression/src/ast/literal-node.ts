/** A value a literal can hold; a number is the decimal that `String(value)` writes. @since 0.1.0 */
export type LiteralValue = number | string | boolean | null;

/** A constant. @since 0.1.0 */
export interface LiteralNode {
  readonly kind: 'literal';
  readonly value: LiteralValue;
}

/** Makes a {@link LiteralNode}. @since 0.1.0 */
export function literal(value: LiteralValue): LiteralNode {
  return { kind: 'literal', value };
}
