import { literal, operation, variable } from '@terrace/expression';
import type { Decider } from '../decider.js';
import { cutNumbers, isCalibrated } from './bands-cuts.js';
import type { BandsNode } from './bands-node.js';

/** The number of the band, counted from 0; none for a missing input. */
export function decideBands(node: BandsNode): Decider[] {
  if (!isCalibrated(node)) return [];
  const input = variable(node.input);
  const below = node.closed === 'left' ? '<' : '<=';
  const cuts = cutNumbers(node);
  return [
    {
      code: node.id,
      expression: operation('if', [
        operation('missing', [literal(node.input)]),
        literal(null),
        ...cuts.flatMap((cut, index) => [operation(below, [input, literal(cut)]), literal(String(index))]),
        literal(String(cuts.length)),
      ]),
    },
  ];
}
