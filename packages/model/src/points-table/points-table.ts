/** Numbers from `min` to `max`; an end that is absent is open to infinity, `closed` says which ends belong to it. @since 0.1.0 */
export interface RangeValues {
  readonly kind: 'range';
  readonly min?: number;
  readonly max?: number;
  readonly closed: 'left' | 'right' | 'both' | 'neither';
}

/** One value of a bin: a category, or a single number (`number` has it then). @since 0.1.0 */
export interface SingleValue {
  readonly kind: 'value';
  readonly text: string;
  readonly number?: number;
}

/** What a bin takes besides missing values. @since 0.1.0 */
export type BinValues = RangeValues | SingleValue;

/** A row of the table: the values it takes and their points. @since 0.1.0 */
export interface PointsBin {
  readonly line: number;
  /** As it stands in the table. */
  readonly text: string;
  /** Decimal text of at most 15 significant digits. */
  readonly points: string;
  /** Empty for a bin of missing values alone. */
  readonly values: readonly BinValues[];
}

/** A characteristic of the card. @since 0.1.0 */
export interface PointsVariable {
  /** As it stands in the table. */
  readonly name: string;
  /** The line it is first named on. */
  readonly line: number;
  /** `number` with ranges or single numbers, else `text` with categories. */
  readonly type: 'number' | 'text';
  /** In the order of the table; bins that hold faults are left out. */
  readonly bins: readonly PointsBin[];
  /** Points of a missing value; null when no bin takes one, and such a subject has no score. */
  readonly missing: string | null;
}

/**
 * A scorecard as scorecard tools write it: base points, and points by bin of every variable.
 * @since 0.1.0
 */
export interface PointsTable {
  /** Decimal text; `0` where the table has no such row. */
  readonly base: string;
  /** The line of the base points; null without one. */
  readonly baseLine: number | null;
  readonly variables: readonly PointsVariable[];
}
