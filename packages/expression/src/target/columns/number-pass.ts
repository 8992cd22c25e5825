import type { Rows } from '../../operator/column.js';
import type { NumberRegions } from '../table/region-finder.js';

/** Adds to `cells` what a variable contributes. */
export type Pass = (cells: Int32Array, rows: Rows) => void;

/** The largest value that is looked up directly. */
const maxDirect = 255;

/** Whether a variable has whole values only, so few that each can have a place of its own. */
function hasDirectValues({ domain }: NumberRegions): boolean {
  return domain?.every((value) => Number.isInteger(value) && value >= 0 && value <= maxDirect) ?? false;
}

function directPass(values: Float64Array, regions: NumberRegions, steps: Int32Array): Pass {
  const missing = steps[steps.length - 1] as number;
  const byValue = new Int32Array(maxDirect + 1);
  for (const value of regions.domain ?? []) byValue[value] = steps[regions.findNumber(value)] as number;
  return (cells, { list, count }) => {
    for (let k = 0; k < count; k += 1) {
      const row = list[k] as number;
      const value = values[row] as number;
      cells[row] = (cells[row] as number) + (value === value ? (byValue[value | 0] as number) : missing);
    }
  };
}

/**
 * Adds the step of each number's region. The region is the count of edges that the number has reached; up to eight edges it is
 * summed without a branch, since on data in no order the processor guesses such branches wrong and a wrong guess costs more than
 * all the sums. Edges that are not there are NaN, which nothing reaches.
 */
export function numberPass(values: Float64Array, regions: NumberRegions, steps: Int32Array): Pass {
  if (hasDirectValues(regions)) return directPass(values, regions, steps);
  const missing = steps[steps.length - 1] as number;
  const count = regions.edges.length;
  const edge = (index: number): number => regions.edges[index] ?? Number.NaN;
  const [a, b, c, d] = [edge(0), edge(1), edge(2), edge(3)];
  if (count <= 4)
    return (cells, { list, count: rows }) => {
      for (let k = 0; k < rows; k += 1) {
        const row = list[k] as number;
        const value = values[row] as number;
        const region = +(value >= a) + +(value >= b) + +(value >= c) + +(value >= d);
        cells[row] = (cells[row] as number) + (value === value ? (steps[region] as number) : missing);
      }
    };
  const [e, f, g, h] = [edge(4), edge(5), edge(6), edge(7)];
  if (count <= 8)
    return (cells, { list, count: rows }) => {
      for (let k = 0; k < rows; k += 1) {
        const row = list[k] as number;
        const value = values[row] as number;
        const lower = +(value >= a) + +(value >= b) + +(value >= c) + +(value >= d);
        const upper = +(value >= e) + +(value >= f) + +(value >= g) + +(value >= h);
        cells[row] = (cells[row] as number) + (value === value ? (steps[lower + upper] as number) : missing);
      }
    };
  return (cells, { list, count: rows }) => {
    for (let k = 0; k < rows; k += 1) {
      const row = list[k] as number;
      cells[row] = (cells[row] as number) + (steps[regions.findNumber(values[row] as number)] as number);
    }
  };
}
