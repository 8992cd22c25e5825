import {
  decimalSchema,
  fieldTypes,
  identifierSchema,
  localizedTextSchema,
  templateParameterSchema,
} from '@terrace/model';
import { z } from 'zod';

/** The types of values that code can compute. @since 0.1.0 */
export const codeValueTypes = ['number', 'text', 'boolean', 'date', 'enumeration'] as const;

/** Events of a type that are read when `limit` is not declared. @since 0.1.0 */
export const defaultEventLimit = 100;

/** PostgreSQL puts so many values into one list. */
const mostFields = 90;

const inputFieldsSchema = z
  .record(identifierSchema, z.enum(fieldTypes))
  .refine((fields) => Object.keys(fields).length <= mostFields, { message: `at most ${mostFields} fields` });

const texts = { name: localizedTextSchema, description: localizedTextSchema.optional() };
const parametersSchema = z.array(templateParameterSchema).max(50).default([]);

/** A dimension that code computes, without its function. @since 0.1.0 */
export const codeDimensionSchema = z.strictObject({
  id: identifierSchema,
  ...texts,
  subjectType: identifierSchema,
  inputs: z.strictObject({
    fields: inputFieldsSchema.default({}),
    events: z
      .record(
        identifierSchema,
        z.strictObject({
          fields: inputFieldsSchema.default({}),
          days: z.int().min(1).max(36525).optional(),
          limit: z.int().min(1).max(1000).default(defaultEventLimit),
        }),
      )
      .default({}),
  }),
  parameters: parametersSchema,
  valueType: z.enum(codeValueTypes),
  unit: z.string().max(40).optional(),
  domain: z
    .strictObject({
      minimum: decimalSchema.optional(),
      maximum: decimalSchema.optional(),
      step: decimalSchema.optional(),
      options: z.array(z.string().min(1).max(200)).min(1).max(200).optional(),
    })
    .optional(),
  better: z.enum(['higher', 'lower']).optional(),
});

/** An action that code performs, without its function. @since 0.1.0 */
export const codeActionSchema = z.strictObject({
  id: identifierSchema,
  ...texts,
  parameters: parametersSchema,
});

/**
 * `dist/code.json`: what the code of a plugin declares, so that the host knows it without running anything. The build writes it; texts
 * by key are replaced before it is parsed.
 * @since 0.1.0
 */
export const codeDeclarationsSchema = z.strictObject({
  dimensions: z.array(codeDimensionSchema).max(200).default([]),
  actions: z.array(codeActionSchema).max(200).default([]),
});

/** See {@link codeDimensionSchema}. @since 0.1.0 */
export type CodeDimension = z.infer<typeof codeDimensionSchema>;
/** See {@link codeActionSchema}. @since 0.1.0 */
export type CodeAction = z.infer<typeof codeActionSchema>;
/** See {@link codeDeclarationsSchema}. @since 0.1.0 */
export type CodeDeclarations = z.infer<typeof codeDeclarationsSchema>;
