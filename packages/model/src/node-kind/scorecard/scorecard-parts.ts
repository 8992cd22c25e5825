import type { ScorecardItem, ScorecardNode, WeightSet } from './scorecard-node.js';

/** The set that counts where the context names none. */
export function firstWeightSet(node: ScorecardNode): WeightSet | undefined {
  return node.weightSets?.[0];
}

/** The set a context value names, else the first; undefined for a scorecard without weights. */
export function weightSetOf(node: ScorecardNode, context: unknown): WeightSet | undefined {
  return node.weightSets?.find((set) => set.id === context) ?? firstWeightSet(node);
}

/** Whether a bin of the item says what a missing input gives. */
export function takesMissing(item: ScorecardItem): boolean {
  return item.bins?.some(({ cell }) => cell === null || cell.op === 'missing') ?? false;
}

/** Decimals of an item that can become points. */
export function pointsOfItem(item: ScorecardItem): string[] {
  return [...(item.bins ?? []).map((bin) => bin.points), item.otherwise, item.missing].filter(
    (points) => points !== undefined,
  );
}
