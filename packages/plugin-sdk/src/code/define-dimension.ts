import type { CodeContext } from './context.js';
import type { DimensionInputs, SubjectOf } from './inputs.js';
import type { CodeParameter } from './parameter.js';
import type { CodeText } from './text.js';

/** The types of values that code can compute. A date is `yyyy-mm-dd`. @since 0.1.0 */
export type CodeValueType = 'number' | 'text' | 'boolean' | 'date' | 'enumeration';

/** Which values can occur at all, as on a dimension node: decimals as text, options of an enumeration. @since 0.1.0 */
export interface CodeDomain<O extends readonly string[] = readonly string[]> {
  readonly minimum?: string;
  readonly maximum?: string;
  readonly step?: string;
  /** The values of an `enumeration`. */
  readonly options?: O;
}

/** A value, or null where there is none for a subject. @since 0.1.0 */
export type CodeValue<V extends CodeValueType, O extends readonly string[] = readonly string[]> =
  | (V extends 'number'
      ? number
      : V extends 'boolean'
        ? boolean
        : V extends 'enumeration'
          ? O[number]
          : string)
  | null;

/** A dimension that code computes. @since 0.1.0 */
export interface DimensionDefinition<
  V extends CodeValueType,
  I extends DimensionInputs,
  P extends readonly CodeParameter[],
  O extends readonly string[],
> {
  /** Lower-case letters, digits and `_`, starting with a letter; models know it as `<plugin>.<id>`. */
  readonly id: string;
  readonly name: CodeText;
  readonly description?: CodeText;
  readonly subjectType: string;
  readonly inputs: I;
  readonly parameters?: P;
  readonly valueType: V;
  /** `day`, `time`, `currency`, … for display. */
  readonly unit?: string;
  readonly domain?: CodeDomain<O>;
  /** Which way is good. */
  readonly better?: 'higher' | 'lower';
  /**
   * The values of a batch of subjects: one for each, in their order, null where there is none. Numbers are finite and are rounded to
   * 15 significant digits.
   */
  compute(
    subjects: readonly SubjectOf<I>[],
    context: CodeContext<P>,
  ): readonly CodeValue<V, O>[] | Promise<readonly CodeValue<V, O>[]>;
}

/**
 * Declares a dimension that code computes. Types of fields, events, parameters and of the value follow from the declaration.
 * @example
 * ```ts
 * export const orderGap = defineDimension({
 *   id: 'order_gap',
 *   name: { en: 'Days between the last two orders', 'zh-CN': '最近两次下单间隔' },
 *   subjectType: 'customer',
 *   inputs: { events: { order: { limit: 2 } } },
 *   valueType: 'number',
 *   unit: 'day',
 *   compute: (customers) =>
 *     customers.map(({ events: { order } }) => {
 *       const [earlier, later] = order;
 *       return earlier && later ? earlier.daysAgo - later.daysAgo : null;
 *     }),
 * });
 * ```
 * @since 0.1.0
 */
export function defineDimension<
  const V extends CodeValueType,
  const I extends DimensionInputs,
  const P extends readonly CodeParameter[] = readonly [],
  const O extends readonly string[] = readonly string[],
>(definition: DimensionDefinition<V, I, P, O>): DimensionDefinition<V, I, P, O> {
  return definition;
}
