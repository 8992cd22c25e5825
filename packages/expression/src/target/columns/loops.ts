import type { Rows, Vector } from '../../operator/column.js';

/*
 * Loops over rows, written out per kind of array: a loop that meets several kinds is compiled for none of them and takes several
 * times as long.
 */

/** Writes `constant` to the rows of a vector. */
export function fillRows(target: Vector, constant: number): (rows: Rows) => void {
  switch (target.kind) {
    case 'number': {
      const out = target.values;
      return ({ list, count }) => {
        for (let k = 0; k < count; k += 1) out[list[k] as number] = constant;
      };
    }
    case 'boolean': {
      const out = target.values;
      return ({ list, count }) => {
        for (let k = 0; k < count; k += 1) out[list[k] as number] = constant;
      };
    }
    case 'code': {
      const out = target.values;
      return ({ list, count }) => {
        for (let k = 0; k < count; k += 1) out[list[k] as number] = constant;
      };
    }
  }
}

/** Writes to the rows of a vector what `table` holds at their `cells`. */
export function gatherRows(
  target: Vector,
  cells: Int32Array,
  table: readonly number[],
): (rows: Rows) => void {
  switch (target.kind) {
    case 'number': {
      const [out, from] = [target.values, Float64Array.from(table)];
      return ({ list, count }) => {
        for (let k = 0; k < count; k += 1) {
          const row = list[k] as number;
          out[row] = from[cells[row] as number] as number;
        }
      };
    }
    case 'boolean': {
      const [out, from] = [target.values, Uint8Array.from(table)];
      return ({ list, count }) => {
        for (let k = 0; k < count; k += 1) {
          const row = list[k] as number;
          out[row] = from[cells[row] as number] as number;
        }
      };
    }
    case 'code': {
      const [out, from] = [target.values, Int32Array.from(table)];
      return ({ list, count }) => {
        for (let k = 0; k < count; k += 1) {
          const row = list[k] as number;
          out[row] = from[cells[row] as number] as number;
        }
      };
    }
  }
}

/** Copies rows from one vector to another of the same kind; codes through `recode`. */
export function copyRows(
  target: Vector,
  source: Vector,
  recode: (code: number) => number,
): (rows: Rows) => void {
  if (target.kind === 'number' && source.kind === 'number') {
    const [out, from] = [target.values, source.values];
    return ({ list, count }) => {
      for (let k = 0; k < count; k += 1) {
        const row = list[k] as number;
        out[row] = from[row] as number;
      }
    };
  }
  if (target.kind === 'boolean' && source.kind === 'boolean') {
    const [out, from] = [target.values, source.values];
    return ({ list, count }) => {
      for (let k = 0; k < count; k += 1) {
        const row = list[k] as number;
        out[row] = from[row] as number;
      }
    };
  }
  if (target.kind !== 'code' || source.kind !== 'code')
    throw new TypeError(`values of kind ${source.kind} do not fit a vector of kind ${target.kind}`);
  const [out, from] = [target.values, source.values];
  return ({ list, count }) => {
    for (let k = 0; k < count; k += 1) {
      const row = list[k] as number;
      out[row] = recode(from[row] as number);
    }
  };
}
