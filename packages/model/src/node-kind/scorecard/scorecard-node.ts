import { z } from 'zod';
import { cellSchema } from '../../cell/cell.js';
import { decimalSchema, identifierSchema } from '../../document/identifier.js';
import { localizedTextSchema } from '../../document/localized-text.js';
import { nodeBase } from '../../document/node-base.js';

/** One characteristic of a scorecard. Without `bins` the input's own number is its points. @since 0.1.0 */
export const scorecardItemSchema = z.strictObject({
  id: identifierSchema,
  name: localizedTextSchema.optional(),
  input: identifierSchema,
  /** The first bin whose cell holds gives the points; none: `otherwise`, or the score has no value. */
  bins: z
    .array(z.strictObject({ cell: cellSchema, points: decimalSchema }))
    .min(1)
    .max(500)
    .optional(),
  otherwise: decimalSchema.optional(),
  /** Points of a missing input (unless a bin takes `missing`); absent: the score has no value. */
  missing: decimalSchema.optional(),
});

/** See {@link scorecardItemSchema}. @since 0.1.0 */
export type ScorecardItem = z.infer<typeof scorecardItemSchema>;

/** Weights of the items by id, in percent; they sum to 100. @since 0.1.0 */
export const weightSetSchema = z.strictObject({
  id: identifierSchema,
  name: localizedTextSchema,
  weights: z.record(identifierSchema, decimalSchema),
});

/** See {@link weightSetSchema}. @since 0.1.0 */
export type WeightSet = z.infer<typeof weightSetSchema>;

/**
 * A score: `base` plus the points of every item, each times its weight where there are weight sets. Of several sets the one
 * whose id is the text value of the node `context` counts (such as `normal` and `downturn`), else the first.
 * @since 0.1.0
 */
export const scorecardNodeSchema = z.strictObject({
  ...nodeBase,
  kind: z.literal('scorecard'),
  base: decimalSchema.default('0'),
  items: z.array(scorecardItemSchema).min(1).max(200),
  weightSets: z.array(weightSetSchema).min(1).max(20).optional(),
  context: identifierSchema.optional(),
});

/** See {@link scorecardNodeSchema}. @since 0.1.0 */
export type ScorecardNode = z.infer<typeof scorecardNodeSchema>;
