import type { OperationNode } from '../ast/operation-node.js';
import { isNumeric } from './common-type.js';
import type { CheckContext, Typed } from './operator.js';
import { typeNames } from './type-name.js';

/** Checks that every operand is a number or a duration; their types, in order. */
export function checkNumbers(node: OperationNode, context: CheckContext): Typed[] {
  return node.operands.map((_, index) => {
    const typed = context.operand(index);
    if (isNumeric(typed.type) || typed.type === 'unknown') return typed;
    const isBare = typed.type === 'null';
    context.report(
      'NUMBER_EXPECTED',
      index,
      {
        en: isBare
          ? `"${node.operator}" calculates with numbers; with null the result is always missing. Remove the null or give a number.`
          : `"${node.operator}" calculates with numbers, not with ${typeNames[typed.type].en}. Use a number here, for example 10 instead of "10".`,
        'zh-CN': isBare
          ? `“${node.operator}”只能对数字进行计算；含有 null 时结果总是缺失。请删除 null 或改为数字。`
          : `“${node.operator}”只能对数字进行计算，不能用于${typeNames[typed.type]['zh-CN']}。请改用数字，例如用 10 而不是 "10"。`,
      },
      { details: { type: typed.type } },
    );
    return { type: 'unknown', nullable: typed.nullable };
  });
}

/** The result of calculating with `types`: a duration where `unit` belongs to one, else a number. */
export function calculated(
  types: readonly Typed[],
  exact: boolean,
  unit: string | undefined,
  isDuration: boolean,
): Typed {
  return {
    type: isDuration ? 'duration' : 'number',
    nullable: types.some((typed) => typed.nullable),
    ...(exact ? {} : { exact: false }),
    ...(unit === undefined ? {} : { unit }),
  };
}

/** The unit of a sum or an extreme: the one its operands share. */
export function sharedUnit(types: readonly Typed[]): string | undefined {
  return types.find((typed) => typed.unit !== undefined)?.unit;
}

export const allExact = (types: readonly Typed[]): boolean => types.every((typed) => typed.exact !== false);

export const anyDuration = (types: readonly Typed[]): boolean =>
  types.some((typed) => typed.type === 'duration');
