import type { Scalar } from '@terrace/expression';

/** Values of dimensions by id; a number may be a decimal text. Absent, null and `''` are missing. @since 0.1.0 */
export type DimensionValues = Readonly<Record<string, Scalar | undefined>>;
