import type { ExpressionNode } from '../ast/expression-node.js';
import { canonicalInstantText, isDateText } from '../date-text.js';
import type { ExpressionType } from '../value-type.js';
import type { CheckContext, Typed } from './operator.js';
import { typeNames } from './type-name.js';

/** Text literals beside a date or an instant are read as one. */
export function commonType(nodes: readonly ExpressionNode[], types: readonly Typed[]): ExpressionType {
  const known = types.map((typed) => typed.type).filter((type) => type !== 'null');
  const temporal = known.find((type) => type === 'date' || type === 'instant');
  if (temporal !== undefined) {
    const others = nodes.filter(
      (_, index) => types[index]?.type !== temporal && types[index]?.type !== 'null',
    );
    const areLiterals = others.every((node) => node.kind === 'literal' && typeof node.value === 'string');
    return areLiterals ? temporal : 'unknown';
  }
  const [first] = known;
  if (first === undefined) return types.length === 0 ? 'unknown' : 'null';
  return known.every((type) => type === first) ? first : 'unknown';
}

/** Like {@link commonType}, with a report of operands that do not fit together. */
export function checkCommonType(
  nodes: readonly ExpressionNode[],
  types: readonly Typed[],
  context: CheckContext,
  indexOf: (position: number) => number = (position) => position,
): ExpressionType {
  if (types.some((typed) => typed.type === 'unknown')) return 'unknown';
  const type = commonType(nodes, types);
  if (type === 'unknown') {
    const found = [...new Set(types.map((typed) => typed.type).filter((each) => each !== 'null'))];
    context.report(
      'TYPE_MISMATCH',
      null,
      {
        en: `These do not have the same type: ${found.map((each) => typeNames[each].en).join(', ')}. Use values of one type${found.includes('number') && found.includes('text') ? ', for example 10 instead of "10"' : ''}.`,
        'zh-CN': `类型不一致：${found.map((each) => typeNames[each]['zh-CN']).join('、')}。请使用同一类型的值${found.includes('number') && found.includes('text') ? '，例如用 10 而不是 "10"' : ''}。`,
      },
      { details: { types: found } },
    );
  }
  if (type === 'date' || type === 'instant')
    nodes.forEach((node, position) => {
      if (node.kind !== 'literal' || typeof node.value !== 'string') return;
      const isGood = type === 'date' ? isDateText(node.value) : canonicalInstantText(node.value) !== null;
      if (isGood) return;
      context.report(type === 'date' ? 'INVALID_DATE' : 'INVALID_INSTANT', indexOf(position), {
        en:
          type === 'date'
            ? `"${node.value}" is not a date. Write it as 2024-12-31.`
            : `"${node.value}" is not a date and time with its zone. Write it as 2024-12-31T09:30:00Z or 2024-12-31T09:30:00+08:00.`,
        'zh-CN':
          type === 'date'
            ? `“${node.value}”不是日期，请写成 2024-12-31 的形式。`
            : `“${node.value}”不是带时区的日期时间，请写成 2024-12-31T09:30:00Z 或 2024-12-31T09:30:00+08:00 的形式。`,
      });
    });
  return type;
}
