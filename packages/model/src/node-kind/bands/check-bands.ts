import { typeNames } from '@terrace/expression';
import type { CheckContext } from '../../check/check-context.js';
import { checkOutputs } from '../check-outputs.js';
import type { BandsNode } from './bands-node.js';
import { checkCalibration } from './check-calibration.js';
import { cutNumbers, expectedCutCount } from './bands-cuts.js';
import { afterChinese, valueWords } from '../../explain/words.js';

type Path = readonly (string | number)[];

function checkInput(node: BandsNode, path: Path, context: CheckContext): void {
  const inputPath = [...path, 'input'];
  const declaration = context.checkValue(node.input, inputPath, node.id);
  if (declaration !== null && declaration.type !== 'number' && declaration.type !== 'duration')
    context.report(
      'NUMBER_EXPECTED',
      inputPath,
      `Bands need a number; "${context.nameOf(node.input, 'en')}" is ${typeNames[declaration.type].en}. Use a category map or a decision table instead.`,
      `分档需要数字，“${context.nameOf(node.input, 'zh-CN')}”是${typeNames[declaration.type]['zh-CN']}。请改用类别映射或决策表。`,
      { nodeId: node.id, details: { type: declaration.type } },
    );
  if (node.cuts.method === 'explicit') return;
  if (declaration !== null && context.nodes.get(node.input)?.kind !== 'dimension')
    context.report(
      'DIMENSION_EXPECTED',
      inputPath,
      `Cut points can only be calibrated on a dimension; "${context.nameOf(node.input, 'en')}" is none. Give cut points yourself, or connect a dimension.`,
      `只能按维度校准分界点，“${context.nameOf(node.input, 'zh-CN')}”不是维度。请手动填写分界点，或连接一个维度。`,
      { nodeId: node.id },
    );
  if (node.cuts.population !== undefined)
    context.checkCondition(
      node.cuts.population,
      context.dimensions,
      [...path, 'cuts', 'population'],
      node.id,
    );
  checkCalibration(node, path, context);
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
      `${expected + 1} bands have ${expected} cut points, not ${values.length}. Remove them and let a run calibrate anew.`,
      `${expected + 1} 个分档需要 ${expected} 个分界点，现有 ${values.length} 个。请清空后由试算重新校准。`,
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
        `分界点 ${values[index]} 重复，中间的分档为空，永远不会得到${afterChinese(valueWords(node.outputs[index], 'zh-CN'))}。`,
        { nodeId: node.id, severity: 'warning' },
      );
  });
}

function checkBandOutputs(node: BandsNode, path: Path, context: CheckContext): void {
  const expected = expectedCutCount(node) + 1;
  if (node.outputs.length !== expected)
    context.report(
      'WRONG_OUTPUT_COUNT',
      [...path, 'outputs'],
      `There are ${expected} bands and ${node.outputs.length} outputs. Give one output for each band, lowest first.`,
      `共有 ${expected} 个分档，但有 ${node.outputs.length} 个输出。请为每个分档（从低到高）各填一个输出。`,
      { nodeId: node.id, details: { expected, actual: node.outputs.length } },
    );
  checkOutputs(
    [
      ...node.outputs.map((value, index) => ({ value, path: [...path, 'outputs', index] })),
      { value: node.missing, path: [...path, 'missing'] },
    ],
    [...path, 'outputs'],
    node.id,
    context,
  );
}

/** Checks bands: input, cut points, outputs. */
export function checkBands(node: BandsNode, path: Path, context: CheckContext): void {
  checkInput(node, path, context);
  checkCuts(node, path, context);
  checkBandOutputs(node, path, context);
}
