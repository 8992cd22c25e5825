import { z } from 'zod';
import { lifecycleSchema } from '../lifecycle/lifecycle-schema.js';
import { identifierSchema } from './identifier.js';
import { localizedTextSchema } from './localized-text.js';
import { nestingIssue } from './nesting.js';
import { modelNodeSchema } from './node.js';
import { upgradeDocument } from './upgrade/upgrade-document.js';

/** The newest version of the document's schema. @since 0.1.0 */
export const documentSchemaVersion = 2;

const currentDocumentSchema = z.strictObject({
  schema: z.literal(documentSchemaVersion),
  name: localizedTextSchema,
  description: localizedTextSchema.optional(),
  subjectType: identifierSchema,
  nodes: z.array(modelNodeSchema).max(500),
  /** The tier of a subject for whom nothing else holds. */
  fallback: identifierSchema,
  /** Tiers in the order in which they win where rules of several hold; tiers not named follow by rank. */
  priority: z.array(identifierSchema).max(500).optional(),
  lifecycle: lifecycleSchema.optional(),
  /** The dimension summed up per tier in results. */
  amount: identifierSchema.optional(),
  /** Where each node stands on the canvas, in canvas units; a node without a place is laid out automatically. */
  layout: z.record(identifierSchema, z.strictObject({ x: z.number(), y: z.number() })).default({}),
  /** The template it was made from, for display: `plugin/template`. */
  template: z.string().max(100).optional(),
});

/** Keeps what is nested too deeply from all that reads by recursion. */
function readVersions(json: unknown, context: z.RefinementCtx): unknown {
  const issue = nestingIssue(json);
  if (issue === null) return upgradeDocument(json);
  const { code, path, message } = issue;
  context.addIssue({ code: 'custom', path, message: message.en ?? code, params: { code, message } });
  return z.NEVER;
}

/**
 * A tiering model. Nodes refer to each other by id; the canvas derives its edges from those references. Older versions are
 * brought up to date while they are read, and nodes of unknown kinds become placeholders that keep them.
 * @since 0.1.0
 */
export const modelDocumentSchema: z.ZodType<ModelDocument> = z.preprocess(
  readVersions,
  currentDocumentSchema,
);

// An interface and the annotation above keep one name for the type: written out, it filled the declarations of every
// package that speaks of a document.
/** See {@link modelDocumentSchema}. @since 0.1.0 */
export interface ModelDocument extends z.infer<typeof currentDocumentSchema> {}
