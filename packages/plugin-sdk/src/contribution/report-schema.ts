import { identifierSchema, localizedTextSchema } from '@terrace/model';
import { z } from 'zod';
import { templateIdSchema } from '../template-id.js';

/** What a measure of a report computes per tier; the shares are of the whole population, 0 to 1. @since 0.1.0 */
export const reportAggregates = [
  'count',
  'countShare',
  'sum',
  'sumShare',
  'average',
  'minimum',
  'maximum',
] as const;

/** A figure per tier. `node` is a number of the model; `count` and `countShare` have none. @since 0.1.0 */
export const reportMeasureSchema = z
  .strictObject({
    id: identifierSchema,
    name: localizedTextSchema,
    aggregate: z.enum(reportAggregates),
    node: identifierSchema.optional(),
  })
  .refine(({ aggregate, node }) => (node === undefined) === aggregate.startsWith('count'), {
    path: ['node'],
    message: 'count and countShare have no node, the others need one',
  });

/** What a figure is expected to be, both ends included; `message` says it in words. @since 0.1.0 */
export const reportExpectationSchema = z.strictObject({
  tier: identifierSchema,
  measure: identifierSchema,
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  message: localizedTextSchema,
});

/** Figures per tier of a run of a model that was made from one of `templates`. @since 0.1.0 */
export const reportSchema = z.strictObject({
  id: identifierSchema,
  name: localizedTextSchema,
  description: localizedTextSchema.optional(),
  templates: z.array(templateIdSchema).min(1).max(50),
  chart: z.enum(['bar', 'pie', 'table']),
  measures: z.array(reportMeasureSchema).min(1).max(12),
  expectations: z.array(reportExpectationSchema).max(50).default([]),
});

/** See {@link reportSchema}. @since 0.1.0 */
export type Report = z.infer<typeof reportSchema>;
/** See {@link reportMeasureSchema}. @since 0.1.0 */
export type ReportMeasure = z.infer<typeof reportMeasureSchema>;
