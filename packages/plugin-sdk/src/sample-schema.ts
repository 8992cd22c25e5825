import { identifierSchema, localizedTextSchema } from '@terrace/model';
import { z } from 'zod';
import { templateIdSchema } from './template-id.js';

/** Keys in sequence: `prefix` and the running number, padded with zeros to `width` digits. @since 0.1.0 */
export const keyGeneratorSchema = z.strictObject({
  kind: z.literal('key'),
  prefix: z.string().max(20),
  width: z.int().min(1).max(12),
});

const decimals = z.int().min(0).max(6);

/** Share of records in which the field is missing, 0 to 1. */
const missing = { missing: z.number().min(0).max(1).optional() };

/** Day counted from the sample's as-of day; negative before it. */
const relativeDay = z.int().min(-36_525).max(36_525);

const plainGeneratorSchemas = [
  keyGeneratorSchema.extend(missing),
  /** A person's name in one of the languages. */
  z.strictObject({ kind: z.literal('name'), languages: z.array(z.enum(['en', 'zh-CN'])).min(1), ...missing }),
  /** One of the values; a value of weight 2 comes twice as often as one of weight 1. */
  z.strictObject({
    kind: z.literal('choice'),
    values: z
      .array(z.strictObject({ value: z.string().max(200), weight: z.number().positive() }))
      .min(1)
      .max(500),
    ...missing,
  }),
  /** True in this share of records. */
  z.strictObject({ kind: z.literal('boolean'), share: z.number().min(0).max(1), ...missing }),
  /** A day between two days, both included, counted from the sample's as-of day. */
  z.strictObject({ kind: z.literal('date'), from: relativeDay, to: relativeDay, ...missing }),
  z.strictObject({
    kind: z.literal('uniform'),
    minimum: z.number(),
    maximum: z.number(),
    decimals,
    ...missing,
  }),
  /** Numbers on a bell curve, cut off at the ends. */
  z.strictObject({
    kind: z.literal('normal'),
    mean: z.number(),
    deviation: z.number().positive(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    decimals,
    ...missing,
  }),
  /** Positive numbers round `median`, skewed to the right. With `subjectSpread` every subject has a level of its own. */
  z.strictObject({
    kind: z.literal('lognormal'),
    median: z.number().positive(),
    spread: z.number().positive().max(3),
    subjectSpread: z.number().positive().max(3).optional(),
    decimals,
    ...missing,
  }),
] as const;

const plainGeneratorSchema = z.discriminatedUnion('kind', [...plainGeneratorSchemas]);

/** A generator that looks at no other field. @since 0.1.0 */
export type PlainGenerator = z.infer<typeof plainGeneratorSchema>;

/** As another generator says, chosen by the value of a field that stands earlier, or of a field of the event's subject. @since 0.1.0 */
export interface ByGenerator {
  readonly kind: 'by';
  readonly field: string;
  readonly of: 'record' | 'subject';
  readonly cases: Readonly<Record<string, FieldGenerator>>;
  readonly otherwise: FieldGenerator;
}

/** See {@link fieldGeneratorSchema}. @since 0.1.0 */
export type FieldGenerator = PlainGenerator | ByGenerator;

const byGeneratorSchema: z.ZodType<ByGenerator> = z.strictObject({
  kind: z.literal('by'),
  field: identifierSchema,
  of: z.enum(['record', 'subject']).default('record'),
  get cases() {
    return z.record(z.string().max(200), fieldGeneratorSchema);
  },
  get otherwise() {
    return fieldGeneratorSchema;
  },
});

/**
 * How a field's values are generated from the sample's seed: the same seed gives the same records on every machine. See
 * docs/plugins.md for what each kind gives.
 * @since 0.1.0
 */
export const fieldGeneratorSchema: z.ZodType<FieldGenerator> = z.union([
  plainGeneratorSchema,
  byGeneratorSchema,
]);

/** Generators of a subject's field: those of any field, and two that look at the subject's events. @since 0.1.0 */
export const subjectFieldGeneratorSchema = z.union([
  fieldGeneratorSchema,
  /** The day from which on the subject has events. */
  z.strictObject({ kind: z.literal('start') }),
  /** What the subject's events of a type come to, so that totals kept on the subject agree with its events. */
  z.strictObject({
    kind: z.literal('summary'),
    event: identifierSchema,
    measure: z.enum(['count', 'last']),
  }),
  z.strictObject({
    kind: z.literal('summary'),
    event: identifierSchema,
    measure: z.literal('sum'),
    field: identifierSchema,
  }),
]);

const sampleEventsSchema = z.strictObject({
  type: identifierSchema,
  count: z.int().min(1).max(10_000_000),
  /** Days before `asOf` in which events lie. */
  days: z.int().min(1).max(36525),
  /** Share of subjects without any event, 0 to 1. */
  withoutEvents: z.number().min(0).max(1),
  /** The event's own id; without it events have none. */
  key: keyGeneratorSchema.optional(),
  fields: z.record(identifierSchema, fieldGeneratorSchema),
});

/** Sample data. Subjects first, then events spread over them unevenly (few have many) in the days before `asOf`. @since 0.1.0 */
export const sampleSchema = z.strictObject({
  id: identifierSchema,
  name: localizedTextSchema,
  description: localizedTextSchema.optional(),
  seed: z.int(),
  /** The as-of day the sample is made for, ISO. */
  asOf: z.iso.date(),
  subjects: z.strictObject({
    type: identifierSchema,
    count: z.int().min(1).max(1_000_000),
    key: keyGeneratorSchema,
    fields: z.record(identifierSchema, subjectFieldGeneratorSchema),
  }),
  events: z.array(sampleEventsSchema).max(20),
  /** Template of the model that is made with the sample. */
  template: templateIdSchema.optional(),
});

/** See {@link sampleSchema}. @since 0.1.0 */
export type Sample = z.infer<typeof sampleSchema>;
/** See {@link subjectFieldGeneratorSchema}. @since 0.1.0 */
export type SubjectFieldGenerator = z.infer<typeof subjectFieldGeneratorSchema>;
/** The events of one type in a {@link Sample}. @since 0.1.0 */
export type SampleEvents = Sample['events'][number];
