import type { MatrixNode } from '@terrace/model';
import { addAxis, withAxis } from '../matrix-cells';
import type { NodeLinks } from './node-links';
import { unconnected } from './unconnected';

export const matrixLinks: NodeLinks<MatrixNode> = {
  link(node, source, categoriesOf) {
    const values = categoriesOf(source)?.slice(0, 50) ?? [];
    if (values.length === 0 || node.axes.some(({ input }) => input === source.id)) return undefined;
    const axis = { input: source.id, values: [...values] };
    const open = node.axes.findIndex(({ input }) => input === unconnected);
    if (open >= 0) return withAxis(node, open, axis);
    return node.axes.length < 3 ? addAxis(node, axis) : undefined;
  },
  unlink(node, gone) {
    if (
      !node.axes.some(({ input }) => gone.has(input)) &&
      !node.cells.some((tier) => tier !== null && gone.has(tier))
    )
      return node;
    return {
      ...node,
      axes: node.axes.map((axis) => (gone.has(axis.input) ? { ...axis, input: unconnected } : axis)),
      cells: node.cells.map((tier) => (tier !== null && gone.has(tier) ? null : tier)),
    };
  },
};
