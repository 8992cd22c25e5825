import { z } from 'zod';
import { templateParameterSchema } from '../../catalog/template-parameter.js';
import { identifierSchema } from '../../document/identifier.js';
import { jsonLogicSchema } from '../../document/json-logic.js';
import { localizedTextSchema } from '../../document/localized-text.js';
import { nodeBase } from '../../document/node-base.js';

/** The types a value that a custom node reads can have. @since 0.1.0 */
export const customInputTypes = ['number', 'text', 'boolean', 'date', 'duration', 'enumeration'] as const;

/** A value that a custom node reads: a place to connect a node to. @since 0.1.0 */
export const customInputSchema = z.strictObject({
  id: identifierSchema,
  name: localizedTextSchema,
  type: z.enum(customInputTypes),
});

/**
 * What a custom node computes: JSON Logic over its inputs (`{"var": "<input>"}`) and parameters (`{"$parameter": "<id>"}`). It lowers to
 * the formula that has the connected nodes and the values in their places.
 * @since 0.1.0
 */
export const customDefinitionSchema = z.strictObject({
  inputs: z.array(customInputSchema).min(1).max(20),
  parameters: z.array(templateParameterSchema).max(20).default([]),
  valueType: z.enum(['number', 'text', 'boolean', 'date']),
  unit: z.string().max(40).optional(),
  expression: jsonLogicSchema,
});

/** See {@link customDefinitionSchema}. @since 0.1.0 */
export type CustomDefinition = z.infer<typeof customDefinitionSchema>;

/**
 * A node of a kind that a plugin brings. It carries the definition, so the model means the same with and without the plugin; `origin`
 * (`plugin.kind`) and `version` say where that came from. `inputs` names the connected node of each input; a parameter that is not
 * named has its default.
 * @since 0.1.0
 */
export const customNodeSchema = z.strictObject({
  ...nodeBase,
  kind: z.literal('custom'),
  origin: z.string().max(100),
  version: z.string().max(100),
  inputs: z.record(identifierSchema, identifierSchema),
  parameters: z.record(identifierSchema, z.union([z.number(), z.string().max(2000)])).default({}),
  definition: customDefinitionSchema,
});

/** See {@link customNodeSchema}. @since 0.1.0 */
export type CustomNode = z.infer<typeof customNodeSchema>;
