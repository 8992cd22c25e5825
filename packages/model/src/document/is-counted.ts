import type { DimensionSource } from './dimension-source.js';

/** Whether the values from a source are whole numbers that never lie below 0: what is counted, and days that have passed. */
export function isCounted(source: DimensionSource): boolean {
  if (source.kind === 'daysSince') return true;
  if (source.kind !== 'aggregate') return false;
  return ['count', 'distinct', 'daysSinceLast', 'daysSinceFirst'].includes(source.measure);
}
