import type { CheckContext } from '../../check/check-context.js';
import { checkOutputs } from '../check-outputs.js';
import type { DecisionTableNode, TableRow } from './decision-table-node.js';
import { afterChinese, beforeChinese, valueWords } from '../../explain/words.js';

type Path = readonly (string | number)[];

/** What every row of the table gives. */
type Result = 'tier' | 'value' | 'nothing';

/** `collect` counts or adds up values; `priority` compares tiers; in a `first` table the first row that gives something decides. */
function resultOf(node: DecisionTableNode): Result {
  if (node.hit === 'priority') return 'tier';
  if (node.hit === 'collect') return node.aggregate === 'count' ? 'nothing' : 'value';
  const first = node.rows.find((row) => row.tier !== undefined || row.value !== undefined);
  return first?.tier === undefined && first !== undefined ? 'value' : 'tier';
}

function checkAggregate(node: DecisionTableNode, path: Path, context: CheckContext): void {
  if (node.hit === 'collect' && node.aggregate === undefined)
    context.report(
      'AGGREGATE_NEEDED',
      [...path, 'hit'],
      'A table that collects all rows makes one number of them. Choose sum, minimum, maximum or count.',
      '“全部命中”会把所有成立的行合成一个数字，请选择求和、最小值、最大值或计数。',
      { nodeId: node.id },
    );
  if (node.hit !== 'collect' && node.aggregate !== undefined)
    context.report(
      'AGGREGATE_WITHOUT_USE',
      [...path, 'aggregate'],
      `Only a table that collects all rows has an aggregate. Set the hit policy to collect, or remove "${node.aggregate}".`,
      `只有“全部命中”的决策表才使用汇总函数。请将命中规则改为“全部命中”，或移除“${node.aggregate}”。`,
      { nodeId: node.id, severity: 'warning' },
    );
}

/** One row against what the table's rows give. */
function checkRow(
  node: DecisionTableNode,
  row: TableRow,
  index: number,
  result: Result,
  path: Path,
  context: CheckContext,
): void {
  const options = { nodeId: node.id, details: { row: row.id } };
  const number = index + 1;
  if (row.tier !== undefined && result !== 'tier')
    context.report(
      'TIER_NOT_EXPECTED',
      [...path, 'tier'],
      node.hit === 'collect'
        ? `Row ${number} gives a tier, but a table that collects all rows makes a number. Give a value, or set the hit policy to priority.`
        : `Row ${number} gives a tier, but the rows before it give values. Give tiers in all rows, or values in all.`,
      node.hit === 'collect'
        ? `第 ${number} 行给出的是层级，而“全部命中”得到的是数字。请填写数值，或将命中规则改为“优先级”。`
        : `第 ${number} 行给出的是层级，而前面的行给出的是值。所有行请统一给出层级或值。`,
      options,
    );
  if (row.value !== undefined && result === 'tier')
    context.report(
      'VALUE_NOT_EXPECTED',
      [...path, 'value'],
      node.hit === 'priority'
        ? `Row ${number} gives a value, but priority is decided between tiers. Give a tier, or set the hit policy to first.`
        : `Row ${number} gives a value, but the table gives tiers. Give tiers in all rows, or values in all.`,
      node.hit === 'priority'
        ? `第 ${number} 行给出的是值，而“优先级”只在层级之间比较。请填写层级，或将命中规则改为“首个命中”。`
        : `第 ${number} 行给出的是值，而该决策表给出层级。所有行请统一给出层级或值。`,
      options,
    );
  const given = result === 'tier' ? row.tier : row.value;
  if (result !== 'nothing' && given === undefined && (row.tier ?? row.value) === undefined)
    context.report(
      'ROW_WITHOUT_RESULT',
      path,
      `Row ${number} gives nothing. Choose ${result === 'tier' ? 'a tier' : 'a value'}, or remove the row.`,
      `第 ${number} 行没有结果。请${result === 'tier' ? '选择层级' : '填写值'}，或删除该行。`,
      options,
    );
  if (result === 'tier' && row.tier !== undefined) context.checkTier(row.tier, [...path, 'tier'], node.id);
  if (node.hit === 'collect' && result === 'value' && typeof row.value === 'string')
    context.report(
      'NUMBER_EXPECTED',
      [...path, 'value'],
      `Row ${number} gives ${JSON.stringify(row.value)}, which cannot be added up or compared. Give a number.`,
      `第 ${number} 行的值${beforeChinese(afterChinese(valueWords(row.value, 'zh-CN')))}无法汇总，请填写数字。`,
      options,
    );
}

/** Checks what the rows give: all tiers or all values, as the hit policy wants them. */
export function checkResults(node: DecisionTableNode, path: Path, context: CheckContext): void {
  checkAggregate(node, path, context);
  const result = resultOf(node);
  node.rows.forEach((row, index) => checkRow(node, row, index, result, [...path, 'rows', index], context));
  if (node.hit !== 'first' || result !== 'value') return;
  const outputs = node.rows.map((row, index) => ({
    value: row.value,
    path: [...path, 'rows', index, 'value'],
  }));
  checkOutputs(outputs, [...path, 'rows'], node.id, context);
}
