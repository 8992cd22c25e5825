import { issueSchema, jsonLogicSchema, localizedTextSchema, modelDocumentSchema } from '@terrace/model';
import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idParamsSchema, pageOf, pageQuerySchema } from './page.js';

const tag = 'Models';

/** A model without its document. @since 0.1.0 */
export const modelSummarySchema = z.object({
  id: z.string(),
  name: localizedTextSchema,
  subjectType: z.string(),
  template: z.string().nullable(),
  /** Grows with every saved change of the draft. */
  revision: z.int(),
  /** Number of the newest published version. */
  publishedVersion: z.int().nullable(),
  /** Whether the draft differs from the newest published version. */
  hasUnpublishedChanges: z.boolean(),
  /** Number of the version that the current tiers come from. */
  appliedVersion: z.int().nullable(),
  updatedAt: z.string(),
});

/** A model with its draft. @since 0.1.0 */
export const modelSchema = modelSummarySchema.extend({
  draft: modelDocumentSchema,
  issues: z.array(issueSchema),
});

/** A published version; it never changes. @since 0.1.0 */
export const versionSummarySchema = z.object({
  number: z.int(),
  note: z.string(),
  publishedAt: z.string(),
  publishedBy: z.string(),
});
/** @since 0.1.0 */
export const versionSchema = versionSummarySchema.extend({ document: modelDocumentSchema });

const versionParams = z.object({ id: z.string().max(100), number: z.coerce.number().int().min(1) });
const parameters = z.record(z.string(), z.union([z.string(), z.number()]));

export const modelEndpoints = {
  listModels: endpoint({
    method: 'GET',
    path: '/models',
    access: 'viewer',
    tag,
    summary: 'Models',
    query: pageQuerySchema,
    response: pageOf(modelSummarySchema),
  }),
  createModel: endpoint({
    method: 'POST',
    path: '/models',
    access: 'designer',
    tag,
    summary: 'Make a model from a template or a document',
    status: 201,
    body: z.union([
      z.strictObject({
        template: z.string(),
        parameters: parameters.optional(),
        name: localizedTextSchema.optional(),
      }),
      z.strictObject({ document: modelDocumentSchema }),
    ]),
    response: modelSchema,
  }),
  getModel: endpoint({
    method: 'GET',
    path: '/models/:id',
    access: 'viewer',
    tag,
    summary: 'A model with its draft',
    params: idParamsSchema,
    response: modelSchema,
  }),
  /** Refused with 409 `REVISION_CONFLICT` when `revision` is not the stored one. A draft with errors can be saved, not published. */
  saveDraft: endpoint({
    method: 'PUT',
    path: '/models/:id/draft',
    access: 'designer',
    tag,
    summary: 'Save the draft',
    params: idParamsSchema,
    body: z.object({ revision: z.int(), document: modelDocumentSchema }),
    response: modelSchema,
  }),
  deleteModel: endpoint({
    method: 'DELETE',
    path: '/models/:id',
    access: 'designer',
    tag,
    summary: 'Delete a model that was never applied',
    params: idParamsSchema,
  }),
  publish: endpoint({
    method: 'POST',
    path: '/models/:id/publish',
    access: 'designer',
    tag,
    summary: 'Publish the draft as a new version',
    status: 201,
    params: idParamsSchema,
    body: z.object({ revision: z.int(), note: z.string().max(2000).default('') }),
    response: versionSchema,
  }),
  listVersions: endpoint({
    method: 'GET',
    path: '/models/:id/versions',
    access: 'viewer',
    tag,
    summary: 'Published versions, newest first',
    params: idParamsSchema,
    query: pageQuerySchema,
    response: pageOf(versionSummarySchema),
  }),
  getVersion: endpoint({
    method: 'GET',
    path: '/models/:id/versions/:number',
    access: 'viewer',
    tag,
    summary: 'A published version',
    params: versionParams,
    response: versionSchema,
  }),
  /** The document a template becomes with these parameters; nothing is stored. */
  instantiateTemplate: endpoint({
    method: 'POST',
    path: '/templates/instantiate',
    access: 'viewer',
    tag,
    summary: 'A template as a document',
    body: z.object({ template: z.string(), parameters: parameters.optional() }),
    response: modelDocumentSchema,
  }),
  checkDocument: endpoint({
    method: 'POST',
    path: '/models/check',
    access: 'viewer',
    tag,
    summary: 'Every fault of a document',
    body: modelDocumentSchema,
    response: z.object({ issues: z.array(issueSchema) }),
  }),
  exportJsonLogic: endpoint({
    method: 'POST',
    path: '/models/json-logic',
    access: 'viewer',
    tag,
    summary: 'The standard JSON Logic that yields the tier id',
    body: modelDocumentSchema,
    response: z.object({ logic: jsonLogicSchema }),
  }),
};

/** See {@link modelSummarySchema}. @since 0.1.0 */
export type ModelSummary = z.infer<typeof modelSummarySchema>;
/** See {@link modelSchema}. @since 0.1.0 */
export type Model = z.infer<typeof modelSchema>;
/** See {@link versionSummarySchema}. @since 0.1.0 */
export type VersionSummary = z.infer<typeof versionSummarySchema>;
/** See {@link versionSchema}. @since 0.1.0 */
export type Version = z.infer<typeof versionSchema>;
