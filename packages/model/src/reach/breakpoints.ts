import type { Axis } from './axis.js';
import type { Sensitivity } from './sensitivity.js';
import type { SubjectProbe, Values } from './subject-probe.js';

function within(axis: Axis, indexes: Iterable<number>): number[] {
  const kept = [...new Set(indexes)].filter((index) => index >= axis.first && index <= axis.last);
  return kept.sort((a, b) => a - b);
}

/** The values right below, at and right above each constant, with the ends of the axis that are within reach. */
export function neighboursOf(axis: Axis, { constants }: Sensitivity): number[] {
  const indexes: number[] = [];
  for (const constant of constants) {
    if (typeof constant === 'boolean') continue;
    const floor = axis.floor(constant);
    if (!Number.isFinite(floor)) continue;
    indexes.push(floor, floor + 1, ...(axis.isExact(constant) ? [floor - 1] : []));
  }
  return within(axis, indexes);
}

/** Steps from `current` that double up to the ends of the axis, both ways. */
function doublings(axis: Axis, current: number): number[] {
  const indexes = [axis.first, axis.last, current];
  for (let distance = 1; distance <= axis.last - axis.first && distance < 2 ** 51; distance *= 2)
    indexes.push(current - distance, current + distance);
  return indexes;
}

/**
 * Numbers of values such that between two neighbours in the list (both ends included on one of the sides) the model treats every value of
 * `dimension` alike, other values as in `values`. For one that is only compared with constants these do; where the model computes with
 * it, changes between samples are narrowed down by halves, which finds each of them where the arithmetic is piecewise linear.
 */
export function breakpointsOf(
  dimension: string,
  axis: Axis,
  sensitivity: Sensitivity,
  values: Values,
  probe: SubjectProbe,
): number[] {
  const fixed = neighboursOf(axis, sensitivity);
  if (!sensitivity.isComputed) return fixed;
  const given = values[dimension];
  const current =
    given === null || given === undefined || given === '' ? 0 : axis.floor(given as number | string);
  const samples = within(axis, [...fixed, ...doublings(axis, current)]);
  const signatureAt = (index: number): string => {
    const before = values[dimension];
    values[dimension] = axis.valueAt(index);
    const signature = probe.signatureOf(values);
    values[dimension] = before;
    return signature;
  };
  const found = [...samples];
  const narrow = (low: number, lowSignature: string, high: number, highSignature: string): void => {
    if (lowSignature === highSignature) return;
    if (high - low <= 1) {
      found.push(low, high);
      return;
    }
    const middle = Math.floor((low + high) / 2);
    const signature = signatureAt(middle);
    narrow(low, lowSignature, middle, signature);
    narrow(middle, signature, high, highSignature);
  };
  let before: { readonly index: number; readonly signature: string } | undefined;
  for (const index of samples) {
    const signature = signatureAt(index);
    if (before !== undefined) narrow(before.index, before.signature, index, signature);
    before = { index, signature };
  }
  return within(axis, found);
}
