import type { InputDeclaration } from '@terrace/expression';
import { compareWith } from '../../cell/compare-with.js';
import type { BandsNode } from './bands-node.js';

/** How many cut points the node has once it is calibrated. */
export function expectedCutCount({ cuts }: BandsNode): number {
  switch (cuts.method) {
    case 'explicit':
      return cuts.values.length;
    case 'quantile':
    case 'equalWidth':
    case 'naturalBreaks':
      return cuts.count - 1;
    case 'standardDeviation':
      return cuts.steps.length;
    case 'topShare':
      return cuts.shares.length;
  }
}

/** Whether there are cut points to compute with; calibrated bands have none before their first calibration. */
export function isCalibrated(node: BandsNode): boolean {
  return node.cuts.values.length === expectedCutCount(node);
}

/** Cut points as numbers: of at most 15 significant digits, so that nothing is rounded. */
export function cutNumbers(node: BandsNode): number[] {
  return node.cuts.values.map(Number);
}

/**
 * Which band a value falls into, counted from 0. With equal cut points the band between them is never found.
 * @param declaration - of the input: a calculated one is compared with a margin
 */
export function bandIndex(node: BandsNode, value: number | string, declaration?: InputDeclaration): number {
  const cuts = cutNumbers(node);
  const index = cuts.findIndex((cut) => {
    const order = compareWith(value, cut, declaration);
    return node.closed === 'left' ? order < 0 : order <= 0;
  });
  return index < 0 ? cuts.length : index;
}
