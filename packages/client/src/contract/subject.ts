import { identifierSchema, localizedTextSchema, policyCodes } from '@terrace/model';
import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { pageOf, pageQuerySchema } from './page.js';
import { resultValueSchema, tierResultSchema } from './run.js';

const tag = 'Subjects and tiers';
/** Keys may contain anything; they are percent-encoded in paths. */
const subjectParams = z.object({ type: identifierSchema, key: z.string().min(1).max(500) });
const modelParams = z.object({ id: z.string().max(100) });

/** A subject's tier in a model now. @since 0.1.0 */
export const assignmentSchema = z.object({
  modelId: z.string(),
  modelName: localizedTextSchema,
  key: z.string(),
  label: z.string().nullable(),
  tier: z.string(),
  tierName: localizedTextSchema,
  since: z.string(),
  version: z.int(),
  values: z.record(z.string(), resultValueSchema),
});

/** One change of an assignment. @since 0.1.0 */
export const transitionSchema = z.object({
  id: z.string(),
  modelId: z.string(),
  modelName: localizedTextSchema,
  key: z.string(),
  kind: z.enum(['enter', 'leave', 'upgrade', 'downgrade']),
  from: z.string().nullable(),
  fromName: localizedTextSchema.nullable(),
  to: z.string().nullable(),
  toName: localizedTextSchema.nullable(),
  at: z.string(),
  /** The as-of instant of the run that made it. */
  asOf: z.string(),
  version: z.int(),
  runId: z.string(),
});

/** How many subjects have which tier of a model now; without any while no run was applied. @since 0.1.0 */
export const currentTiersSchema = z.object({
  total: z.int(),
  asOf: z.string().nullable(),
  /** The run they come from. */
  runId: z.string().nullable(),
  items: z.array(tierResultSchema),
});

/** A step of an explanation: what a node said about this subject, and why, as a sentence. @since 0.1.0 */
export const explanationStepSchema = z.object({
  nodeId: z.string(),
  kind: z.string(),
  name: localizedTextSchema,
  value: resultValueSchema,
  /** For a decision table the row, for bands the band (counted from 0) that decided. */
  decidedBy: z.string().nullable(),
  sentence: localizedTextSchema,
  /** Whether the tier rests on this step. */
  isDecisive: z.boolean(),
});

/** Why a subject has its tier. @since 0.1.0 */
export const explanationSchema = z.object({
  tier: z.string(),
  tierName: localizedTextSchema,
  /** The tier the rules give, before the model's lifecycle. */
  qualified: z.string(),
  /** The code of the rule that gave `qualified`, or `fallback`. */
  reason: z.string(),
  /** What the lifecycle did; null for a model without one. */
  policy: z.enum(policyCodes).nullable(),
  summary: localizedTextSchema,
  steps: z.array(explanationStepSchema),
  version: z.int(),
  asOf: z.string(),
});

/** A subject with its fields and newest events. @since 0.1.0 */
export const subjectSchema = z.object({
  type: z.string(),
  key: z.string(),
  label: z.string().nullable(),
  fields: z.record(z.string(), resultValueSchema),
  assignments: z.array(assignmentSchema),
  events: z.array(
    z.object({
      type: z.string(),
      id: z.string(),
      at: z.string(),
      fields: z.record(z.string(), resultValueSchema),
    }),
  ),
  /** Events of every type, by type. */
  eventCounts: z.record(z.string(), z.int()),
});

export const subjectEndpoints = {
  listSubjects: endpoint({
    method: 'GET',
    path: '/subjects/:type',
    access: 'viewer',
    tag,
    summary: 'Subjects of a type by key',
    params: z.object({ type: identifierSchema }),
    query: pageQuerySchema.extend({ search: z.string().max(200).optional() }),
    response: pageOf(z.object({ key: z.string(), label: z.string().nullable() })),
  }),
  getSubject: endpoint({
    method: 'GET',
    path: '/subjects/:type/:key',
    access: 'viewer',
    tag,
    summary: 'A subject',
    params: subjectParams,
    response: subjectSchema,
  }),
  listSubjectTransitions: endpoint({
    method: 'GET',
    path: '/subjects/:type/:key/transitions',
    access: 'viewer',
    tag,
    summary: "A subject's history of tiers, newest first",
    params: subjectParams,
    query: pageQuerySchema,
    response: pageOf(transitionSchema),
  }),
  /** Explains the current tier, by the version and values it was assigned with. */
  explainSubject: endpoint({
    method: 'GET',
    path: '/subjects/:type/:key/explanation',
    access: 'viewer',
    tag,
    summary: 'Why a subject has its tier',
    params: subjectParams,
    query: z.object({ modelId: z.string().max(100) }),
    response: explanationSchema,
  }),
  getCurrentTiers: endpoint({
    method: 'GET',
    path: '/models/:id/tiers',
    access: 'viewer',
    tag,
    summary: 'Count, share and amount per current tier',
    params: modelParams,
    response: currentTiersSchema,
  }),
  listAssignments: endpoint({
    method: 'GET',
    path: '/models/:id/assignments',
    access: 'viewer',
    tag,
    summary: 'Subjects and their current tiers',
    params: modelParams,
    query: pageQuerySchema.extend({
      tier: z.string().max(60).optional(),
      search: z.string().max(200).optional(),
    }),
    response: pageOf(assignmentSchema),
  }),
  listTransitions: endpoint({
    method: 'GET',
    path: '/models/:id/transitions',
    access: 'viewer',
    tag,
    summary: 'Changes of tier, newest first',
    params: modelParams,
    query: pageQuerySchema.extend({
      kind: z.enum(['enter', 'leave', 'upgrade', 'downgrade']).optional(),
      runId: z.string().max(100).optional(),
    }),
    response: pageOf(transitionSchema),
  }),
};

/** See {@link assignmentSchema}. @since 0.1.0 */
export type Assignment = z.infer<typeof assignmentSchema>;
/** See {@link currentTiersSchema}. @since 0.1.0 */
export type CurrentTiers = z.infer<typeof currentTiersSchema>;
/** See {@link transitionSchema}. @since 0.1.0 */
export type Transition = z.infer<typeof transitionSchema>;
/** See {@link explanationSchema}. @since 0.1.0 */
export type Explanation = z.infer<typeof explanationSchema>;
/** See {@link explanationStepSchema}. @since 0.1.0 */
export type ExplanationStep = z.infer<typeof explanationStepSchema>;
/** See {@link subjectSchema}. @since 0.1.0 */
export type Subject = z.infer<typeof subjectSchema>;
