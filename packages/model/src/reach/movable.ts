import type { Scalar } from '@terrace/expression';
import type { DimensionNode } from '../node-kind/dimension/dimension-node.js';
import { axisOf, optionsOf, type Axis } from './axis.js';
import type { Sensitivity } from './sensitivity.js';
import type { Values } from './subject-probe.js';

/** A dimension whose value may be changed, and what that costs. */
export interface Movable {
  readonly node: DimensionNode;
  readonly sensitivity: Sensitivity;
  readonly axis: Axis | null;
  /** Its value now; null when missing. */
  readonly from: Scalar;
  /** Per unit, for dates and instants per day, for texts and booleans per change. */
  readonly cost: number;
  readonly direction: 'up' | 'down' | 'both';
}

/** A value that a dimension could be changed to. */
export interface Candidate {
  readonly value: Scalar;
  readonly cost: number;
}

/** Sums of decimals as people write them: without the noise of doubles. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** The value of `node` as a plain scalar: numbers as numbers, missing as null, a default in its place. */
export function currentValue(node: DimensionNode, values: Values): Scalar {
  const given = values[node.id];
  const isMissing = given === undefined || given === null || given === '';
  if (isMissing) return node.missing.policy === 'default' ? node.missing.value : null;
  const isNumber = node.valueType === 'number' || node.valueType === 'duration';
  return isNumber ? Number(given) : given;
}

/** The way that is good: as declared, else more events and larger sums, and fewer days since the last event. */
function goodDirection({ better, source }: DimensionNode): Movable['direction'] {
  if (better !== undefined) return better === 'higher' ? 'up' : 'down';
  if (source.kind !== 'aggregate') return 'both';
  if (source.measure === 'daysSinceLast') return 'down';
  return ['count', 'sum', 'distinct'].includes(source.measure) ? 'up' : 'both';
}

/** `node` as something to change, with `isImproving` only the good way; null for one that cannot be. */
export function movableOf(
  node: DimensionNode,
  sensitivity: Sensitivity,
  values: Values,
  isImproving: boolean,
): Movable | null {
  if (node.change === 'fixed') return null;
  const declared = node.change?.direction ?? 'both';
  const from = currentValue(node, values);
  const good = isImproving ? goodDirection(node) : 'both';
  if (declared !== 'both' && good !== 'both' && declared !== good) return null;
  return {
    node,
    sensitivity,
    axis: axisOf(node, sensitivity, from),
    from,
    cost: node.change === undefined ? 1 : Number(node.change.cost),
    direction: declared === 'both' ? good : declared,
  };
}

/** How far apart two values of a number, date or instant are, in units of cost. */
export function distance(axis: Axis, from: Scalar, to: Scalar): number {
  const [start, end] = [from, to].map((value) =>
    typeof value === 'number' ? value : axis.floor(String(value)),
  );
  const difference = (end ?? 0) - (start ?? 0);
  return tidy(typeof from === 'number' ? difference : difference * axis.step);
}

/** What it costs to give `to` to a dimension. A missing number is filled in as if it had been 0, and never for nothing. */
function costOf({ axis, from, cost }: Movable, to: Scalar): number {
  if (axis === null) return cost;
  if (from !== null) return tidy(Math.abs(distance(axis, from, to)) * cost);
  const amount = typeof to === 'number' ? Math.abs(to) : 0;
  return tidy(Math.max(amount, typeof to === 'number' ? axis.step : 1) * cost);
}

function isAllowed({ axis, from, direction }: Movable, to: Scalar): boolean {
  if (to === from) return false;
  if (axis === null || from === null || direction === 'both') return true;
  return direction === 'up' ? distance(axis, from, to) > 0 : distance(axis, from, to) < 0;
}

function sorted(movable: Movable, values: readonly Scalar[]): Candidate[] {
  return values
    .filter((value) => isAllowed(movable, value))
    .map((value) => ({ value, cost: costOf(movable, value) }))
    .sort((a, b) => a.cost - b.cost);
}

/** What a number, date or instant could become, out of the numbers of values given; the cheapest first. */
export function candidatesAt(movable: Movable, axis: Axis, indexes: readonly number[]): Candidate[] {
  return sorted(
    movable,
    indexes.map((index) => axis.valueAt(index)),
  );
}

/** What a text, enumeration or boolean could become. */
export function candidateOptions(movable: Movable): Candidate[] {
  return sorted(movable, optionsOf(movable.node, movable.sensitivity));
}
