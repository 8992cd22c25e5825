import { z } from 'zod';
import { identifierSchema } from './identifier.js';
import { localizedTextSchema } from './localized-text.js';
import { modelNodeSchema } from './node.js';

/**
 * A tiering model. Nodes refer to each other by id; the canvas derives its edges from those references.
 * @since 0.1.0
 */
export const modelDocumentSchema = z.strictObject({
  schema: z.literal(1),
  name: localizedTextSchema,
  description: localizedTextSchema.optional(),
  subjectType: identifierSchema,
  nodes: z.array(modelNodeSchema).max(500),
  /** The tier of a subject for whom nothing else holds. */
  fallback: identifierSchema,
  /** The dimension summed up per tier in results. */
  amount: identifierSchema.optional(),
  /** Where each node stands on the canvas, in canvas units; a node without a place is laid out automatically. */
  layout: z.record(identifierSchema, z.strictObject({ x: z.number(), y: z.number() })).default({}),
  /** The template it was made from, for display: `plugin/template`. */
  template: z.string().max(100).optional(),
});

/** See {@link modelDocumentSchema}. @since 0.1.0 */
export type ModelDocument = z.infer<typeof modelDocumentSchema>;
