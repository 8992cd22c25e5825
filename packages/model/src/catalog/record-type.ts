import { z } from 'zod';
import { identifierSchema } from '../document/identifier.js';
import { localizedTextSchema } from '../document/localized-text.js';

/** The types a field can have; `enumeration` is text out of `values`. @since 0.1.0 */
export const fieldTypes = ['number', 'text', 'boolean', 'date', 'instant', 'enumeration'] as const;

/** A typed property of a subject or event type. @since 0.1.0 */
export const fieldSchema = z.strictObject({
  id: identifierSchema,
  name: localizedTextSchema,
  type: z.enum(fieldTypes),
  /** A record without it is set aside on import. */
  required: z.boolean().default(false),
  unit: z.string().max(40).optional(),
  /** The allowed values of an enumeration. */
  values: z.array(z.string().min(1).max(200)).max(500).optional(),
  /** Smallest and largest allowed number, inclusive. */
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  /** Column headers this field is usually found under, in any language; compared without case, spaces and punctuation. */
  aliases: z.array(z.string().max(100)).max(100).default([]),
  /** Personal data is left out of logs, previews and what plugins see. */
  sensitivity: z.enum(['none', 'personal']).default('none'),
});

/** What is tiered, for example a customer. @since 0.1.0 */
export const subjectTypeSchema = z.strictObject({
  id: identifierSchema,
  name: localizedTextSchema,
  pluralName: localizedTextSchema.optional(),
  keyAliases: z.array(z.string().max(100)).max(100).default([]),
  /** The field shown beside the key. */
  labelField: identifierSchema.optional(),
  fields: z.array(fieldSchema).max(300),
});

/** A dated fact about a subject, for example an order. @since 0.1.0 */
export const eventTypeSchema = z.strictObject({
  id: identifierSchema,
  name: localizedTextSchema,
  pluralName: localizedTextSchema.optional(),
  subjectType: identifierSchema,
  subjectAliases: z.array(z.string().max(100)).max(100).default([]),
  timeAliases: z.array(z.string().max(100)).max(100).default([]),
  idAliases: z.array(z.string().max(100)).max(100).default([]),
  fields: z.array(fieldSchema).max(300),
});

/** See {@link fieldSchema}. @since 0.1.0 */
export type Field = z.infer<typeof fieldSchema>;
/** See {@link subjectTypeSchema}. @since 0.1.0 */
export type SubjectType = z.infer<typeof subjectTypeSchema>;
/** See {@link eventTypeSchema}. @since 0.1.0 */
export type EventType = z.infer<typeof eventTypeSchema>;

/** The record types a document is checked against. @since 0.1.0 */
export interface RecordTypes {
  readonly subjectTypes: readonly SubjectType[];
  readonly eventTypes: readonly EventType[];
}
