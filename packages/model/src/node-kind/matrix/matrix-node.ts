import { z } from 'zod';
import { identifierSchema } from '../../document/identifier.js';
import { nodeBase, scalarSchema } from '../../document/node-base.js';

/**
 * Two or three banded inputs crossed. `values` of an axis are the outputs of its input, in the order shown. `cells` hold the tier of
 * every combination, the last axis fastest; `null` gives none. A missing or unlisted value gives no tier.
 * @since 0.1.0
 */
export const matrixNodeSchema = z.strictObject({
  ...nodeBase,
  kind: z.literal('matrix'),
  axes: z
    .array(
      z.strictObject({
        input: identifierSchema,
        values: z
          .array(z.union([scalarSchema, z.boolean()]))
          .min(1)
          .max(50),
      }),
    )
    .min(2)
    .max(3),
  cells: z.array(identifierSchema.nullable()).max(10_000),
});

/** See {@link matrixNodeSchema}. @since 0.1.0 */
export type MatrixNode = z.infer<typeof matrixNodeSchema>;
