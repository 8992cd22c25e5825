import { typeNames } from '@terrace/expression';
import type { CheckContext } from '../../check/check-context.js';
import type { TimeDecayNode } from './time-decay-node.js';

type Path = readonly (string | number)[];

function checkNumber(id: string, path: Path, node: TimeDecayNode, context: CheckContext): void {
  const declaration = context.checkValue(id, path, node.id);
  if (declaration === null || declaration.type === 'number' || declaration.type === 'duration') return;
  context.report(
    'NUMBER_EXPECTED',
    path,
    `A time decay calculates with numbers; "${id}" is ${typeNames[declaration.type].en}. For an age use days since a date.`,
    `时间衰减需要数字，“${id}”是${typeNames[declaration.type]['zh-CN']}。时间跨度请使用“距某日期的天数”。`,
    { nodeId: node.id, details: { type: declaration.type } },
  );
}

function checkPositive(value: string, path: Path, node: TimeDecayNode, context: CheckContext): void {
  if (Number(value) > 0) return;
  context.report(
    'POSITIVE_EXPECTED',
    path,
    `The weight falls over a time longer than 0, not ${value}. Give a positive number.`,
    `衰减时长必须大于 0，现为 ${value}。请填写正数。`,
    { nodeId: node.id, details: { value } },
  );
}

function checkShare(value: string, path: Path, node: TimeDecayNode, context: CheckContext): void {
  const number = Number(value);
  if (number >= 0 && number <= 1) return;
  context.report(
    'WEIGHT_OUT_OF_RANGE',
    path,
    `A weight lies between 0 and 1; ${value} does not. For 60 % write 0.6.`,
    `权重应在 0 到 1 之间，${value} 超出范围。60% 请写作 0.6。`,
    { nodeId: node.id, details: { value } },
  );
}

function checkSteps(node: TimeDecayNode, path: Path, context: CheckContext): void {
  if (node.curve.shape !== 'steps') return;
  const { steps } = node.curve;
  steps.forEach(({ until, weight }, index) => {
    const stepPath = [...path, 'curve', 'steps', index];
    checkPositive(until, [...stepPath, 'until'], node, context);
    checkShare(weight, [...stepPath, 'weight'], node, context);
    const before = steps[index - 1];
    if (before === undefined) return;
    if (Number(until) <= Number(before.until))
      context.report(
        'STEPS_DESCEND',
        [...stepPath, 'until'],
        `Step ${index + 1} ends at ${until}, not after step ${index} (${before.until}), so it never counts. Put the steps in ascending order.`,
        `第 ${index + 1} 段截止于 ${until}，没有晚于第 ${index} 段（${before.until}），永远不会生效。请按从小到大排列。`,
        { nodeId: node.id },
      );
    if (Number(weight) > Number(before.weight))
      context.report(
        'WEIGHT_RISES',
        [...stepPath, 'weight'],
        `The weight rises from ${before.weight} to ${weight} with age. Swap the weights unless that is meant.`,
        `权重随时间从 ${before.weight} 升到 ${weight}。如非本意，请调换权重。`,
        { nodeId: node.id, severity: 'warning' },
      );
  });
}

/** Checks a time decay: what it reads, and its curve. */
export function checkTimeDecay(node: TimeDecayNode, path: Path, context: CheckContext): void {
  if (node.input !== undefined) checkNumber(node.input, [...path, 'input'], node, context);
  checkNumber(node.age, [...path, 'age'], node, context);
  const { curve } = node;
  if (curve.shape === 'halfLife')
    checkPositive(curve.halfLife, [...path, 'curve', 'halfLife'], node, context);
  if (curve.shape === 'linear') checkPositive(curve.end, [...path, 'curve', 'end'], node, context);
  checkSteps(node, path, context);
  checkShare(node.floor, [...path, 'floor'], node, context);
}
