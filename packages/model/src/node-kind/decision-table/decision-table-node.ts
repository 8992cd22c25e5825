import { z } from 'zod';
import { cellSchema } from '../../cell/cell.js';
import { identifierSchema } from '../../document/identifier.js';
import { nodeBase, scalarSchema } from '../../document/node-base.js';

/** Rows of a table, each with one cell per input, and a tier or a value. @since 0.1.0 */
export const tableRowSchema = z.strictObject({
  id: identifierSchema,
  cells: z.array(cellSchema),
  tier: identifierSchema.optional(),
  value: scalarSchema.optional(),
});

/** See {@link tableRowSchema}. @since 0.1.0 */
export type TableRow = z.infer<typeof tableRowSchema>;

/**
 * Rows over the values of other nodes. `hit` says which of the rows whose cells all hold counts, as DMN's hit policies do:
 * - `first`: the first, top to bottom; gives its tier, or its value where rows have values;
 * - `priority`: the one whose tier comes first in the model's order of precedence (`priority`, else rank); rows have tiers;
 * - `collect`: all of them; `aggregate` makes one number of their values (`count`: of how many rows; no row: 0 for `sum` and
 *   `count`, else no value).
 * No row: no tier, no value.
 * @see OMG Decision Model and Notation 1.5, section 8.2.8, for hit policies F, P and C
 * @since 0.1.0
 */
export const decisionTableNodeSchema = z.strictObject({
  ...nodeBase,
  kind: z.literal('decisionTable'),
  inputs: z.array(identifierSchema).min(1).max(20),
  hit: z.enum(['first', 'priority', 'collect']).default('first'),
  aggregate: z.enum(['sum', 'minimum', 'maximum', 'count']).optional(),
  rows: z.array(tableRowSchema).max(500),
});

/** See {@link decisionTableNodeSchema}. @since 0.1.0 */
export type DecisionTableNode = z.infer<typeof decisionTableNodeSchema>;
