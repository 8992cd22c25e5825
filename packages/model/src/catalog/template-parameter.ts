import { z } from 'zod';
import { identifierSchema } from '../document/identifier.js';
import { localizedTextSchema } from '../document/localized-text.js';

/** The types of parameters: a whole number, any number, a text, or one of a few values. @since 0.1.0 */
export const parameterTypes = ['integer', 'number', 'text', 'choice'] as const;

/** One of the values of a parameter of type `choice`. @since 0.1.0 */
export const parameterOptionSchema = z.strictObject({
  value: z.union([z.number(), z.string().min(1).max(200)]),
  name: localizedTextSchema,
});

/**
 * A parameter, filled in when a model is made from a template or a node from a contributed kind; its form is made from this. In the
 * document `{ "$parameter": "<id>" }` stands for its value. `minimum`, `maximum` and `above` are for numbers, `options` for a choice.
 * @since 0.1.0
 */
export const templateParameterSchema = z.strictObject({
  id: identifierSchema,
  name: localizedTextSchema,
  description: localizedTextSchema.optional(),
  type: z.enum(parameterTypes),
  default: z.union([z.number(), z.string()]),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  /** The id of another of the parameters, whose value this one is greater than: a high bar above a medium one. */
  above: identifierSchema.optional(),
  /** `day`, `currency`, … for display. */
  unit: z.string().max(40).optional(),
  options: z.array(parameterOptionSchema).min(1).max(200).optional(),
});

/** See {@link templateParameterSchema}. @since 0.1.0 */
export type TemplateParameter = z.infer<typeof templateParameterSchema>;
