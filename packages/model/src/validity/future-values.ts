import type { Scalar } from '@terrace/expression';
import type { DimensionNode } from '../node-kind/dimension/dimension-node.js';
import { axisOf } from '../reach/axis.js';
import { neighboursOf } from '../reach/breakpoints.js';
import { currentValue } from '../reach/movable.js';
import type { Sensitivity } from '../reach/sensitivity.js';
import type { Values } from '../reach/subject-probe.js';
import { windowStart } from './calendar.js';

/** What is known of a dimension some days later, if nothing is recorded meanwhile: its possible values; null when it may be anything. */
export type Possible = readonly Scalar[] | null;

/** How one dimension goes on by time alone. */
export interface Future {
  readonly dimension: string;
  /** Possible values `days` after the as-of. */
  after(days: number): Possible;
}

function isAge({ source }: DimensionNode): boolean {
  return (
    source.kind === 'daysSince' ||
    (source.kind === 'aggregate' &&
      (source.measure === 'daysSinceLast' || source.measure === 'daysSinceFirst'))
  );
}

/** Days to an age: one more each day, until the event leaves the window. */
function ageFuture(node: DimensionNode, value: number, asOf: number, others: Possible): Future {
  const { source, missing } = node;
  const window = source.kind === 'aggregate' ? source.window : undefined;
  const isFirst = source.kind === 'aggregate' && source.measure === 'daysSinceFirst';
  // Results hold the default where the value is missing, and that does not grow older.
  const isDefault = missing.policy === 'default' && Number(missing.value) === value;
  return {
    dimension: node.id,
    after(days) {
      const older = value + days;
      if (window !== undefined && asOf - value < windowStart(asOf + days, window)) {
        // The last event is gone, or the first one, behind which a later one stands.
        if (!isFirst) return [null];
        return others === null
          ? null
          : [null, ...others.filter((other) => Number(other) >= 0 && Number(other) < older)];
      }
      return isDefault ? [older, value] : [older];
    },
  };
}

/** A measure of events within a window: it stands until the oldest of them leaves. */
function windowFuture(
  node: DimensionNode,
  value: number,
  leaving: number | undefined,
  others: Possible,
): Future {
  const isCount = node.source.kind === 'aggregate' && node.source.measure === 'count';
  const lesser =
    others === null
      ? null
      : isCount
        ? [...others.filter((other) => Number(other) >= 0 && Number(other) < value), 0]
        : [null, 0, ...others];
  return {
    dimension: node.id,
    after(days) {
      if (leaving === undefined) return lesser === null ? null : [value, ...lesser];
      if (days < leaving) return [value];
      return lesser === null || isCount ? lesser : [value, ...lesser];
    },
  };
}

/** Code is told the as-of day, and may make anything of it. */
function codeFuture(node: DimensionNode): Future {
  return { dimension: node.id, after: () => null };
}

/**
 * How a dimension goes on by time alone; null for one that does not.
 * @param leaving - days until its oldest event leaves the window; null when none ever does, undefined when unknown
 */
export function futureOf(
  node: DimensionNode,
  sensitivity: Sensitivity,
  values: Values,
  asOf: number,
  leaving: number | null | undefined,
): Future | null {
  if (node.source.kind === 'code') return codeFuture(node);
  const value = currentValue(node, values);
  if (value === null) return null;
  const axis = axisOf(node, sensitivity, value);
  const others =
    axis === null || sensitivity.isComputed
      ? null
      : neighboursOf(axis, sensitivity).map((index) => axis.valueAt(index));
  const { source } = node;
  if (isAge(node)) return ageFuture(node, Number(value), asOf, others);
  if (source.kind !== 'aggregate' || source.window === undefined || leaving === null) return null;
  // A count of 0 has no event that could leave.
  if (source.measure === 'count' && Number(value) === 0) return null;
  return windowFuture(node, Number(value), leaving, others);
}
