import { typeNames } from '@terrace/expression';
import { valueFits } from '../../cell/value-fits.js';
import type { CheckContext } from '../../check/check-context.js';
import { cellCount } from './matrix-cells.js';
import type { MatrixNode } from './matrix-node.js';
import { afterChinese, beforeChinese, valueWords } from '../../explain/words.js';

type Path = readonly (string | number)[];

/** Values against what the input can give: none it never gives, none it gives left out. */
function checkAgainstOutputs(node: MatrixNode, index: number, path: Path, context: CheckContext): void {
  const axis = node.axes[index];
  const possible = axis === undefined ? null : context.outputsOf(axis.input);
  if (axis === undefined || possible === null) return;
  axis.values.forEach((value, position) => {
    if (possible.includes(value)) return;
    context.report(
      'UNREACHABLE_AXIS_VALUE',
      [...path, 'values', position],
      `"${context.nameOf(axis.input, 'en')}" is never ${JSON.stringify(value)}, so these cells are never reached. It can be: ${possible.map((each) => JSON.stringify(each)).join(', ')}.`,
      `“${context.nameOf(axis.input, 'zh-CN')}”不会取值${afterChinese(valueWords(value, 'zh-CN'))}，对应的单元格永远不会命中。可能的取值：${possible.map((each) => valueWords(each, 'zh-CN')).join('、')}。`,
      { nodeId: node.id, severity: 'warning', details: { value, values: possible } },
    );
  });
  const unlisted = possible.filter((value) => !axis.values.includes(value));
  if (unlisted.length === 0) return;
  const shown = unlisted.map((value) => JSON.stringify(value));
  context.report(
    'UNLISTED_VALUE',
    [...path, 'values'],
    `The matrix gives no tier where "${context.nameOf(axis.input, 'en')}" is ${shown.join(', ')}. Add ${unlisted.length === 1 ? 'it' : 'them'} to the axis.`,
    `当“${context.nameOf(axis.input, 'zh-CN')}”为${beforeChinese(afterChinese(unlisted.map((value) => valueWords(value, 'zh-CN')).join('、')))}时矩阵不给出层级，请将其加入该轴。`,
    { nodeId: node.id, severity: 'warning', details: { values: unlisted } },
  );
}

function checkAxis(node: MatrixNode, index: number, path: Path, context: CheckContext): void {
  const axis = node.axes[index];
  if (axis === undefined) return;
  const declaration = context.checkValue(axis.input, [...path, 'input'], node.id);
  axis.values.forEach((value, position) => {
    const valuePath = [...path, 'values', position];
    if (declaration !== null && !valueFits(value, declaration.type))
      context.report(
        'WRONG_AXIS_TYPE',
        valuePath,
        `"${context.nameOf(axis.input, 'en')}" is ${typeNames[declaration.type].en}; ${JSON.stringify(value)} is never its value. Give ${typeNames[declaration.type].en}, or connect another input.`,
        `“${context.nameOf(axis.input, 'zh-CN')}”是${typeNames[declaration.type]['zh-CN']}，其值不可能是${afterChinese(valueWords(value, 'zh-CN'))}。请改填${typeNames[declaration.type]['zh-CN']}，或连接其他输入。`,
        { nodeId: node.id, details: { type: declaration.type, value } },
      );
    const earlier = axis.values.indexOf(value);
    if (earlier < position)
      context.report(
        'DUPLICATE_AXIS_VALUE',
        valuePath,
        `${JSON.stringify(value)} stands twice on the axis; the cells of the second are never reached. Remove it.`,
        `该轴上${beforeChinese(afterChinese(valueWords(value, 'zh-CN')))}重复，第二处的单元格永远不会命中，请移除。`,
        { nodeId: node.id, details: { value, first: earlier } },
      );
  });
  const twin = node.axes.findIndex((each) => each.input === axis.input);
  if (twin < index)
    context.report(
      'DUPLICATE_INPUT',
      [...path, 'input'],
      `Axes ${twin + 1} and ${index + 1} both read "${context.nameOf(axis.input, 'en')}", so most cells are never reached. Connect another input.`,
      `第 ${twin + 1} 轴与第 ${index + 1} 轴都读取“${context.nameOf(axis.input, 'zh-CN')}”，多数单元格永远不会命中。请连接其他输入。`,
      { nodeId: node.id },
    );
  if (declaration !== null && axis.values.every((value) => valueFits(value, declaration.type)))
    checkAgainstOutputs(node, index, path, context);
}

/** Checks a matrix: axes, number of cells, tiers. */
export function checkMatrix(node: MatrixNode, path: Path, context: CheckContext): void {
  node.axes.forEach((_, index) => checkAxis(node, index, [...path, 'axes', index], context));
  const expected = cellCount(node);
  if (node.cells.length !== expected) {
    const sizes = node.axes.map((axis) => axis.values.length).join(' × ');
    context.report(
      'WRONG_CELL_COUNT',
      [...path, 'cells'],
      `The axes make ${sizes} = ${expected} cells, but there are ${node.cells.length}. Give every combination a tier or null, the last axis fastest.`,
      `各轴共组成 ${sizes} = ${expected} 个单元格，现有 ${node.cells.length} 个。请为每个组合填写层级或留空（最后一轴变化最快）。`,
      { nodeId: node.id, details: { expected, actual: node.cells.length } },
    );
  }
  // Every tier once, where it first stands: a matrix has up to 10,000 cells.
  const checked = new Set<string>();
  node.cells.forEach((tier, index) => {
    if (tier === null || checked.has(tier)) return;
    checked.add(tier);
    context.checkTier(tier, [...path, 'cells', index], node.id);
  });
}
