import { z } from 'zod';
import { dimensionSourceSchema } from '../../document/dimension-source.js';
import { decimalSchema } from '../../document/identifier.js';
import { nodeBase } from '../../document/node-base.js';

/**
 * The types a dimension can have. A duration is a number in its `unit`; an enumeration is a text out of its `domain.options`.
 * @since 0.1.0
 */
export const valueTypes = [
  'number',
  'text',
  'boolean',
  'date',
  'instant',
  'duration',
  'enumeration',
] as const;

/**
 * What a missing value does: `noMatch` keeps it missing, so that no comparison with it holds; `default` puts a value in
 * its place. A missing value never lifts a subject by itself.
 * @since 0.1.0
 */
export const missingPolicySchema = z.discriminatedUnion('policy', [
  z.strictObject({ policy: z.literal('noMatch') }),
  z.strictObject({ policy: z.literal('default'), value: z.union([z.number(), z.string(), z.boolean()]) }),
]);

/**
 * Which values can occur at all. Numbers lie between `minimum` and `maximum`, both included, in steps of `step` (`1`: whole
 * numbers; `0.01`: cents; absent: any decimal). `options` are the texts of an enumeration. The proof of rules and "what it
 * takes" look at nothing outside.
 * @since 0.1.0
 */
export const domainSchema = z.strictObject({
  minimum: decimalSchema.optional(),
  maximum: decimalSchema.optional(),
  step: decimalSchema.optional(),
  options: z.array(z.string().min(1).max(200)).min(1).max(200).optional(),
});

/**
 * What "what it takes" may do with a dimension: nothing (`fixed`), or move it at `cost` per unit (for a text or a boolean: per
 * change), in the given direction. Without one, a dimension can be moved both ways at cost 1.
 * @since 0.1.0
 */
export const changeSchema = z.union([
  z.literal('fixed'),
  z.strictObject({ cost: decimalSchema, direction: z.enum(['up', 'down', 'both']).default('both') }),
]);

/** A typed value per subject. Its id is also the name of its column in results and of its variable in JSON Logic. @since 0.1.0 */
export const dimensionNodeSchema = z.strictObject({
  ...nodeBase,
  kind: z.literal('dimension'),
  /** The catalog dimension it was made from, for display. */
  origin: z.string().max(100).optional(),
  valueType: z.enum(valueTypes),
  /** `day`, `time`, `currency`, … for display. */
  unit: z.string().max(40).optional(),
  source: dimensionSourceSchema,
  missing: missingPolicySchema,
  domain: domainSchema.optional(),
  /** Which way is good. The proof of rules reports where a better value gives a worse tier. */
  better: z.enum(['higher', 'lower']).optional(),
  change: changeSchema.optional(),
});

/** See {@link dimensionNodeSchema}. @since 0.1.0 */
export type DimensionNode = z.infer<typeof dimensionNodeSchema>;
