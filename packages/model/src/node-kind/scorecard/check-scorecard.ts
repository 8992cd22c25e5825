import { typeNames } from '@terrace/expression';
import { checkCell } from '../../cell/check-cell.js';
import type { CheckContext } from '../../check/check-context.js';
import { checkWeights } from './check-weights.js';
import { takesMissing } from './scorecard-parts.js';
import type { ScorecardItem, ScorecardNode } from './scorecard-node.js';

type Path = readonly (string | number)[];

function checkBins(item: ScorecardItem, path: Path, nodeId: string, context: CheckContext): void {
  const seen = new Map<string, number>();
  const catchAll = item.bins?.findIndex(({ cell }) => cell === null) ?? -1;
  item.bins?.forEach(({ cell }, index) => {
    const binPath = [...path, 'bins', index];
    checkCell(cell, item.input, [...binPath, 'cell'], nodeId, context);
    const key = JSON.stringify(cell);
    const earlier = seen.get(key) ?? (catchAll >= 0 && index > catchAll ? catchAll : undefined);
    if (earlier === undefined) seen.set(key, index);
    else
      context.report(
        'UNREACHABLE_BIN',
        binPath,
        `Bin ${index + 1} never counts: bin ${earlier + 1} before it takes the same values. Remove it or move it up.`,
        `第 ${index + 1} 个分箱永远不会生效：前面的第 ${earlier + 1} 个分箱已包含相同的取值。请删除或上移。`,
        { nodeId, severity: 'warning', details: { item: item.id } },
      );
  });
  if (item.missing !== undefined && takesMissing(item))
    context.report(
      'MISSING_WITHOUT_USE',
      [...path, 'missing'],
      'A bin of this item takes missing values, so these points are never given. Remove one of them.',
      '该项已有分箱包含缺失值，此处的缺失得分不会生效。请移除其中之一。',
      { nodeId, severity: 'warning', details: { item: item.id } },
    );
}

function checkItem(item: ScorecardItem, path: Path, nodeId: string, context: CheckContext): void {
  const declaration = context.checkValue(item.input, [...path, 'input'], nodeId);
  if (item.bins !== undefined) {
    checkBins(item, path, nodeId, context);
    return;
  }
  if (declaration !== null && declaration.type !== 'number' && declaration.type !== 'duration')
    context.report(
      'NUMBER_EXPECTED',
      [...path, 'input'],
      `Without bins the input itself is the points, and "${context.nameOf(item.input, 'en')}" is ${typeNames[declaration.type].en}. Give bins with points.`,
      `未设置分箱时直接以输入值作为得分，而“${context.nameOf(item.input, 'zh-CN')}”是${typeNames[declaration.type]['zh-CN']}。请添加带得分的分箱。`,
      { nodeId, details: { type: declaration.type } },
    );
  if (item.otherwise !== undefined)
    context.report(
      'OTHERWISE_WITHOUT_USE',
      [...path, 'otherwise'],
      'Without bins every number is its own points, so these are never given. Add bins or remove them.',
      '未设置分箱时每个数值即为得分，“其他”的得分不会生效。请添加分箱或将其移除。',
      { nodeId, severity: 'warning', details: { item: item.id } },
    );
}

/** Checks a scorecard: items, bins, weights, context. */
export function checkScorecard(node: ScorecardNode, path: Path, context: CheckContext): void {
  const seen = new Map<string, number>();
  node.items.forEach((item, index) => {
    const itemPath = [...path, 'items', index];
    checkItem(item, itemPath, node.id, context);
    const earlier = seen.get(item.id);
    if (earlier === undefined) seen.set(item.id, index);
    else
      context.report(
        'DUPLICATE_ITEM_ID',
        [...itemPath, 'id'],
        `Items ${earlier + 1} and ${index + 1} have the same id "${item.id}". Give one of them another.`,
        `第 ${earlier + 1} 项与第 ${index + 1} 项的标识“${item.id}”重复，请修改其中一个。`,
        { nodeId: node.id },
      );
  });
  checkWeights(node, path, context);
}
