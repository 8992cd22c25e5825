import { z } from 'zod';
import { dimensionSourceSchema } from './dimension-source.js';
import { decimalSchema, identifierSchema } from './identifier.js';
import { jsonLogicSchema } from './json-logic.js';
import { localizedTextSchema } from './localized-text.js';

const scalarSchema = z.union([z.number(), z.string().max(200)]);

const base = { id: identifierSchema, name: localizedTextSchema, description: localizedTextSchema.optional() };

/** The types a value can have. @since 0.1.0 */
export const valueTypes = ['number', 'text', 'boolean', 'date', 'instant'] as const;

/**
 * What a missing value does: `noMatch` keeps it missing, so that no comparison with it holds; `default` puts a value in
 * its place. A missing value never lifts a subject by itself.
 * @since 0.1.0
 */
export const missingPolicySchema = z.discriminatedUnion('policy', [
  z.strictObject({ policy: z.literal('noMatch') }),
  z.strictObject({ policy: z.literal('default'), value: z.union([z.number(), z.string(), z.boolean()]) }),
]);

/** A typed value per subject. Its id is also the name of its column in results and of its variable in JSON Logic. @since 0.1.0 */
export const dimensionNodeSchema = z.strictObject({
  ...base,
  kind: z.literal('dimension'),
  /** The catalog dimension it was made from, for display. */
  origin: z.string().max(100).optional(),
  valueType: z.enum(valueTypes),
  /** `day`, `time`, `currency`, … for display. */
  unit: z.string().max(40).optional(),
  source: dimensionSourceSchema,
  missing: missingPolicySchema,
});

/**
 * Where the cut points of bands come from. `quantile`: for i = 1 … count-1 the type-7 quantile i/count of the population
 * (position (n-1)·i/count, as SQL `percentile_cont`, but in decimal), plus `offset`; computed anew by every run over the
 * subjects whose input is present and for whom `population` (JSON Logic over dimensions) holds. `values` are those of the
 * last calibration, used where there is no population.
 * @since 0.1.0
 */
export const cutPointsSchema = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('explicit'), values: z.array(decimalSchema).min(1).max(99) }),
  z.strictObject({
    method: z.literal('quantile'),
    count: z.int().min(2).max(100),
    offset: decimalSchema.default('0'),
    population: jsonLogicSchema.optional(),
    values: z.array(decimalSchema).max(99),
  }),
]);

/**
 * Bands on a number. With `closed: 'left'` band i holds cut[i-1] <= v < cut[i], with `'right'` cut[i-1] < v <= cut[i];
 * equal cut points make an empty band. `outputs` has one entry more than there are cut points, lowest band first.
 * A missing input gives `missing`, or no value.
 * @since 0.1.0
 */
export const bandsNodeSchema = z.strictObject({
  ...base,
  kind: z.literal('bands'),
  input: identifierSchema,
  cuts: cutPointsSchema,
  closed: z.enum(['left', 'right']).default('left'),
  outputs: z.array(scalarSchema).min(2).max(100),
  missing: scalarSchema.optional(),
});

/** True or false for a subject; unknown counts as not true. `tier` is given to a subject for whom it holds. @since 0.1.0 */
export const conditionNodeSchema = z.strictObject({
  ...base,
  kind: z.literal('condition'),
  when: jsonLogicSchema,
  tier: identifierSchema.optional(),
});

/** One cell of a decision table; `null` accepts anything, also a missing value; `between` includes both ends. @since 0.1.0 */
export const cellSchema = z
  .discriminatedUnion('op', [
    z.strictObject({
      op: z.enum(['<', '<=', '>', '>=', '==', '!=']),
      value: z.union([z.number(), z.string(), z.boolean()]),
    }),
    z.strictObject({ op: z.literal('between'), min: z.number(), max: z.number() }),
    z.strictObject({ op: z.literal('in'), values: z.array(scalarSchema).min(1).max(100) }),
    z.strictObject({ op: z.literal('missing') }),
  ])
  .nullable();

/** See {@link cellSchema}. @since 0.1.0 */
export type Cell = z.infer<typeof cellSchema>;

/** Rows over the values of other nodes; the first row whose cells all hold gives its tier. No row: no tier from this table. @since 0.1.0 */
export const decisionTableNodeSchema = z.strictObject({
  ...base,
  kind: z.literal('decisionTable'),
  inputs: z.array(identifierSchema).min(1).max(20),
  rows: z
    .array(z.strictObject({ id: identifierSchema, cells: z.array(cellSchema), tier: identifierSchema }))
    .max(500),
});

/** An outcome. Rank 1 is the best; ranks are different. @since 0.1.0 */
export const tierNodeSchema = z.strictObject({
  ...base,
  kind: z.literal('tier'),
  rank: z.int().min(1).max(1000),
  /** `#rrggbb`, for charts and badges. */
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .optional(),
  benefits: z.array(localizedTextSchema).max(50).optional(),
});

/**
 * Which change of a subject sets an action of a tier off: `enter` - it comes into the tier from anywhere; `leave` - it
 * goes out of it to anywhere; `upgrade`, `downgrade` - it comes into the tier from a lower or higher one.
 * @since 0.1.0
 */
export const actionTriggers = ['enter', 'leave', 'upgrade', 'downgrade'] as const;

/** What is done when a subject enters, leaves, is upgraded or downgraded into a tier. @since 0.1.0 */
export const actionNodeSchema = z.strictObject({
  ...base,
  kind: z.literal('action'),
  tier: identifierSchema,
  on: z.array(z.enum(actionTriggers)).min(1),
  action: z.discriminatedUnion('type', [
    /** A task for `owner` (a user's name or a team's), due `dueDays` days after the transition. */
    z.strictObject({
      type: z.literal('task'),
      title: localizedTextSchema,
      owner: z.string().min(1).max(100),
      dueDays: z.int().min(0).max(3650).optional(),
    }),
    /** A signed call of the webhook with this id (workspace settings hold its address and secret). */
    z.strictObject({ type: z.literal('webhook'), webhook: z.string().min(1).max(100) }),
  ]),
});

/** A node of a model. @since 0.1.0 */
export const modelNodeSchema = z.discriminatedUnion('kind', [
  dimensionNodeSchema,
  bandsNodeSchema,
  conditionNodeSchema,
  decisionTableNodeSchema,
  tierNodeSchema,
  actionNodeSchema,
]);

export type DimensionNode = z.infer<typeof dimensionNodeSchema>;
export type BandsNode = z.infer<typeof bandsNodeSchema>;
export type ConditionNode = z.infer<typeof conditionNodeSchema>;
export type DecisionTableNode = z.infer<typeof decisionTableNodeSchema>;
export type TierNode = z.infer<typeof tierNodeSchema>;
export type ActionNode = z.infer<typeof actionNodeSchema>;
export type ModelNode = z.infer<typeof modelNodeSchema>;
