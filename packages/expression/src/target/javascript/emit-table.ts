import type { Scalar } from '../../value-type.js';
import { NumberRegions } from '../table/region-finder.js';
import type { TableVariable, ValueTable } from '../table/branch-table.js';

/** What the source of a table is made with. */
export interface TableSource {
  /** The name of an input or earlier step in the source. */
  nameOf(name: string): string;
  isNullable(name: string): boolean;
  literal(value: Scalar): string;
  /** Hands an object to the function; gives the source that reads it. */
  constant(value: object): string;
}

/** Comparisons that are written out for one variable; beyond, its regions are searched. */
const maxEdges = 12;
const maxPoints = 4;

/** The step of a number: what the edges it has reached add up to, without a branch that the processor could guess wrong. */
function numberStep(name: string, edges: Float64Array, steps: Int32Array, source: TableSource): string {
  const reached = new Map<number, string[]>();
  for (const [index, edge] of edges.entries()) {
    const added = (steps[index + 1] as number) - (steps[index] as number);
    // Edges between regions that share a step are of no account.
    if (added === 0) continue;
    const test = `+(${name} >= ${source.literal(edge)})`;
    const known = reached.get(added);
    if (known === undefined) reached.set(added, [test]);
    else known.push(test);
  }
  const sums = Array.from(reached, ([added, tests]) => {
    const sum = tests.length === 1 ? tests.join('') : `(${tests.join(' + ')})`;
    return added === 1 ? sum : `${sum} * ${source.literal(added)}`;
  });
  return sums.length === 0 ? '0' : sums.length === 1 ? sums.join('') : `(${sums.join(' + ')})`;
}

/** The step of a value that is there. The first region has none, and stands for everything that is no point. */
function pointStep(
  name: string,
  points: readonly Scalar[],
  stepOf: (value: Scalar) => number,
  source: TableSource,
): string {
  const byStep = new Map<number, string[]>();
  for (const point of points) {
    const step = stepOf(point);
    if (step === 0) continue;
    const test = `${name} === ${source.literal(point)}`;
    const known = byStep.get(step);
    if (known === undefined) byStep.set(step, [test]);
    else known.push(test);
  }
  return `(${Array.from(byStep, ([step, tests]) => `${tests.join(' || ')} ? ${step} : `).join('')}0)`;
}

function stepSource({ name, regions, steps }: TableVariable, source: TableSource): string {
  const own = source.nameOf(name);
  const stepOf = (value: Scalar): number => steps[regions.find(value)] ?? 0;
  let step: string;
  if (regions instanceof NumberRegions && regions.edges.length <= maxEdges)
    step = numberStep(own, regions.edges, steps, source);
  else if (
    !(regions instanceof NumberRegions) &&
    regions.hasPointsOnly &&
    regions.samples.length <= maxPoints + 2
  )
    step = pointStep(own, regions.samples.slice(1, -1), stepOf, source);
  else step = `${source.constant(steps)}[${source.constant(regions)}.find(${own})]`;
  return source.isNullable(name) ? `(${own} === null ? ${stepOf(null)} : ${step})` : step;
}

/** A table as source: an array read at the sum of what its variables contribute. */
export function emitTable(table: ValueTable, source: TableSource): string {
  const steps = table.variables.map((variable) => stepSource(variable, source));
  return `${source.constant(table.values)}[${steps.length === 0 ? '0' : steps.join(' + ')}]`;
}
