import {
  eventTypeSchema,
  identifierSchema,
  localizedTextSchema,
  modelNodeSchema,
  subjectTypeSchema,
  templateParameterSchema,
} from '@terrace/model';
import { z } from 'zod';

/**
 * How a sample's values are generated, column by column, from a seed: the same seed gives the same records on every
 * machine. `name`, `choice`, `uniform`, `lognormal`, `date` and `key` are the generators; see docs/plugins.md.
 * @since 0.1.0
 */
export const generatorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('key'), prefix: z.string().max(20), width: z.int().min(1).max(12) }),
  z.strictObject({ kind: z.literal('name'), languages: z.array(z.enum(['en', 'zh-CN'])).min(1) }),
  z.strictObject({
    kind: z.literal('choice'),
    values: z.array(z.strictObject({ value: z.string(), weight: z.number().positive() })).min(1),
  }),
  z.strictObject({
    kind: z.literal('uniform'),
    minimum: z.number(),
    maximum: z.number(),
    decimals: z.int().min(0).max(6),
  }),
  z.strictObject({
    kind: z.literal('lognormal'),
    median: z.number().positive(),
    spread: z.number().positive(),
    decimals: z.int().min(0).max(6),
  }),
]);

/** Sample data. Subjects first, then events spread over them unevenly (few have many) between two days before `today`. @since 0.1.0 */
export const sampleSchema = z.strictObject({
  id: identifierSchema,
  name: localizedTextSchema,
  description: localizedTextSchema.optional(),
  seed: z.int(),
  /** The as-of day the sample is made for, ISO. */
  asOf: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  subjects: z.strictObject({
    type: identifierSchema,
    count: z.int().min(1).max(1_000_000),
    key: generatorSchema,
    fields: z.record(identifierSchema, generatorSchema),
  }),
  events: z.array(
    z.strictObject({
      type: identifierSchema,
      count: z.int().min(1).max(10_000_000),
      /** Days before `asOf` in which events lie. */
      days: z.int().min(1).max(36525),
      /** Share of subjects without any event, 0 to 1. */
      withoutEvents: z.number().min(0).max(1),
      fields: z.record(identifierSchema, generatorSchema),
    }),
  ),
  /** Template of the model that is made with the sample. */
  template: identifierSchema.optional(),
});

/** A model template; `file` is a model document below the plugin's folder. @since 0.1.0 */
export const templateSchema = z.strictObject({
  id: identifierSchema,
  name: localizedTextSchema,
  description: localizedTextSchema.optional(),
  file: z.string().regex(/^[a-z0-9_-]+(\/[a-z0-9_-]+)*\.json$/),
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
  version: z.string().regex(/^\d+\.\d+\.\d+(-[0-9a-z.-]+)?$/i),
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

export type Manifest = z.infer<typeof manifestSchema>;
export type Sample = z.infer<typeof sampleSchema>;
export type Generator = z.infer<typeof generatorSchema>;
export type ManifestTemplate = z.infer<typeof templateSchema>;
