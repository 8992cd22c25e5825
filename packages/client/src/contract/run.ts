import { issueSchema, modelDocumentSchema, policyCodes } from '@terrace/model';
import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idParamsSchema, pageOf, pageQuerySchema } from './page.js';

const tag = 'Runs';

/** A value in a result: decimals as text, so that nothing is rounded. @since 0.1.0 */
export const resultValueSchema = z.union([z.string(), z.boolean(), z.null()]);

/** The steps of a run, in their order. @since 0.1.0 */
export const runSteps = ['dimensions', 'calibration', 'tiers', 'summary'] as const;

/** A run. @since 0.1.0 */
export const runSchema = z.object({
  id: z.string(),
  /** Null for a document that was sent along. */
  modelId: z.string().nullable(),
  /** Null for a draft or a document that was sent along. */
  version: z.int().nullable(),
  asOf: z.string(),
  timeZone: z.string(),
  state: z.enum(['queued', 'running', 'computed', 'applied', 'failed', 'dropped']),
  step: z.enum(runSteps).nullable(),
  /** 0 to 1. */
  progress: z.number(),
  subjectCount: z.int().nullable(),
  /** Subjects whose tier would change, or changed when it was applied. */
  movedCount: z.int().nullable(),
  /** Whether it can be applied, and why not: `notComputed`, `notPublished`, `stale` (another run was applied since), `applied`. */
  applicable: z.enum(['yes', 'notComputed', 'notPublished', 'stale', 'applied']),
  error: issueSchema.nullable(),
  /** What is to be known about a result, for example bands that had no population to calibrate on. */
  warnings: z.array(issueSchema).optional(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  appliedAt: z.string().nullable(),
  /** Milliseconds of the finished steps, by step. */
  stepMs: z.record(z.string(), z.number()),
});

/** A tier's part in a result. `amount` sums the document's amount dimension. @since 0.1.0 */
export const tierResultSchema = z.object({
  tier: z.string(),
  count: z.int(),
  share: z.number(),
  amount: z.string().nullable(),
});

/** One cell of the migration matrix: `from` is null for subjects without a tier so far, `to` for subjects no longer there. @since 0.1.0 */
export const matrixCellSchema = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  count: z.int(),
});

/**
 * A subject in a result. `values` has one entry per dimension and per value-yielding node, by node id, and one per `previous.*` that the
 * model reads.
 * @since 0.1.0
 */
export const runSubjectSchema = z.object({
  key: z.string(),
  label: z.string().nullable(),
  tier: z.string().nullable(),
  previousTier: z.string().nullable(),
  /** The code of the rule that gave the tier the subject qualifies for, or `fallback`; null for one no longer there. */
  reason: z.string().nullable(),
  /** What the lifecycle did; null for a model without one. */
  policy: z.enum(policyCodes).nullable(),
  values: z.record(z.string(), resultValueSchema),
});

const subjectQuery = pageQuerySchema.extend({
  tier: z.string().max(60).optional(),
  /** Tier before; `none` for subjects that had none. */
  previousTier: z.string().max(60).optional(),
  moved: z.enum(['all', 'moved', 'upgrade', 'downgrade']).default('all'),
  search: z.string().max(200).optional(),
});

export const runEndpoints = {
  /** `asOf` is a date or an instant; today when absent. `document` computes a document that is stored nowhere; it cannot be applied. */
  startRun: endpoint({
    method: 'POST',
    path: '/runs',
    access: 'designer',
    tag,
    summary: 'Compute a version, a draft or a document',
    status: 202,
    body: z.union([
      z.strictObject({ modelId: z.string(), version: z.int().min(1), asOf: z.string().optional() }),
      z.strictObject({ modelId: z.string(), draft: z.literal(true), asOf: z.string().optional() }),
      /** With `modelId`, what is on the canvas now compared with that model's current tiers. */
      z.strictObject({
        document: modelDocumentSchema,
        modelId: z.string().optional(),
        asOf: z.string().optional(),
      }),
    ]),
    response: runSchema,
  }),
  listRuns: endpoint({
    method: 'GET',
    path: '/runs',
    access: 'viewer',
    tag,
    summary: 'Runs, newest first',
    query: pageQuerySchema.extend({ modelId: z.string().max(100).optional() }),
    response: pageOf(runSchema),
  }),
  getRun: endpoint({
    method: 'GET',
    path: '/runs/:id',
    access: 'viewer',
    tag,
    summary: 'A run and its progress',
    params: idParamsSchema,
    response: runSchema,
  }),
  getRunTiers: endpoint({
    method: 'GET',
    path: '/runs/:id/tiers',
    access: 'viewer',
    tag,
    summary: 'Count, share and amount per tier',
    params: idParamsSchema,
    response: z.object({ total: z.int(), items: z.array(tierResultSchema) }),
  }),
  getRunMatrix: endpoint({
    method: 'GET',
    path: '/runs/:id/matrix',
    access: 'viewer',
    tag,
    summary: 'Migration matrix against the current tiers (for an applied run: those it replaced)',
    params: idParamsSchema,
    response: z.object({ cells: z.array(matrixCellSchema) }),
  }),
  /** The document as it was computed: calibrated cut points are those of this run's population. */
  getRunDocument: endpoint({
    method: 'GET',
    path: '/runs/:id/document',
    access: 'viewer',
    tag,
    summary: 'The computed document with its calibrated cut points',
    params: idParamsSchema,
    response: modelDocumentSchema,
  }),
  listRunSubjects: endpoint({
    method: 'GET',
    path: '/runs/:id/subjects',
    access: 'viewer',
    tag,
    summary: 'Subjects of a result',
    params: idParamsSchema,
    query: subjectQuery,
    response: pageOf(runSubjectSchema),
  }),
  /** Columns `key`, `tier`, `tier_name`, one per value-yielding node and per dimension, in the order of the document. */
  downloadRun: endpoint({
    method: 'GET',
    path: '/runs/:id/result.csv',
    access: 'viewer',
    tag,
    summary: 'The whole result as CSV',
    params: idParamsSchema,
    query: z.object({ language: z.enum(['zh-CN', 'en']).default('en') }),
    responseStream: 'text/csv',
  }),
  applyRun: endpoint({
    method: 'POST',
    path: '/runs/:id/apply',
    access: 'designer',
    tag,
    summary: 'Make the result the current tiers; writes only the differences',
    params: idParamsSchema,
    response: runSchema,
  }),
  dropRun: endpoint({
    method: 'DELETE',
    path: '/runs/:id',
    access: 'designer',
    tag,
    summary: 'Drop a result that was not applied',
    params: idParamsSchema,
  }),
};

/** See {@link runSchema}. @since 0.1.0 */
export type Run = z.infer<typeof runSchema>;
/** See {@link tierResultSchema}. @since 0.1.0 */
export type TierResult = z.infer<typeof tierResultSchema>;
/** See {@link matrixCellSchema}. @since 0.1.0 */
export type MatrixCell = z.infer<typeof matrixCellSchema>;
/** See {@link runSubjectSchema}. @since 0.1.0 */
export type RunSubject = z.infer<typeof runSubjectSchema>;
