import type { BandsNode, CutPoints } from '@terrace/model';

export type CutMethod = CutPoints['method'];
export const cutMethods = [
  'explicit',
  'quantile',
  'equalWidth',
  'naturalBreaks',
  'standardDeviation',
  'topShare',
] as const satisfies readonly CutMethod[];

/** Usual shares of "the top so many percent", the smallest first. */
const usualShares = [5, 20, 50, 80];

/** `count` ascending percentages. */
function sharesFor(count: number): string[] {
  return count <= usualShares.length
    ? usualShares.slice(0, count).map(String)
    : Array.from({ length: count }, (_, i) => String(Number(((100 * (i + 1)) / (count + 1)).toFixed(2))));
}

/** `count` ascending multiples of the standard deviation around the mean, one apart. */
const stepsFor = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => String(i - (count - 1) / 2));

/** Cut points by another method for as many bands as there are. What a run has found is shown until the next one. */
export function cutsBy(method: CutMethod, node: BandsNode, shown: readonly string[]): CutPoints {
  const bands = node.outputs.length;
  const values = [...shown];
  const { cuts } = node;
  const population =
    cuts.method === 'explicit' || cuts.population === undefined ? {} : { population: cuts.population };
  switch (method) {
    case 'explicit':
      return {
        method,
        values: values.length > 0 ? values : node.outputs.slice(1).map((_, i) => String((i + 1) * 10)),
      };
    case 'quantile':
      return { method, count: bands, offset: '0', values, ...population };
    case 'equalWidth':
    case 'naturalBreaks':
      return { method, count: bands, values, ...population };
    case 'standardDeviation':
      return { method, steps: stepsFor(bands - 1), values, ...population };
    case 'topShare':
      return { method, shares: sharesFor(bands - 1), values, ...population };
  }
}

/** How many bands the cut points make. */
export function bandCount(cuts: CutPoints): number {
  switch (cuts.method) {
    case 'explicit':
      return cuts.values.length + 1;
    case 'standardDeviation':
      return cuts.steps.length + 1;
    case 'topShare':
      return cuts.shares.length + 1;
    default:
      return cuts.count;
  }
}

/** Outputs for `count` bands: cut off, or carried on as the ones there are. */
export function outputsFor(outputs: readonly (number | string)[], count: number): (number | string)[] {
  const next = outputs.slice(0, count);
  while (next.length < count) {
    const last = next.at(-1) ?? 0;
    const before = next.at(-2);
    next.push(
      typeof last === 'number'
        ? last + (typeof before === 'number' ? last - before || 1 : 1)
        : `${last} ${next.length + 1}`,
    );
  }
  return next;
}

/** The bands with other cut points and as many outputs as these make bands. */
export const withCuts = (node: BandsNode, cuts: CutPoints): Pick<BandsNode, 'cuts' | 'outputs'> => ({
  cuts,
  outputs: outputsFor(node.outputs, bandCount(cuts)),
});

/** Decimals typed as a list: ascending, each once; what is no decimal is left out. */
export function ascendingDecimals(typed: readonly string[]): string[] {
  const decimals = typed
    .map((text) => text.trim().replace(/%$/, ''))
    .filter((text) => /^-?\d{1,12}(\.\d{1,6})?$/.test(text));
  return [...new Map(decimals.map((text) => [Number(text), text])).values()].sort(
    (a, b) => Number(a) - Number(b),
  );
}
