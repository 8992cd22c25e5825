import type { DecisionTableNode } from '@terrace/model';
import { yieldsValue } from '../node-value';
import type { NodeLinks } from './node-links';
import { unconnected } from './unconnected';

export const decisionTableLinks: NodeLinks<DecisionTableNode> = {
  link(node, source) {
    if (!yieldsValue(source) || node.inputs.includes(source.id)) return undefined;
    // A table that lost its last input keeps a placeholder column, which the first connection fills.
    const place = node.inputs.indexOf(unconnected);
    if (place >= 0)
      return { ...node, inputs: node.inputs.map((input, i) => (i === place ? source.id : input)) };
    return {
      ...node,
      inputs: [...node.inputs, source.id],
      rows: node.rows.map((row) => ({ ...row, cells: [...row.cells, null] })),
    };
  },
  unlink(node, gone) {
    const isGone = (id: string | undefined): boolean => id !== undefined && gone.has(id);
    if (!node.inputs.some(isGone) && !node.rows.some(({ tier }) => isGone(tier))) return node;
    const kept = node.inputs.flatMap((input, index) => (gone.has(input) ? [] : [index]));
    const isEmptied = kept.length === 0;
    return {
      ...node,
      inputs: isEmptied ? [unconnected] : kept.map((index) => node.inputs[index] ?? unconnected),
      rows: node.rows.map((row) => ({
        ...row,
        cells: isEmptied ? [null] : kept.map((index) => row.cells[index] ?? null),
        ...(isGone(row.tier) ? { tier: unconnected } : {}),
      })),
    };
  },
};
