import { literal, operation, variable, type ExpressionNode } from '@terrace/expression';
import type { BandsNode } from './bands-node.js';
import { cutNumbers, isCalibrated } from './bands-cuts.js';

/**
 * The bands as one `if`: a missing input first, then "below the cut point" from the lowest up, so that equal cut points
 * make an empty band. Without cut points there is no value, as if every input were missing.
 */
export function lowerBands(node: BandsNode): ExpressionNode {
  const areNumbers = [...node.outputs, node.missing].every(
    (value) => value === undefined || typeof value === 'number',
  );
  const output = (value: number | string | undefined): ExpressionNode =>
    literal(value === undefined ? null : areNumbers ? value : String(value));
  if (!isCalibrated(node)) return output(node.missing);
  const input = variable(node.input);
  const below = node.closed === 'left' ? '<' : '<=';
  return operation('if', [
    operation('missing', [literal(node.input)]),
    output(node.missing),
    ...cutNumbers(node).flatMap((cut, index) => [
      operation(below, [input, literal(cut)]),
      output(node.outputs[index]),
    ]),
    output(node.outputs.at(-1)),
  ]);
}
