import { z } from 'zod';
import { scalarSchema } from '../document/node-base.js';

/**
 * One cell of a table or of a scorecard's bins; `null` accepts anything, also a missing value. `between` includes both ends;
 * `range` has ends that may be absent, and `closed` says which of them belong to it (`left`: minimum <= v < maximum).
 * @since 0.1.0
 */
export const cellSchema = z
  .discriminatedUnion('op', [
    z.strictObject({
      op: z.enum(['<', '<=', '>', '>=', '==', '!=']),
      value: z.union([z.number(), z.string(), z.boolean()]),
    }),
    z.strictObject({ op: z.literal('between'), min: z.number(), max: z.number() }),
    z.strictObject({
      op: z.literal('range'),
      min: z.number().optional(),
      max: z.number().optional(),
      closed: z.enum(['left', 'right', 'both', 'neither']).default('left'),
    }),
    z.strictObject({ op: z.literal('in'), values: z.array(scalarSchema).min(1).max(100) }),
    z.strictObject({ op: z.literal('missing') }),
  ])
  .nullable();

/** See {@link cellSchema}. @since 0.1.0 */
export type Cell = z.infer<typeof cellSchema>;
