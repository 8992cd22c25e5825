import type { Scalar, Value } from '../../value-type.js';
import { namedReader, type Read } from '../javascript/input-reader.js';
import { refuseMissing, type CompiledValue, type ProgramLayout } from '../javascript/program.js';
import type { ValueTable } from '../table/branch-table.js';
import { NumberRegions } from '../table/region-finder.js';
import { stepFinder } from './cell-finder.js';

/** Edges of a number that are counted one by one; more are searched. */
const maxCounted = 8;

/** How a value is looked up: without a call where it is of the form that is usual for its type. */
const ways = { any: 0, number: 1, text: 2, boolean: 3 } as const;

/**
 * A program that is one table over inputs, as one loop: every input is read and looked up at once, without a closure for each. Null
 * when the table rests on anything else.
 */
export function directTable(table: ValueTable, inputs: ProgramLayout['inputs']): CompiledValue | null {
  const byName = new Map(inputs.map((input) => [input.name, input.declaration]));
  if (table.variables.some(({ name }) => !byName.has(name))) return null;
  // An input that the table does not ask for may still have to be there.
  const columns = inputs.map(({ name, declaration }) => {
    const variable = table.variables.find((each) => each.name === name);
    const read: Read = namedReader(name, declaration);
    const find = variable === undefined ? () => 0 : stepFinder(variable);
    const known = variable?.regions;
    const isPlain = variable !== undefined && !name.includes('.');
    let way: number = ways.any;
    if (isPlain && known instanceof NumberRegions && known.edges.length <= maxCounted) way = ways.number;
    else if (isPlain && known?.hasPointsOnly === true)
      way =
        declaration.type === 'boolean'
          ? ways.boolean
          : declaration.type === 'text' || declaration.type === 'enumeration'
            ? ways.text
            : ways.any;
    return {
      name,
      read,
      find,
      way,
      isNullable: declaration.nullable,
      edges: known instanceof NumberRegions ? known.edges : new Float64Array(0),
      steps: variable === undefined ? Int32Array.of(0) : variable.steps,
      points: new Map<Value, number>(
        way === ways.text ? (known?.samples.slice(1, -1) ?? []).map((point) => [point, find(point)]) : [],
      ),
      yes: way === ways.boolean ? find(true) : 0,
      no: way === ways.boolean ? find(false) : 0,
    };
  });
  const { values: cells } = table;
  return (values) => {
    let cell = 0;
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index] as (typeof columns)[number];
      const raw = values[column.name];
      switch (column.way) {
        case ways.number:
          // A finite number minus itself is 0; NaN and the infinities give NaN.
          if (typeof raw === 'number' && raw - raw === 0) {
            const { edges } = column;
            let region = 0;
            while (region < edges.length && raw >= (edges[region] as number)) region += 1;
            cell += column.steps[region] as number;
            continue;
          }
          break;
        case ways.text:
          if (typeof raw === 'string' && raw !== '') {
            cell += column.points.get(raw) ?? (column.steps[0] as number);
            continue;
          }
          break;
        case ways.boolean:
          if (typeof raw === 'boolean') {
            cell += raw ? column.yes : column.no;
            continue;
          }
          break;
        default:
      }
      const value = column.read(values);
      if (value === null && !column.isNullable) refuseMissing(column.name);
      cell += column.find(value);
    }
    return cells[cell] as Scalar;
  };
}
