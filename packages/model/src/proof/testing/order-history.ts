import type { Scalar } from '@terrace/expression';
import type { DimensionNode } from '../../node-kind/dimension/dimension-node.js';

/** An order so many days ago. */
export interface PastOrder {
  readonly day: number;
  readonly amount: number;
}

/** Orders of one subject, many of them at the very ends of windows. */
export function randomHistory(random: () => number): PastOrder[] {
  const pick = (values: readonly number[]): number => values[Math.floor(random() * values.length)] ?? 0;
  return Array.from({ length: pick([0, 0, 1, 1, 2, 3, 4, 6]) }, () => ({
    day: pick([0, 5, 29, 30, 31, 45, 89, 90, 100, 200, 364, 365, 380]) + (random() < 0.3 ? 1 : 0),
    amount: pick([0, 1, 50, 99.99, 100, 101, 500]),
  }));
}

/** What a dimension over orders, with a window of days or none, says of a history. */
export function measured({ source }: DimensionNode, history: readonly PastOrder[]): Scalar {
  if (source.kind !== 'aggregate') return null;
  const days = source.window !== undefined && 'days' in source.window ? source.window.days : Infinity;
  const orders = history.filter(({ day }) => day < days);
  const amounts = orders.map(({ amount }) => amount);
  const ages = orders.map(({ day }) => day);
  if (source.measure === 'count') return orders.length;
  if (source.measure === 'sum') return Math.round(amounts.reduce((sum, each) => sum + each, 0) * 100) / 100;
  if (orders.length === 0) return null;
  if (source.measure === 'maximum') return Math.max(...amounts);
  return source.measure === 'daysSinceLast' ? Math.min(...ages) : Math.max(...ages);
}
