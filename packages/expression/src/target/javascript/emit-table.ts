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

/** The step of a number: the count of the edges it has reached, summed without a branch that the processor could guess wrong. */
function numberStep(name: string, regions: NumberRegions, stride: number, source: TableSource): string {
  const reached = Array.from(regions.edges, (edge) => `+(${name} >= ${source.literal(edge)})`);
  const region =
    reached.length === 0 ? '0' : reached.length === 1 ? reached.join('') : `(${reached.join(' + ')})`;
  return stride === 1 ? region : `${region} * ${stride}`;
}

function stepSource({ name, regions, steps }: TableVariable, source: TableSource): string {
  const own = source.nameOf(name);
  const stride = steps[1] ?? 0;
  const stepOf = (value: Scalar): number => steps[regions.find(value)] ?? 0;
  const present = regions.samples.slice(0, -1);
  let step: string;
  if (regions instanceof NumberRegions && regions.edges.length <= maxEdges)
    step = numberStep(own, regions, stride, source);
  else if (!(regions instanceof NumberRegions) && regions.hasPointsOnly && present.length <= maxPoints + 1) {
    // The first sample stands for everything else.
    const [, ...points] = present;
    step = `(${points.map((point) => `${own} === ${source.literal(point)} ? ${stepOf(point)} : `).join('')}0)`;
  } else step = `${source.constant(steps)}[${source.constant(regions)}.find(${own})]`;
  return source.isNullable(name) ? `(${own} === null ? ${stepOf(null)} : ${step})` : step;
}

/** A table as source: an array read at the sum of what its variables contribute. */
export function emitTable(table: ValueTable, source: TableSource): string {
  const steps = table.variables.map((variable) => stepSource(variable, source));
  return `${source.constant(table.values)}[${steps.length === 0 ? '0' : steps.join(' + ')}]`;
}
