import { z } from 'zod';
import { identifierSchema } from '../../document/identifier.js';
import { jsonLogicSchema } from '../../document/json-logic.js';
import { localizedTextSchema } from '../../document/localized-text.js';
import { nodeBase } from '../../document/node-base.js';

/** Something promised within a time: "first response within 15 minutes". The clock stops at `stop`. @since 0.1.0 */
export const serviceLevelSchema = z.strictObject({
  id: identifierSchema,
  name: localizedTextSchema,
  within: z.strictObject({ amount: z.int().min(0).max(100_000), unit: z.enum(['minute', 'hour', 'day']) }),
  /** What ends the clock, for example "the customer was answered". */
  stop: localizedTextSchema.optional(),
});

/** See {@link serviceLevelSchema}. @since 0.1.0 */
export type ServiceLevel = z.infer<typeof serviceLevelSchema>;

/**
 * An outcome. Rank 1 is the best; ranks are different. `entry` is one more way into the tier, besides conditions, tables and
 * matrices that name it. `keep` holds a subject that has the tier already, though nothing leads to it any more.
 * @since 0.1.0
 */
export const tierNodeSchema = z.strictObject({
  ...nodeBase,
  kind: z.literal('tier'),
  rank: z.int().min(1).max(1000),
  /** `#rrggbb`, for charts and badges. */
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .optional(),
  benefits: z.array(localizedTextSchema).max(50).optional(),
  serviceLevels: z.array(serviceLevelSchema).max(50).optional(),
  entry: jsonLogicSchema.optional(),
  keep: jsonLogicSchema.optional(),
});

/** See {@link tierNodeSchema}. @since 0.1.0 */
export type TierNode = z.infer<typeof tierNodeSchema>;
