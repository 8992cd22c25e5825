import type { Value } from '../../value-type.js';
import type { TableVariable } from '../table/branch-table.js';
import { NumberRegions } from '../table/region-finder.js';

/** Edges that are counted one by one; more are searched. */
const maxCounted = 8;

/** Finds the step of one variable's value. */
export function stepFinder({ regions, steps }: TableVariable): (value: Value) => number {
  const missing = steps[regions.count - 1] as number;
  if (regions instanceof NumberRegions) {
    const { edges } = regions;
    if (edges.length > maxCounted) return (value) => steps[regions.find(value)] as number;
    const found = Array.from(steps);
    const count = edges.length;
    return (value) => {
      if (typeof value !== 'number') return missing;
      let region = 0;
      while (region < count && value >= (edges[region] as number)) region += 1;
      return found[region] as number;
    };
  }
  if (!regions.hasPointsOnly) return (value) => steps[regions.find(value)] as number;
  const [, ...points] = regions.samples.slice(0, -1);
  const other = steps[0] as number;
  if (points.length > 0 && points.every((point) => typeof point === 'boolean')) {
    const [yes, no] = [steps[regions.find(true)] as number, steps[regions.find(false)] as number];
    return (value) => (value === true ? yes : value === false ? no : missing);
  }
  const byPoint = new Map<Value, number>(
    points.map((point) => [point, steps[regions.find(point)] as number]),
  );
  return (value) => (value === null ? missing : (byPoint.get(value) ?? other));
}

/** Finds the cell of a table out of the slots. */
export function cellFinder(
  variables: readonly TableVariable[],
  slotOf: (name: string) => number,
): (slots: readonly Value[]) => number {
  const slots = variables.map(({ name }) => slotOf(name));
  const finders = variables.map(stepFinder);
  const [firstSlot, first] = [slots[0], finders[0]];
  if (first !== undefined && firstSlot !== undefined && finders.length === 1)
    return (values) => first(values[firstSlot] ?? null);
  return (values) => {
    let cell = 0;
    for (let index = 0; index < finders.length; index += 1)
      cell += (finders[index] as (value: Value) => number)(values[slots[index] as number] ?? null);
    return cell;
  };
}
