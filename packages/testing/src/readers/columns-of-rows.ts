import { columnOf, type Column, type InputDeclarations } from '@terrace/expression';
import type { InputRow } from './input-table.js';

/** The rows as one column per input, for column-wise evaluation. */
export function columnsOfRows(
  inputs: InputDeclarations,
  rows: readonly InputRow[],
): Readonly<Record<string, Column>> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, declaration]) => [
      name,
      columnOf(
        declaration,
        rows.map((row) => row[name]),
      ),
    ]),
  );
}
