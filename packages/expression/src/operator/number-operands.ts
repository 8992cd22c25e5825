import type { OperationNode } from '../ast/operation-node.js';
import type { CheckContext, Typed } from './operator.js';
import { typeNames } from './type-name.js';

/** Checks that every operand is a number. */
export function checkNumbers(node: OperationNode, context: CheckContext): Typed {
  let nullable = false;
  node.operands.forEach((_, index) => {
    const typed = context.operand(index);
    nullable ||= typed.nullable;
    if (typed.type === 'number' || typed.type === 'unknown') return;
    context.report(
      'NUMBER_EXPECTED',
      index,
      {
        en: `"${node.operator}" calculates with numbers, not with ${typeNames[typed.type].en}.`,
        'zh-CN': `“${node.operator}”只能对数字进行计算，不能用于${typeNames[typed.type]['zh-CN']}。`,
      },
      { details: { type: typed.type } },
    );
  });
  return { type: 'number', nullable };
}
