import { z } from 'zod';
import { jsonLogicSchema } from '../../document/json-logic.js';
import { nodeBase } from '../../document/node-base.js';

/**
 * Stands for a node of a kind that is not known here, as a newer version or a missing plugin leaves it. `original` is that
 * node, untouched; it comes back as soon as its kind is known. A model with a placeholder opens and cannot run.
 * @since 0.1.0
 */
export const placeholderNodeSchema = z.strictObject({
  ...nodeBase,
  kind: z.literal('placeholder'),
  original: jsonLogicSchema,
});

/** See {@link placeholderNodeSchema}. @since 0.1.0 */
export type PlaceholderNode = z.infer<typeof placeholderNodeSchema>;
