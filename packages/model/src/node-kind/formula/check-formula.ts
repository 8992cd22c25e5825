import { typeNames, type ExpressionType } from '@terrace/expression';
import type { CheckContext } from '../../check/check-context.js';
import type { FormulaNode } from './formula-node.js';

/** Whether what an expression gives may stand for a formula's declared type. */
function givesType(type: ExpressionType, declared: FormulaNode['valueType']): boolean {
  if (declared === 'number') return type === 'number' || type === 'duration';
  if (declared === 'text') return type === 'text' || type === 'enumeration';
  if (declared === 'boolean') return type === 'boolean' || type === 'names';
  return type === declared;
}

/** Checks a formula: what it reads, how it calculates, and that it gives what it is declared to give. */
export function checkFormula(
  node: FormulaNode,
  path: readonly (string | number)[],
  context: CheckContext,
): void {
  const expressionPath = [...path, 'expression'];
  const result = context.checkLogic(node.expression, context.values, expressionPath, node.id);
  if (result === null || result.type === 'unknown') return;
  const { type, unit } = result;
  if (type === 'null') {
    context.report(
      'NO_VALUE',
      expressionPath,
      'This formula never has a value. Write what it is to compute, for example {"/": [{"var": "amount"}, {"var": "orders"}]}.',
      '该公式永远没有值。请填写计算内容，例如 {"/": [{"var": "amount"}, {"var": "orders"}]}。',
      { nodeId: node.id },
    );
    return;
  }
  if (!givesType(type, node.valueType))
    context.report(
      'WRONG_VALUE_TYPE',
      [...path, 'valueType'],
      `This formula gives ${typeNames[type].en}, but it is declared as ${typeNames[node.valueType].en}. Change its type or the formula.`,
      `该公式的结果是${typeNames[type]['zh-CN']}，但声明为${typeNames[node.valueType]['zh-CN']}。请修改类型或公式。`,
      { nodeId: node.id, details: { expected: type, actual: node.valueType } },
    );
  if (node.unit !== undefined && node.valueType !== 'number')
    context.report(
      'UNIT_WITHOUT_USE',
      [...path, 'unit'],
      `Only numbers have a unit. Remove "${node.unit}", or let the formula give a number.`,
      `只有数字才有单位。请移除“${node.unit}”，或让公式给出数字。`,
      { nodeId: node.id, severity: 'warning' },
    );
  else if (unit !== undefined && node.unit !== undefined && unit !== node.unit)
    context.report(
      'UNIT_MISMATCH',
      [...path, 'unit'],
      `What this formula computes is in "${unit}", but its unit is "${node.unit}". Convert it, or set the unit to "${unit}".`,
      `该公式的结果单位是“${unit}”，但声明的单位是“${node.unit}”。请先换算，或将单位改为“${unit}”。`,
      { nodeId: node.id, severity: 'warning', details: { expected: unit, actual: node.unit } },
    );
}
