import { z } from 'zod';
import { identifierSchema } from '../../document/identifier.js';
import { nodeBase, scalarSchema } from '../../document/node-base.js';

/**
 * Gives each category of a text, enumeration or boolean (or single numbers) an output: the entry whose `values` hold the
 * input's. None: `otherwise`, or no value. A missing input gives `missing`, or no value.
 * @since 0.1.0
 */
export const categoryMapNodeSchema = z.strictObject({
  ...nodeBase,
  kind: z.literal('categoryMap'),
  input: identifierSchema,
  entries: z
    .array(
      z.strictObject({
        values: z
          .array(z.union([scalarSchema, z.boolean()]))
          .min(1)
          .max(500),
        output: scalarSchema,
      }),
    )
    .min(1)
    .max(500),
  otherwise: scalarSchema.optional(),
  missing: scalarSchema.optional(),
});

/** See {@link categoryMapNodeSchema}. @since 0.1.0 */
export type CategoryMapNode = z.infer<typeof categoryMapNodeSchema>;
