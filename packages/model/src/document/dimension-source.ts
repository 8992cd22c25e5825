import { z } from 'zod';
import { codeIdSchema, codeReference } from './code-reference.js';
import { identifierSchema } from './identifier.js';
import { jsonLogicSchema } from './json-logic.js';

/**
 * How far back an aggregate looks, counted from the end of the as-of day: 90 days as of 31 December begin at the start
 * of 3 October; 12 months as of 31 December begin at the start of 1 January.
 * @since 0.1.0
 */
export const windowSchema = z.union([
  z.strictObject({ days: z.int().min(1).max(36525) }),
  z.strictObject({ months: z.int().min(1).max(1200) }),
]);

/** See {@link windowSchema}. @since 0.1.0 */
export type Window = z.infer<typeof windowSchema>;

/**
 * What an aggregate computes. `count`, `sum` and `distinct` of no event are 0; the others are missing. `latest` is the value of `field` in
 * the latest event that has one (of several at the same instant, the one whose id comes last), `distinct` the number of its different
 * values. `daysSinceLast` and
 * `daysSinceFirst` are whole days from the event's day to the as-of day, in the workspace time zone.
 * @since 0.1.0
 */
export const measures = [
  'count',
  'sum',
  'average',
  'minimum',
  'maximum',
  'latest',
  'distinct',
  'daysSinceLast',
  'daysSinceFirst',
] as const;

/** Where a dimension's value comes from. @since 0.1.0 */
export const dimensionSourceSchema = z.discriminatedUnion('kind', [
  /** The value of a field of the subject. */
  z.strictObject({ kind: z.literal('field'), field: identifierSchema }),
  /** Whole days from a date or instant field of the subject to the as-of day; missing when the field is missing or lies after it. */
  z.strictObject({ kind: z.literal('daysSince'), field: identifierSchema }),
  /** A measure over the subject's events. `field` is needed by all measures but count, daysSinceLast and daysSinceFirst; `where` is JSON Logic over the event's fields. */
  z.strictObject({
    kind: z.literal('aggregate'),
    event: identifierSchema,
    measure: z.enum(measures),
    field: identifierSchema.optional(),
    where: jsonLogicSchema.optional(),
    window: windowSchema.optional(),
  }),
  /** What the code of a plugin computes; values are stored before a run. `dimension` is `<plugin>.<id>`, `version` the plugin's. */
  z.strictObject({ kind: z.literal('code'), dimension: codeIdSchema, ...codeReference }),
]);

/** See {@link dimensionSourceSchema}. @since 0.1.0 */
export type DimensionSource = z.infer<typeof dimensionSourceSchema>;
