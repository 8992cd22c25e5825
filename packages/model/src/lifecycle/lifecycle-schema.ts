import { z } from 'zod';
import { identifierSchema } from '../document/identifier.js';
import { jsonLogicSchema } from '../document/json-logic.js';
import { localizedTextSchema } from '../document/localized-text.js';

const days = z.int().min(1).max(36525);

/**
 * How a subject that has a tier moves to the one it qualifies for. A subject without a tier goes where it qualifies. In this order:
 * 1. `fastTracks`: the first that holds and leads up gives its tier at once;
 * 2. up: at once, unless `minimumStay` binds both ways; only to the next tier with `oneStep` `up` or `both`;
 * 3. down: not before the validity period is over, the minimum stay is over and the grace period (counted from the day it
 *    first failed to qualify) is over; then only to the next tier with `oneStep` `down` or `both`.
 * Steps, and what is up and down, go along `stages` (lowest first) where given, else along ranks. A period of N days is over on day N,
 * day 0 being the one on which it began; days that are not known count as 0.
 * @see docs/lifecycle.md
 * @since 0.1.0
 */
export const lifecycleSchema = z.strictObject({
  graceDays: days.optional(),
  minimumStay: z.strictObject({ days, direction: z.enum(['down', 'both']).default('down') }).optional(),
  oneStep: z.enum(['up', 'down', 'both']).optional(),
  stages: z.array(identifierSchema).min(2).max(100).optional(),
  fastTracks: z
    .array(
      z.strictObject({
        id: identifierSchema,
        name: localizedTextSchema,
        to: identifierSchema,
        when: jsonLogicSchema,
      }),
    )
    .max(50)
    .optional(),
  /** A tier is held for this long; whoever qualifies at the end holds it for another period. */
  validityDays: days.optional(),
});

/** See {@link lifecycleSchema}. @since 0.1.0 */
export type Lifecycle = z.infer<typeof lifecycleSchema>;
