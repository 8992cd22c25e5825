import type { ExpressionNode } from '../ast/expression-node.js';
import { canonicalInstantText, isDateText } from '../date-text.js';
import type { ExpressionType } from '../value-type.js';
import { nearestNames } from '../nearest-names.js';
import type { CheckContext, Typed } from './operator.js';
import { typeNames } from './type-name.js';

const isTextLiteral = (node: ExpressionNode | undefined): boolean =>
  node?.kind === 'literal' && typeof node.value === 'string';

/** Numbers and durations are calculated and compared alike. */
export const isNumeric = (type: ExpressionType): boolean => type === 'number' || type === 'duration';

/** Texts and enumerations are. */
export const isTextual = (type: ExpressionType): boolean => type === 'text' || type === 'enumeration';

function sameOptions(types: readonly Typed[]): boolean {
  const [first] = types;
  return types.every(
    ({ options = [] }) =>
      options === first?.options ||
      (options.length === first?.options?.length &&
        options.every((option, index) => option === first?.options?.[index])),
  );
}

/** The one type of texts, numbers or lists among themselves; text literals beside a date or an instant are read as one. */
export function commonType(nodes: readonly ExpressionNode[], types: readonly Typed[]): ExpressionType {
  let first: ExpressionType | undefined;
  let isMixed = false;
  let temporal: ExpressionType | undefined;
  for (const { type } of types) {
    if (type === 'null') continue;
    if (type === 'date' || type === 'instant') temporal ??= type;
    if (first === undefined) first = type;
    else if (type !== first) isMixed = true;
  }
  if (first === undefined) return types.length === 0 ? 'unknown' : 'null';
  // The common case: numbers among themselves, and the like.
  if (!isMixed && first !== 'enumeration' && first !== 'list') return first;
  const known = types.filter((typed) => typed.type !== 'null');
  if (temporal !== undefined) {
    const fits = types.every(
      ({ type }, index) => type === temporal || type === 'null' || isTextLiteral(nodes[index]),
    );
    return fits ? temporal : 'unknown';
  }
  if (first === 'enumeration' && !isMixed) return sameOptions(known) ? first : 'text';
  if (first === 'list') return !isMixed && elementOf(nodes, types) !== 'unknown' ? first : 'unknown';
  if (!isMixed) return first;
  if (known.every(({ type }) => isNumeric(type))) return 'duration';
  return known.every(({ type }) => isTextual(type)) ? 'text' : 'unknown';
}

/** The common type of the elements of lists; `null` when all are empty or hold only nulls. */
function elementOf(nodes: readonly ExpressionNode[], types: readonly Typed[]): ExpressionType {
  const elements: Typed[] = [];
  const stand: ExpressionNode[] = [];
  types.forEach((typed, index) => {
    const node = nodes[index];
    if (typed.element === undefined || node === undefined) return;
    elements.push(typed.element);
    // A list of literals is read as dates as each of its literals is.
    const items = node.kind === 'list' ? node.items : [node];
    stand.push(items.every(isTextLiteral) ? (items[0] ?? node) : node);
  });
  return elements.length === 0 ? 'null' : commonType(stand, elements);
}

/** The one type of `nodes` with what else is known of it. */
export function commonTyped(nodes: readonly ExpressionNode[], types: readonly Typed[]): Typed {
  const type = commonType(nodes, types);
  let nullable = false;
  let isExact = true;
  let unit: string | undefined;
  let options: readonly string[] | undefined;
  for (const typed of types) {
    nullable ||= typed.nullable;
    isExact &&= typed.exact !== false;
    unit ??= typed.unit;
    options ??= typed.options;
  }
  const common: Typed = { type, nullable };
  if (isNumeric(type)) {
    if (unit === undefined) return isExact ? common : { type, nullable, exact: false };
    return isExact ? { type, nullable, unit } : { type, nullable, exact: false, unit };
  }
  if (type === 'enumeration' && options !== undefined) return { ...common, options };
  if (type === 'list') {
    const elements = types.flatMap((typed) => (typed.element === undefined ? [] : [typed.element]));
    if (elements.length > 0)
      return {
        ...common,
        element: {
          ...commonTyped([], elements),
          type: elementOf(nodes, types),
        },
      };
  }
  return common;
}

/** Two different units beside each other are a warning: the numbers mean different things. */
export function checkUnits(types: readonly Typed[], context: CheckContext): void {
  let first: string | undefined;
  let isMixed = false;
  for (const { unit } of types) {
    first ??= unit;
    if (unit !== undefined && unit !== first) isMixed = true;
  }
  if (!isMixed) return;
  const units = [...new Set(types.flatMap(({ unit }) => (unit === undefined ? [] : [unit])))];
  context.report(
    'UNIT_MISMATCH',
    null,
    {
      en: `These have different units: ${units.join(', ')}. Convert one of them first, for example by multiplying it.`,
      'zh-CN': `单位不一致：${units.join('、')}。请先换算成同一单位，例如乘以换算系数。`,
    },
    { details: { units }, severity: 'warning' },
  );
}

