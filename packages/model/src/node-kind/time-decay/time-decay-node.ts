import { z } from 'zod';
import { decimalSchema, identifierSchema } from '../../document/identifier.js';
import { nodeBase } from '../../document/node-base.js';

/**
 * How a weight falls with age, from 1 at age 0 (a negative age counts as 0):
 * - `halfLife`: halves every `halfLife` units of age, with straight lines in between (at most 0.0431 of the weight at the last whole
 *   half-life above the exponential curve), and is 0 from 20 half-lives on, so that standard JSON Logic can say it;
 * - `linear`: falls straight to 0 at `end`;
 * - `steps`: the weight of the first step whose `until` is above the age, 0 after the last.
 * Never below `floor`.
 * @since 0.1.0
 */
export const decayCurveSchema = z.discriminatedUnion('shape', [
  z.strictObject({ shape: z.literal('halfLife'), halfLife: decimalSchema }),
  z.strictObject({ shape: z.literal('linear'), end: decimalSchema }),
  z.strictObject({
    shape: z.literal('steps'),
    steps: z
      .array(z.strictObject({ until: decimalSchema, weight: decimalSchema }))
      .min(1)
      .max(50),
  }),
]);

/**
 * A number weighted down by its age: `input` times the weight of `age`, or the weight alone without `input`. A missing age or
 * input gives no value.
 * @since 0.1.0
 */
export const timeDecayNodeSchema = z.strictObject({
  ...nodeBase,
  kind: z.literal('timeDecay'),
  input: identifierSchema.optional(),
  /** A node with a number: days, months, whatever the curve is given in. */
  age: identifierSchema,
  curve: decayCurveSchema,
  floor: decimalSchema.default('0'),
});

/** See {@link timeDecayNodeSchema}. @since 0.1.0 */
export type TimeDecayNode = z.infer<typeof timeDecayNodeSchema>;
