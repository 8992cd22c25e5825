import type { Scalar } from '@terrace/expression';
import type { ModelDocument } from '../document/model-document.js';
import type { BothLanguages } from '../explain/words.js';
import type { CompileOptions } from '../lowering/compile-document.js';
import type { SubjectValues } from '../lowering/subject-values.js';
import type { DimensionNode } from '../node-kind/dimension/dimension-node.js';
import { validUntil, type ValidityOptions, type ValidUntil } from '../validity/valid-until.js';
import { axisOf, optionsOf, type Axis } from './axis.js';
import { breakpointsOf } from './breakpoints.js';
import { keepWords } from './keep-words.js';
import { currentValue, distance } from './movable.js';
import { flatValues } from './previous-values.js';
import type { Sensitivity } from './sensitivity.js';
import { probeOf, type SubjectProbe, type Values } from './subject-probe.js';

/** The values of one dimension with which a subject keeps its tier, all others unchanged. @since 0.1.0 */
export interface KeptRange {
  readonly dimension: string;
  readonly value: Scalar;
  /** Smallest and largest value on either side of the present one up to which the tier stays; null where it never changes. */
  readonly minimum: Scalar;
  readonly maximum: Scalar;
  /** The first values beyond, at which the tier is another. */
  readonly below: Scalar;
  readonly above: Scalar;
  /** How far the value may fall and rise, in the dimension's unit (days for dates and instants); null where there is no end. */
  readonly fall: number | null;
  readonly rise: number | null;
  /** For texts and booleans the known values with which the tier stays; null for the others. */
  readonly options: readonly Scalar[] | null;
  /** Whether arithmetic that is not linear was sampled, so that a change within the range may have been overlooked. */
  readonly isSampled: boolean;
  readonly sentence: BothLanguages;
}

/** What keeps the tier of a subject. @since 0.1.0 */
export interface Keeps {
  readonly tier: string;
  /** Of every dimension that the tier rests on, also those that cannot be changed. */
  readonly dimensions: readonly KeptRange[];
  /** Until when it stays by time alone; null without an as-of. */
  readonly time: ValidUntil | null;
}

/** How to look; with `asOf` also until when the tier stays. @since 0.1.0 */
export type KeepOptions = CompileOptions & Partial<ValidityOptions>;

/** Walks from the present value to where the tier changes. */
function endOf(
  node: DimensionNode,
  axis: Axis,
  indexes: readonly number[],
  values: Values,
  probe: SubjectProbe,
): { readonly last: Scalar; readonly beyond: Scalar } {
  const tier = probe.tierOf(values);
  const own = values[node.id];
  let last: Scalar = own ?? null;
  for (const index of indexes) {
    values[node.id] = axis.valueAt(index);
    const isKept = probe.tierOf(values) === tier;
    values[node.id] = own;
    if (!isKept) return { last, beyond: axis.valueAt(index) };
    last = axis.valueAt(index);
  }
  return { last: null, beyond: null };
}

function rangeOf(
  node: DimensionNode,
  sensitivity: Sensitivity,
  given: Values,
  probe: SubjectProbe,
): Omit<KeptRange, 'sentence'> {
  const value = currentValue(node, given);
  const values: Values = { ...given, [node.id]: value };
  const axis = axisOf(node, sensitivity, value);
  const base = {
    dimension: node.id,
    value,
    isSampled: sensitivity.isComputed && !sensitivity.isLinear,
    minimum: null,
    maximum: null,
    below: null,
    above: null,
    fall: null,
    rise: null,
  };
  if (axis === null || value === null) {
    const tier = probe.tierOf(values);
    const options = axis === null ? optionsOf(node, sensitivity) : [];
    const kept = options.filter((option) => probe.tierOf({ ...values, [node.id]: option }) === tier);
    return { ...base, options: value === null || kept.includes(value) ? kept : [value, ...kept] };
  }
  const own = axis.floor(typeof value === 'boolean' ? Number(value) : value);
  const isExact = axis.isExact(value as number | string);
  const indexes = breakpointsOf(node.id, axis, sensitivity, values, probe);
  const down = endOf(
    node,
    axis,
    indexes.filter((index) => index < own || (index === own && !isExact)).reverse(),
    values,
    probe,
  );
  const up = endOf(
    node,
    axis,
    indexes.filter((index) => index > own),
    values,
    probe,
  );
  return {
    ...base,
    minimum: down.last,
    maximum: up.last,
    below: down.beyond,
    above: up.beyond,
    fall: down.last === null ? null : Math.abs(distance(axis, value, down.last)),
    rise: up.last === null ? null : Math.abs(distance(axis, value, up.last)),
    options: null,
  };
}

/**
 * What keeps the tier of a subject: for each dimension it rests on, how far the value may go while the others stay; and, given an as-of,
 * until when by time alone.
 * @param values - of dimensions by id, with `previous.*` where the model has a lifecycle
 * @throws ModelError `INVALID_DOCUMENT`
 * @see docs/what-it-takes.md
 * @since 0.1.0
 */
export function keeps(document: ModelDocument, values: SubjectValues, options: KeepOptions = {}): Keeps {
  const probe = probeOf(document, options);
  const given = flatValues(values);
  const dimensions = document.nodes.flatMap((node): KeptRange[] => {
    const sensitivity = node.kind === 'dimension' ? probe.sensitivities.get(node.id) : undefined;
    if (node.kind !== 'dimension' || sensitivity === undefined) return [];
    const range = rangeOf(node, sensitivity, given, probe);
    return [{ ...range, sentence: keepWords(node, range) }];
  });
  const { asOf, ...rest } = options;
  const time = asOf === undefined ? null : validUntil(document, values, { ...rest, asOf });
  return { tier: probe.tierOf(given), dimensions, time };
}
