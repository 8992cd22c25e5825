import type { BandsNode } from './bands-node.js';

/** How many cut points the node has once it is calibrated. */
export function expectedCutCount(node: BandsNode): number {
  return node.cuts.method === 'quantile' ? node.cuts.count - 1 : node.cuts.values.length;
}

/** Whether there are cut points to compute with; bands on quantiles have none before their first calibration. */
export function isCalibrated(node: BandsNode): boolean {
  return node.cuts.values.length === expectedCutCount(node);
}

/** Cut points as numbers: of at most 15 significant digits, so that nothing is rounded. */
export function cutNumbers(node: BandsNode): number[] {
  return node.cuts.values.map(Number);
}

/** Which band a value falls into, counted from 0. With equal cut points the band between them is never found. */
export function bandIndex(node: BandsNode, value: number): number {
  const cuts = cutNumbers(node);
  const index = cuts.findIndex((cut) => (node.closed === 'left' ? value < cut : value <= cut));
  return index < 0 ? cuts.length : index;
}
