import { describe, expect, it } from '@jest/globals';
import {
  interpretProgram,
  literal,
  writeOutMissing,
  type InputDeclaration,
  type Scalar,
} from '@terrace/expression';
import fc from 'fast-check';
import { numberCell } from '../testing/arbitrary-nodes.js';
import { cellHolds } from './cell-holds.js';
import type { Cell } from './cell.js';
import { lowerCell } from './lower-cell.js';

/** What the expression of the cell says. */
function expressionHolds(cell: Cell, value: Scalar, declaration: InputDeclaration): boolean {
  const inputs = { x: declaration };
  const expression = writeOutMissing(lowerCell(cell, 'x') ?? literal(true), inputs);
  const run = interpretProgram({ inputs, steps: [{ name: ' holds', expression }] });
  return run({ x: value })[' holds'] === true;
}

describe('cellHolds', () => {
  const edges = [null, 0, 0.1, 0.3, 0.1 + 0.2, 1, 2.5, 2.5 + 1e-10, 2.5 - 1e-10, 2.51, 72.5, -1];

  it.each([true, false])('says what the expression of the cell says, exact: %s', (exact) => {
    const declaration: InputDeclaration = { type: 'number', nullable: true, exact };
    fc.assert(
      fc.property(numberCell, fc.constantFrom<Scalar>(...edges), (cell, value) => {
        expect(cellHolds(cell, value, declaration)).toBe(expressionHolds(cell, value, declaration));
      }),
      { numRuns: 400 },
    );
  });

  it.each<[Cell, Scalar, InputDeclaration['type'], boolean]>([
    [{ op: '>=', value: '2024-02-29' }, '2024-02-29', 'date', true],
    [{ op: '<', value: '2024-02-29' }, '2024-03-01', 'date', false],
    [{ op: '==', value: '2024-01-01T00:00:00+08:00' }, '2023-12-31T16:00:00.000Z', 'instant', true],
    [{ op: '>', value: '2024-01-01T00:00:00+08:00' }, '2023-12-31T16:00:00.001Z', 'instant', true],
    [{ op: 'in', values: ['a', 'b'] }, 'b', 'enumeration', true],
    [{ op: '!=', value: 'a' }, '', 'text', false],
    [{ op: '==', value: true }, false, 'boolean', false],
    [{ op: '>=', value: 10 }, '10.00', 'number', true],
  ])('%j holds for %j (%s): %s', (cell, value, type, expected) => {
    const declaration: InputDeclaration = { type, nullable: true };
    expect(cellHolds(cell, value, declaration)).toBe(expected);
    expect(expressionHolds(cell, value, declaration)).toBe(expected);
  });
});