/** Like {@link commonTyped}, with a report of operands that do not fit together. */
export function checkCommonType(
  nodes: readonly ExpressionNode[],
  types: readonly Typed[],
  context: CheckContext,
  indexOf: (position: number) => number = (position) => position,
): Typed {
  for (const { type } of types) if (type === 'unknown') return { type, nullable: true };
  const common = commonTyped(nodes, types);
  if (common.type === 'unknown') reportMismatch(types, context);
  if (isNumeric(common.type)) checkUnits(types, context);
  if (common.type === 'date' || common.type === 'instant')
    nodes.forEach((node, position) => reportTime(node, common.type, indexOf(position), context));
  return common;
}

function reportMismatch(types: readonly Typed[], context: CheckContext): void {
  const found = [...new Set(types.map((typed) => typed.type).filter((each) => each !== 'null'))];
  const isNumberAndText = found.some(isNumeric) && found.includes('text');
  const isDateAndInstant = found.includes('date') && found.includes('instant');
  const isTimeAndText = found.includes('text') && (found.includes('date') || found.includes('instant'));
  const [enHint, zhHint] = isNumberAndText
    ? [
        'Use values of one type, for example 10 instead of "10".',
        '请使用同一类型的值，例如用 10 而不是 "10"。',
      ]
    : isDateAndInstant
      ? [
          'Which day an instant lies on depends on the time zone; compare two dates or two instants.',
          '某一时刻属于哪一天取决于时区，请比较两个日期或两个日期时间。',
        ]
      : isTimeAndText
        ? [
            'Only a text written out is read as a date; declare the other value as a date too.',
            '只有直接写出的文本会被当作日期，请把另一个值也声明为日期。',
          ]
        : ['Use values of one type.', '请使用同一类型的值。'];
  context.report(
    'TYPE_MISMATCH',
    null,
    {
      en: `These do not have the same type: ${found.map((each) => typeNames[each].en).join(', ')}. ${enHint}`,
      'zh-CN': `类型不一致：${found.map((each) => typeNames[each]['zh-CN']).join('、')}。${zhHint}`,
    },
    { details: { types: found } },
  );
}

/** Reports a literal that is to be a date or an instant and is none. */
export function reportTime(
  node: ExpressionNode,
  type: ExpressionType,
  operand: number,
  context: CheckContext,
): void {
  if (node.kind === 'list') {
    for (const item of node.items) reportTime(item, type, operand, context);
    return;
  }
  if (node.kind !== 'literal' || typeof node.value !== 'string') return;
  const { value } = node;
  if (type === 'date' && !isDateText(value))
    context.report('INVALID_DATE', operand, {
      en: `"${value}" is not a date. Write it as 2024-12-31.`,
      'zh-CN': `“${value}”不是日期，请写成 2024-12-31 的形式。`,
    });
  if (type === 'instant' && canonicalInstantText(value) === null)
    context.report('INVALID_INSTANT', operand, {
      en: `"${value}" is not a date and time with its zone. Write it as 2024-12-31T09:30:00Z or 2024-12-31T09:30:00+08:00.`,
      'zh-CN': `“${value}”不是带时区的日期时间，请写成 2024-12-31T09:30:00Z 或 2024-12-31T09:30:00+08:00 的形式。`,
    });
}

/** A literal beside an enumeration must be one of its options: any other never holds. */
export function checkOptions(
  nodes: readonly ExpressionNode[],
  types: readonly Typed[],
  context: CheckContext,
  indexOf: (position: number) => number = (position) => position,
): void {
  const options = types.find((typed) => typed.type === 'enumeration')?.options;
  if (options === undefined) return;
  nodes.forEach((node, position) => {
    if (node.kind !== 'literal' || typeof node.value !== 'string' || options.includes(node.value)) return;
    const [nearest] = nearestNames(node.value, options);
    const all = options.slice(0, 20);
    context.report(
      'UNKNOWN_OPTION',
      indexOf(position),
      {
        en: `"${node.value}" is none of the options. ${nearest === undefined ? '' : `Did you mean "${nearest}"? `}Options: ${all.join(', ')}.`,
        'zh-CN': `“${node.value}”不在可选项中。${nearest === undefined ? '' : `是否想用“${nearest}”？`}可选项：${all.join('、')}。`,
      },
      { details: { value: node.value, options, ...(nearest === undefined ? {} : { nearest }) } },
    );
  });
}
