import type { Scalar } from '@terrace/expression';

/** What is known of the tier a subject has already; see `previousInputs`. @since 0.1.0 */
export interface PreviousValues {
  readonly tier?: string | null | undefined;
  readonly days?: number | string | null | undefined;
  readonly failingDays?: number | string | null | undefined;
  readonly validDays?: number | string | null | undefined;
}

/**
 * What a model reads of one subject: values of dimensions by id (a number may be a decimal text) and `previous`, nested as here or
 * flat as `previous.tier`. Absent, null and `''` are missing.
 * @since 0.1.0
 */
export type SubjectValues = Readonly<Record<string, Scalar | PreviousValues | undefined>>;
