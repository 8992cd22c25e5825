import {
  dimensionNodeSchema,
  eventTypeSchema,
  fieldSchema,
  identifierSchema,
  localizedTextSchema,
  subjectTypeSchema,
  templateParameterSchema,
  tierNodeSchema,
} from '@terrace/model';
import { z } from 'zod';
import { codeSettingsSchema, permissionsSchema } from './code-settings.js';
import { actionPresetSchema } from './contribution/action-preset-schema.js';
import { nodeKindContributionSchema } from './contribution/node-kind-schema.js';
import { reportSchema } from './contribution/report-schema.js';
import { jsonFileSchema } from './file-path.js';
import { sampleSchema } from './sample-schema.js';
import { templateIdSchema } from './template-id.js';

/** A model template; `file` is a model document below the plugin's folder. @since 0.1.0 */
export const templateSchema = z.strictObject({
  id: templateIdSchema,
  name: localizedTextSchema,
  description: localizedTextSchema.optional(),
  file: jsonFileSchema,
  parameters: z.array(templateParameterSchema).max(50).default([]),
});

/** A field added to a record type that another plugin brings. @since 0.1.0 */
export const addedFieldSchema = z.strictObject({ type: identifierSchema, field: fieldSchema });

/** A semver range such as `>=0.1.0 <1.0.0`; whether it is one is checked by the reader. */
const range = z.string().min(1).max(100);

/**
 * `plugin.json`: what a plugin is and brings. The host reads it without running anything. Ids of contributions are
 * qualified by the plugin's id (`retail/rfm`, `retail.recency`) where they are named from outside; record types are shared
 * names and clash when two plugins bring the same.
 * @since 0.1.0
 */
export const manifestSchema = z.strictObject({
  $schema: z.string().optional(),
  id: identifierSchema,
  version: z.string().regex(/^\d+\.\d+\.\d+(-[0-9a-z.-]+)?$/i, { message: 'a version such as 1.2.3' }),
  /** The host versions it works with. */
  host: range,
  name: localizedTextSchema,
  description: localizedTextSchema.optional(),
  license: z.string().max(100),
  author: z.strictObject({ name: z.string().min(1).max(200), url: z.url().max(500).optional() }).optional(),
  homepage: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  keywords: z.array(z.string().min(1).max(50)).max(50).default([]),
  /** The plugins whose record types it builds on, by id, with the versions it works with. */
  requires: z.record(identifierSchema, range).default({}),
  /** Files of texts by key, for texts written as `"%key%"`. */
  locales: z.strictObject({ en: jsonFileSchema, 'zh-CN': jsonFileSchema }).optional(),
  code: codeSettingsSchema.optional(),
  permissions: permissionsSchema.optional(),
  contributes: z.strictObject({
    subjectTypes: z.array(subjectTypeSchema).default([]),
    eventTypes: z.array(eventTypeSchema).default([]),
    fields: z.array(addedFieldSchema).max(300).default([]),
    dimensions: z
      .array(z.strictObject({ subjectType: identifierSchema, node: dimensionNodeSchema }))
      .default([]),
    nodeKinds: z.array(nodeKindContributionSchema).max(100).default([]),
    templates: z.array(templateSchema).default([]),
    tiers: z.array(tierNodeSchema).max(200).default([]),
    actions: z.array(actionPresetSchema).max(200).default([]),
    reports: z.array(reportSchema).max(100).default([]),
    samples: z.array(sampleSchema).default([]),
    /** Files of test cases. */
    testCases: z.array(jsonFileSchema).max(200).default([]),
  }),
});

/** See {@link manifestSchema}. @since 0.1.0 */
export type Manifest = z.infer<typeof manifestSchema>;
/** See {@link templateSchema}. @since 0.1.0 */
export type ManifestTemplate = z.infer<typeof templateSchema>;
