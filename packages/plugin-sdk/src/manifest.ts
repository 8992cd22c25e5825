import {
  eventTypeSchema,
  identifierSchema,
  localizedTextSchema,
  modelNodeSchema,
  subjectTypeSchema,
  templateParameterSchema,
} from '@terrace/model';
import { z } from 'zod';
import { sampleSchema } from './sample-schema.js';
import { templateIdSchema } from './template-id.js';

/** A model template; `file` is a model document below the plugin's folder. @since 0.1.0 */
export const templateSchema = z.strictObject({
  id: templateIdSchema,
  name: localizedTextSchema,
  description: localizedTextSchema.optional(),
  file: z.string().regex(/^[a-z0-9_-]+(\/[a-z0-9_-]+)*\.json$/, {
    message: 'a path of lower-case letters, digits, _ and - below the plugin, ending in .json',
  }),
  parameters: z.array(templateParameterSchema).max(50).default([]),
});

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
  /** The host versions it works with, as a semver range. */
  host: z.string().max(100),
  name: localizedTextSchema,
  description: localizedTextSchema.optional(),
  license: z.string().max(100),
  contributes: z.strictObject({
    subjectTypes: z.array(subjectTypeSchema).default([]),
    eventTypes: z.array(eventTypeSchema).default([]),
    dimensions: z.array(z.strictObject({ subjectType: identifierSchema, node: modelNodeSchema })).default([]),
    templates: z.array(templateSchema).default([]),
    samples: z.array(sampleSchema).default([]),
  }),
});

/** See {@link manifestSchema}. @since 0.1.0 */
export type Manifest = z.infer<typeof manifestSchema>;
/** See {@link templateSchema}. @since 0.1.0 */
export type ManifestTemplate = z.infer<typeof templateSchema>;
