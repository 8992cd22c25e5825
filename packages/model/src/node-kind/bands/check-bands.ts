import { typeNames } from '@terrace/expression';
import type { CheckContext } from '../../check/check-context.js';
import type { BandsNode } from './bands-node.js';
import { cutNumbers, expectedCutCount } from './bands-cuts.js';

type Path = readonly (string | number)[];

function checkInput(node: BandsNode, path: Path, context: CheckContext): void {
  const inputPath = [...path, 'input'];
  const declaration = context.checkValue(node.input, inputPath, node.id);
  if (declaration !== null && declaration.type !== 'number')
    context.report(
      'NUMBER_EXPECTED',
      inputPath,
      `Bands need a number; "${node.input}" is ${typeNames[declaration.type].en}. Use a decision table instead.`,
      `分档需要数字，“${node.input}”是${typeNames[declaration.type]['zh-CN']}。请改用决策表。`,
      { nodeId: node.id, details: { type: declaration.type } },
    );
  if (node.cuts.method !== 'quantile') return;
  if (declaration !== null && context.nodes.get(node.input)?.kind !== 'dimension')
    context.report(
      'DIMENSION_EXPECTED',
      inputPath,
      `Cut points can only be calibrated on a dimension; "${node.input}" is none. Give cut points yourself, or connect a dimension.`,
      `只能按维度校准分界点，“${node.input}”不是维度。请手动填写分界点，或连接一个维度。`,
      { nodeId: node.id },
    );
  if (node.cuts.population !== undefined)
    context.checkCondition(
      node.cuts.population,
      context.dimensions,
      [...path, 'cuts', 'population'],
      node.id,
    );
}

function checkCuts(node: BandsNode, path: Path, context: CheckContext): void {
  const expected = expectedCutCount(node);
  const { values } = node.cuts;
  const cuts = cutNumbers(node);
  // Before the first calibration there are none.
  if (values.length !== expected && values.length > 0)
    context.report(
      'WRONG_CUT_COUNT',
      [...path, 'cuts', 'values'],
      `${expected + 1} bands have ${expected} cut points, not ${values.length}.`,
      `${expected + 1} 个分档需要 ${expected} 个分界点，现有 ${values.length} 个。`,
      { nodeId: node.id, details: { expected, actual: values.length } },
    );
  cuts.forEach((cut, index) => {
    const before = cuts[index - 1];
    if (before !== undefined && cut < before)
      context.report(
        'CUTS_DESCEND',
        [...path, 'cuts', 'values', index],
        `Cut point ${values[index]} is below ${values[index - 1]}, the one before it. Put cut points in ascending order.`,
        `分界点 ${values[index]} 小于前一个分界点 ${values[index - 1]}，请按从小到大排列。`,
        { nodeId: node.id },
      );
    if (before !== undefined && cut === before && node.cuts.method === 'explicit')
      context.report(
        'EMPTY_BAND',
        [...path, 'cuts', 'values', index],
        `Cut point ${values[index]} stands twice, so the band between is empty and ${JSON.stringify(node.outputs[index])} is never given.`,
        `分界点 ${values[index]} 重复，中间的分档为空，永远不会得到 ${JSON.stringify(node.outputs[index])}。`,
        { nodeId: node.id, severity: 'warning' },
      );
  });
}

function checkOutputs(node: BandsNode, path: Path, context: CheckContext): void {
  const expected = expectedCutCount(node) + 1;
  if (node.outputs.length !== expected)
    context.report(
      'WRONG_OUTPUT_COUNT',
      [...path, 'outputs'],
      `There are ${expected} bands and ${node.outputs.length} outputs. Give one output for each band, lowest first.`,
      `共有 ${expected} 个分档，但有 ${node.outputs.length} 个输出。请为每个分档（从低到高）各填一个输出。`,
      { nodeId: node.id, details: { expected, actual: node.outputs.length } },
    );
  const outputs = [...node.outputs, ...(node.missing === undefined ? [] : [node.missing])];
  const kinds = new Set(outputs.map((output) => typeof output));
  if (kinds.size > 1)
    context.report(
      'MIXED_OUTPUTS',
      [...path, 'outputs'],
      'Some outputs are numbers and some are text. Use scores or labels, not both.',
      '输出中既有数字又有文本，请统一使用得分或标签。',
      { nodeId: node.id },
    );
  node.outputs.forEach((output, index) => {
    if (output === '')
      context.report(
        'EMPTY_LABEL',
        [...path, 'outputs', index],
        'A label cannot be empty: an empty text counts as missing. Give the band a label.',
        '标签不能为空，空文本会被视为缺失。请填写标签。',
        { nodeId: node.id },
      );
  });
  if (node.missing === '')
    context.report(
      'EMPTY_LABEL',
      [...path, 'missing'],
      'The output for a missing value cannot be empty text. Remove it, or give a label.',
      '缺失时的输出不能是空文本，请移除或填写标签。',
      { nodeId: node.id },
    );
}

/** Checks bands: input, cut points, outputs. */
export function checkBands(node: BandsNode, path: Path, context: CheckContext): void {
  checkInput(node, path, context);
  checkCuts(node, path, context);
  checkOutputs(node, path, context);
}
