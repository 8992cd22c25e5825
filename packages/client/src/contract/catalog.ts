import {
  dimensionNodeSchema,
  eventTypeSchema,
  fieldSchema,
  identifierSchema,
  localizedTextSchema,
  subjectTypeSchema,
  templateParameterSchema,
} from '@terrace/model';
import { z } from 'zod';
import { endpoint } from './endpoint.js';

const tag = 'Catalog';
const typeParams = z.object({ id: identifierSchema });
/** Where an entry comes from: a plugin's id, or `workspace` when made by hand. */
const owner = z.object({ owner: z.string() });

/** A record type with the number of records it holds. @since 0.1.0 */
export const subjectTypeEntrySchema = subjectTypeSchema.extend({ ...owner.shape, recordCount: z.int() });
/** @since 0.1.0 */
export const eventTypeEntrySchema = eventTypeSchema.extend({
  ...owner.shape,
  recordCount: z.int(),
  firstAt: z.string().nullable(),
  lastAt: z.string().nullable(),
});

/** A ready dimension that can be dragged onto a canvas: a dimension node without a place. @since 0.1.0 */
export const dimensionEntrySchema = z.object({
  id: z.string(),
  owner: z.string(),
  subjectType: z.string(),
  node: dimensionNodeSchema,
  /** Of one that code computes: what its form is made from. */
  parameters: z.array(templateParameterSchema).optional(),
});

/** How far loading a sample is. @since 0.1.0 */
export const sampleLoadSchema = z.object({
  state: z.enum(['none', 'queued', 'running', 'done', 'failed']),
  /** 0 to 1. */
  progress: z.number(),
  /** Why it failed. */
  error: localizedTextSchema.nullable(),
  /** The model that was made with it. */
  modelId: z.string().nullable(),
});

/** A model a plugin brings. `id` is `plugin/template`. @since 0.1.0 */
export const templateSchema = z.object({
  id: z.string(),
  owner: z.string(),
  name: localizedTextSchema,
  description: localizedTextSchema.optional(),
  subjectType: z.string(),
  eventTypes: z.array(z.string()),
  parameters: z.array(templateParameterSchema),
});

export const catalogEndpoints = {
  listSubjectTypes: endpoint({
    method: 'GET',
    path: '/subject-types',
    access: 'viewer',
    tag,
    summary: 'Subject types',
    response: z.object({ items: z.array(subjectTypeEntrySchema) }),
  }),
  createSubjectType: endpoint({
    method: 'POST',
    path: '/subject-types',
    access: 'administrator',
    tag,
    summary: 'Add a subject type; makes its table',
    status: 201,
    body: subjectTypeSchema,
    response: subjectTypeEntrySchema,
  }),
  addSubjectField: endpoint({
    method: 'POST',
    path: '/subject-types/:id/fields',
    access: 'administrator',
    tag,
    summary: 'Add a field to a subject type; adds its column',
    status: 201,
    params: typeParams,
    body: fieldSchema,
    response: subjectTypeEntrySchema,
  }),
  listEventTypes: endpoint({
    method: 'GET',
    path: '/event-types',
    access: 'viewer',
    tag,
    summary: 'Event types',
    response: z.object({ items: z.array(eventTypeEntrySchema) }),
  }),
  createEventType: endpoint({
    method: 'POST',
    path: '/event-types',
    access: 'administrator',
    tag,
    summary: 'Add an event type; makes its table',
    status: 201,
    body: eventTypeSchema,
    response: eventTypeEntrySchema,
  }),
  addEventField: endpoint({
    method: 'POST',
    path: '/event-types/:id/fields',
    access: 'administrator',
    tag,
    summary: 'Add a field to an event type; adds its column',
    status: 201,
    params: typeParams,
    body: fieldSchema,
    response: eventTypeEntrySchema,
  }),
  listDimensions: endpoint({
    method: 'GET',
    path: '/dimensions',
    access: 'viewer',
    tag,
    summary: 'Ready dimensions for the palette',
    query: z.object({ subjectType: identifierSchema.optional() }),
    response: z.object({ items: z.array(dimensionEntrySchema) }),
  }),
  listTemplates: endpoint({
    method: 'GET',
    path: '/templates',
    access: 'viewer',
    tag,
    summary: 'Model templates',
    response: z.object({ items: z.array(templateSchema) }),
  }),
  /** Generates and stores the sample of a plugin in the background, through the same way as an import; poll `getSampleLoad`. `id` is `plugin.sample`. */
  loadSample: endpoint({
    method: 'POST',
    path: '/samples/:id/load',
    access: 'designer',
    tag,
    summary: "Load a plugin's sample data",
    status: 202,
    params: z.object({ id: z.string().max(100) }),
    response: z.object({ state: z.enum(['queued', 'running', 'done', 'failed']), progress: z.number() }),
  }),
  getSampleLoad: endpoint({
    method: 'GET',
    path: '/samples/:id/load',
    access: 'viewer',
    tag,
    summary: 'How far loading a sample is',
    params: z.object({ id: z.string().max(100) }),
    response: sampleLoadSchema,
  }),
};

/** See {@link subjectTypeEntrySchema}. @since 0.1.0 */
export type SubjectTypeEntry = z.infer<typeof subjectTypeEntrySchema>;
/** See {@link eventTypeEntrySchema}. @since 0.1.0 */
export type EventTypeEntry = z.infer<typeof eventTypeEntrySchema>;
/** See {@link dimensionEntrySchema}. @since 0.1.0 */
export type DimensionEntry = z.infer<typeof dimensionEntrySchema>;
/** See {@link sampleLoadSchema}. @since 0.1.0 */
export type SampleLoad = z.infer<typeof sampleLoadSchema>;
/** See {@link templateSchema}. @since 0.1.0 */
export type Template = z.infer<typeof templateSchema>;
