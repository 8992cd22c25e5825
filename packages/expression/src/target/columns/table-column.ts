import type { ColumnNode, Rows, Vector } from '../../operator/column.js';
import type { Value } from '../../value-type.js';
import type { BranchTable, TableVariable, ValueTable } from '../table/branch-table.js';
import { NumberRegions } from '../table/region-finder.js';
import { encoded } from './copier.js';
import { gatherRows } from './loops.js';
import { numberPass, type Pass } from './number-pass.js';
import { PerCode, type TextCodes } from './text-codes.js';

function bytePass(values: Uint8Array, steps: readonly number[]): Pass {
  const byValue = Int32Array.from(steps);
  return (cells, { list, count }) => {
    for (let k = 0; k < count; k += 1) {
      const row = list[k] as number;
      cells[row] = (cells[row] as number) + (byValue[values[row] as number] as number);
    }
  };
}

function codePass(values: Int32Array, steps: PerCode): Pass {
  return (cells, { list, count }) => {
    for (let k = 0; k < count; k += 1) {
      const row = list[k] as number;
      cells[row] = (cells[row] as number) + steps.of(values[row] as number);
    }
  };
}

function passOf({ regions, steps }: TableVariable, vector: Vector): Pass {
  const stepOf = (value: Value): number => steps[regions.find(value)] as number;
  switch (vector.kind) {
    case 'number':
      // Where only its presence is asked for, a number has no edges.
      return numberPass(
        vector.values,
        regions instanceof NumberRegions ? regions : new NumberRegions([]),
        steps,
      );
    case 'boolean':
      // In the order in which they are 0, 1 and 2 in a column.
      return bytePass(vector.values, [false, true, null].map(stepOf));
    case 'code':
      return codePass(vector.values, new PerCode(vector, stepOf));
  }
}

/** Finds the cell of each row: a pass over the rows per variable. */
export function cellFinder(
  table: BranchTable | ValueTable,
  vectorOf: (name: string) => Vector,
): (cells: Int32Array, rows: Rows) => void {
  const passes = table.variables.map((variable) => passOf(variable, vectorOf(variable.name)));
  return (cells, rows) => {
    cells.fill(0);
    for (const pass of passes) pass(cells, rows);
  };
}

/** A table of values. */
export function valueTableColumn(
  table: ValueTable,
  target: Vector,
  codes: TextCodes,
  cells: Int32Array,
  vectorOf: (name: string) => Vector,
): ColumnNode {
  const findCells = cellFinder(table, vectorOf);
  const gather = gatherRows(
    target,
    cells,
    table.values.map((value) => encoded(value, target.kind, codes)),
  );
  return {
    vector: target,
    compute(rows) {
      findCells(cells, rows);
      gather(rows);
    },
  };
}

/** A table some of whose results are computed, each for the rows that need it. */
export function computedTableColumn(
  table: BranchTable,
  target: Vector,
  results: readonly ((rows: Rows) => void)[],
  buffers: { readonly cells: Int32Array; readonly sorted: Int32Array },
  vectorOf: (name: string) => Vector,
): ColumnNode {
  const findCells = cellFinder(table, vectorOf);
  const { cells, sorted } = buffers;
  const { branches } = table;
  const ends = new Int32Array(results.length);
  return {
    vector: target,
    compute(rows) {
      findCells(cells, rows);
      const { list, count } = rows;
      ends.fill(0);
      for (let k = 0; k < count; k += 1) {
        const row = list[k] as number;
        const branch = branches[cells[row] as number] as number;
        cells[row] = branch;
        ends[branch] = (ends[branch] as number) + 1;
      }
      let start = 0;
      for (let branch = 0; branch < ends.length; branch += 1) {
        const size = ends[branch] as number;
        ends[branch] = start;
        start += size;
      }
      for (let k = 0; k < count; k += 1) {
        const row = list[k] as number;
        const branch = cells[row] as number;
        sorted[ends[branch] as number] = row;
        ends[branch] = (ends[branch] as number) + 1;
      }
      start = 0;
      results.forEach((result, branch) => {
        const end = ends[branch] as number;
        if (end > start) result({ list: sorted.subarray(start, end), count: end - start });
        start = end;
      });
    },
  };
}
