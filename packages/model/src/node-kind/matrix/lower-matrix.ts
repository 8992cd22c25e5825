import { literal, operation, variable, type ExpressionNode } from '@terrace/expression';
import type { Rule } from '../../rule/rule.js';
import { cellCount, positionsOf } from './matrix-cells.js';
import type { MatrixNode } from './matrix-node.js';

type Axis = MatrixNode['axes'][number];

function isAt(axis: Axis, position: number): ExpressionNode {
  return operation('==', [variable(axis.input), literal(axis.values[position] ?? null)]);
}

/** The cells from `first` on along the remaining axes, as nested `if`. Values whose cells give nothing are left out. */
function lowerAxes(
  axes: readonly Axis[],
  first: number,
  resultOf: (cell: number) => string | null,
): ExpressionNode {
  const [axis, ...others] = axes;
  if (axis === undefined) return literal(resultOf(first));
  const size = others.reduce((count, each) => count * each.values.length, 1);
  const branches = axis.values.flatMap((_, position) => {
    const branch = lowerAxes(others, first + position * size, resultOf);
    return branch.kind === 'literal' && branch.value === null ? [] : [isAt(axis, position), branch];
  });
  return branches.length === 0 ? literal(null) : operation('if', [...branches, literal(null)]);
}

/** What `resultOf` says of the cell a subject is in; nothing for a missing or unlisted value. */
export function lowerCells(node: MatrixNode, resultOf: (cell: number) => string | null): ExpressionNode {
  return lowerAxes(node.axes, 0, resultOf);
}

/** The tier of the cell a subject is in; nothing for an empty cell, and for a missing or unlisted value. */
export function lowerMatrix(node: MatrixNode): ExpressionNode {
  return lowerCells(node, (cell) => node.cells[cell] ?? null);
}

/** The cells that give a tier, each as the rule that all its axes are at its place. */
export function matrixRules(node: MatrixNode): Rule[] {
  const count = Math.min(cellCount(node), node.cells.length);
  return Array.from({ length: count }, (_, index) => index).flatMap((index): Rule[] => {
    const tier = node.cells[index];
    if (tier === null || tier === undefined) return [];
    const tests = positionsOf(node, index).map((position, at) => {
      const axis = node.axes[at];
      return axis === undefined ? literal(true) : isAt(axis, position);
    });
    return [{ code: `${node.id}.${index}`, nodeId: node.id, tier, when: operation('and', tests) }];
  });
}
