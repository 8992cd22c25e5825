import { z } from 'zod';
import { decimalSchema, identifierSchema } from '../../document/identifier.js';
import { jsonLogicSchema } from '../../document/json-logic.js';
import { nodeBase, scalarSchema } from '../../document/node-base.js';

/** What every calibrated method has: who counts, and the cut points of the last calibration. */
const calibrated = {
  /** JSON Logic over dimensions; everybody whose input is present when absent. */
  population: jsonLogicSchema.optional(),
  /** Of the last calibration, used where there is no population; empty before the first. */
  values: z.array(decimalSchema).max(99),
};

const count = z.int().min(2).max(100);

/**
 * Where the cut points of bands come from. All but `explicit` are computed anew by every run, in decimal, over the subjects
 * whose input is present and for whom `population` holds:
 * - `quantile`: for i = 1 … count-1 the type-7 quantile i/count (position (n-1)·i/count, as SQL `percentile_cont`), plus `offset`;
 * - `equalWidth`: minimum + i·(maximum - minimum)/count;
 * - `naturalBreaks`: Fisher's optimal classes (least sum of squared deviations within classes); a cut point is the smallest
 *   value of the class above it;
 * - `standardDeviation`: mean + step·s for each of the ascending `steps`, s the sample standard deviation;
 * - `topShare`: for each of the ascending `shares` (percent) a cut point at the value of the subject at rank floor(share·n/100), at
 *   least 1, from the top: whoever has at least that value is in. The top band is that of the smallest share.
 * Cut points are rounded to 15 significant digits.
 * @see Hyndman and Fan, Sample quantiles in statistical packages (1996), for type 7
 * @see Fisher, On grouping for maximum homogeneity (1958), for natural breaks
 * @since 0.1.0
 */
export const cutPointsSchema = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('explicit'), values: z.array(decimalSchema).min(1).max(99) }),
  z.strictObject({
    method: z.literal('quantile'),
    count,
    offset: decimalSchema.default('0'),
    ...calibrated,
  }),
  z.strictObject({ method: z.literal('equalWidth'), count, ...calibrated }),
  z.strictObject({ method: z.literal('naturalBreaks'), count: z.int().min(2).max(20), ...calibrated }),
  z.strictObject({
    method: z.literal('standardDeviation'),
    steps: z.array(decimalSchema).min(1).max(20),
    ...calibrated,
  }),
  z.strictObject({
    method: z.literal('topShare'),
    shares: z.array(decimalSchema).min(1).max(20),
    ...calibrated,
  }),
]);

/** See {@link cutPointsSchema}. @since 0.1.0 */
export type CutPoints = z.infer<typeof cutPointsSchema>;

/**
 * Bands on a number. With `closed: 'left'` band i holds cut[i-1] <= v < cut[i], with `'right'` cut[i-1] < v <= cut[i];
 * equal cut points make an empty band. `outputs` has one entry more than there are cut points, lowest band first.
 * A missing input gives `missing`, or no value.
 * @since 0.1.0
 */
export const bandsNodeSchema = z.strictObject({
  ...nodeBase,
  kind: z.literal('bands'),
  input: identifierSchema,
  cuts: cutPointsSchema,
  closed: z.enum(['left', 'right']).default('left'),
  outputs: z.array(scalarSchema).min(2).max(100),
  missing: scalarSchema.optional(),
});

/** See {@link bandsNodeSchema}. @since 0.1.0 */
export type BandsNode = z.infer<typeof bandsNodeSchema>;
