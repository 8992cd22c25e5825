import { localizedTextSchema } from '@terrace/model';
import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idParamsSchema } from './page.js';

const tag = 'Plugins';

/** A report of a plugin, computed for one run. Values are decimals as text; null where no subject has one. @since 0.1.0 */
export const runReportSchema = z.object({
  /** `plugin.report`. */
  id: z.string(),
  name: localizedTextSchema,
  description: localizedTextSchema.optional(),
  chart: z.enum(['bar', 'pie', 'table']),
  measures: z.array(
    z.object({
      id: z.string(),
      name: localizedTextSchema,
      aggregate: z.string(),
      /** Unit of the values, as on the node they come from; `share` for shares, 0 to 1. */
      unit: z.string().nullable(),
    }),
  ),
  /** By rank; `values` by measure id. */
  tiers: z.array(
    z.object({
      tier: z.string(),
      name: localizedTextSchema,
      color: z.string().nullable(),
      values: z.record(z.string(), z.string().nullable()),
    }),
  ),
  expectations: z.array(
    z.object({
      message: localizedTextSchema,
      tier: z.string(),
      measure: z.string(),
      minimum: z.number().nullable(),
      maximum: z.number().nullable(),
      actual: z.string().nullable(),
      isMet: z.boolean(),
    }),
  ),
});

export const reportEndpoints = {
  /** Those of the plugin whose template the run's model was made from; empty where there is none. */
  listRunReports: endpoint({
    method: 'GET',
    path: '/runs/:id/reports',
    access: 'viewer',
    tag,
    summary: 'Reports of a run',
    params: idParamsSchema,
    response: z.object({ items: z.array(runReportSchema) }),
  }),
};

/** See {@link runReportSchema}. @since 0.1.0 */
export type RunReport = z.infer<typeof runReportSchema>;
