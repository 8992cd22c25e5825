import { z } from 'zod';
import { identifierSchema } from '../document/identifier.js';
import { localizedTextSchema } from '../document/localized-text.js';

/**
 * A parameter of a template, filled in when a model is made from it. In the template's document
 * `{ "$parameter": "<id>" }` stands for its value.
 * @since 0.1.0
 */
export const templateParameterSchema = z.strictObject({
  id: identifierSchema,
  name: localizedTextSchema,
  description: localizedTextSchema.optional(),
  type: z.enum(['integer', 'number', 'text']),
  default: z.union([z.number(), z.string()]),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});

/** See {@link templateParameterSchema}. @since 0.1.0 */
export type TemplateParameter = z.infer<typeof templateParameterSchema>;
