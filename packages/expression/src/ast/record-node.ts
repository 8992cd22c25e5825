import type { JsonLogicValue } from './json-value.js';

/** An object that is no operation, since it has no key or several: plain data, in which nothing is evaluated. @since 0.1.0 */
export interface RecordNode {
  readonly kind: 'record';
  readonly value: { readonly [key: string]: JsonLogicValue };
}

/** Makes a {@link RecordNode}. @since 0.1.0 */
export function record(value: RecordNode['value']): RecordNode {
  return { kind: 'record', value };
}
