import { z } from 'zod';
import { jsonLogicSchema } from '../../document/json-logic.js';
import { nodeBase } from '../../document/node-base.js';

/** A value computed by JSON Logic over the values of other nodes. @since 0.1.0 */
export const formulaNodeSchema = z.strictObject({
  ...nodeBase,
  kind: z.literal('formula'),
  valueType: z.enum(['number', 'text', 'boolean', 'date']),
  unit: z.string().max(40).optional(),
  expression: jsonLogicSchema,
});

/** See {@link formulaNodeSchema}. @since 0.1.0 */
export type FormulaNode = z.infer<typeof formulaNodeSchema>;
