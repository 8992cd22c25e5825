import { z } from 'zod';
import { identifierSchema } from '../../document/identifier.js';
import { jsonLogicSchema } from '../../document/json-logic.js';
import { nodeBase } from '../../document/node-base.js';

/** True or false for a subject; unknown counts as not true. `tier` is given to a subject for whom it holds. @since 0.1.0 */
export const conditionNodeSchema = z.strictObject({
  ...nodeBase,
  kind: z.literal('condition'),
  when: jsonLogicSchema,
  tier: identifierSchema.optional(),
});

/** See {@link conditionNodeSchema}. @since 0.1.0 */
export type ConditionNode = z.infer<typeof conditionNodeSchema>;
