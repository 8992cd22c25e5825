import { literal, operation, variable } from '@terrace/expression';
import { lowerCell } from '../../cell/lower-cell.js';
import type { Decider } from '../decider.js';
import type { ScorecardItem, ScorecardNode } from './scorecard-node.js';
import { takesMissing } from './scorecard-parts.js';

/** The number of an item's bin, counted from 0; none where no bin gave the points. */
function decideItem(node: ScorecardNode, item: ScorecardItem): Decider[] {
  const { bins } = item;
  if (bins === undefined) return [];
  const operands = bins.flatMap(({ cell }, index) => [
    lowerCell(cell, item.input) ?? literal(true),
    literal(String(index)),
  ]);
  const ofMissing = [operation('missing', [literal(item.input)]), literal(null)];
  return [
    {
      code: `${node.id}.${item.id}`,
      expression: operation('if', [...(takesMissing(item) ? [] : ofMissing), ...operands, literal(null)]),
    },
  ];
}

/** The bin of every item, and the set of weights where there are several. */
export function decideScorecard(node: ScorecardNode): Decider[] {
  const [first, ...others] = node.weightSets ?? [];
  const { context } = node;
  const sets =
    first === undefined || context === undefined || others.length === 0
      ? []
      : [
          {
            code: node.id,
            expression: operation('if', [
              ...others.flatMap((set) => [
                operation('==', [variable(context), literal(set.id)]),
                literal(set.id),
              ]),
              literal(first.id),
            ]),
          },
        ];
  return [...sets, ...node.items.flatMap((item) => decideItem(node, item))];
}
