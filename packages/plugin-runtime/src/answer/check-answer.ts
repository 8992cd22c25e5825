import type { CodeDimension } from '@terrace/plugin-sdk';
import type { Sentence } from '../fault/plugin-code-fault.js';

/** A value that code computed for a subject; null for none. @since 0.1.0 */
export type ComputedValue = number | string | boolean | null;

/** An answer that is one, or what is wrong with it. */
export type CheckedAnswer =
  | { readonly ok: true; readonly values: readonly ComputedValue[] }
  | { readonly ok: false; readonly reason: Sentence };

/** Longest text that a dimension may give, in characters. */
const LONGEST_TEXT = 1000;
/** Significant digits that PostgreSQL, JSON and JavaScript all keep. */
const DIGITS = 15;

const typeWords: Readonly<Record<CodeDimension['valueType'], Sentence>> = {
  number: { en: 'a number', 'zh-CN': '数字' },
  text: { en: 'a text', 'zh-CN': '文本' },
  boolean: { en: 'true or false', 'zh-CN': '是或否' },
  date: { en: 'a date such as 2025-12-31', 'zh-CN': '日期（如 2025-12-31）' },
  enumeration: { en: 'one of its options', 'zh-CN': '可选项之一' },
};

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  // The calendar of JavaScript turns 30 February into 2 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value) && value >= '0001-01-01';
}

function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'none' in value) return String(value.none).slice(0, 60);
  return (JSON.stringify(value) ?? String(value)).slice(0, 60);
}

/** `undefined` for what is no value of the declared type. */
type ReadValue = (value: unknown) => ComputedValue | undefined;

const text: ReadValue = (value) =>
  // PostgreSQL keeps every character but this one.
  typeof value === 'string' && value.length <= LONGEST_TEXT && !value.includes('\u0000') ? value : undefined;

const readers: Readonly<Record<CodeDimension['valueType'], (dimension: CodeDimension) => ReadValue>> = {
  number: () => (value) =>
    typeof value === 'number' && Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : undefined,
  text: () => text,
  boolean: () => (value) => (typeof value === 'boolean' ? value : undefined),
  date: () => (value) => (typeof value === 'string' && isDate(value) ? value : undefined),
  enumeration: ({ domain }) => {
    const options = new Set<unknown>(domain?.options);
    return (value) => (options.has(value) ? (value as string) : undefined);
  },
};

/** Reads what code answered for `count` subjects against the declaration of `dimension`. Numbers are rounded to 15 significant digits. */
export function checkAnswer(answer: unknown, dimension: CodeDimension, count: number): CheckedAnswer {
  const wrong = (en: string, zh: string): CheckedAnswer => ({ ok: false, reason: { en, 'zh-CN': zh } });
  if (!Array.isArray(answer))
    return wrong(
      `gave ${shown(answer)} where a list of values was expected`,
      `应返回值的列表，实际返回了 ${shown(answer)}`,
    );
  if (answer.length !== count)
    return wrong(
      `gave ${answer.length} values for ${count} subjects; each needs one, or null`,
      `为 ${count} 个对象返回了 ${answer.length} 个值；每个对象都需要一个值或 null`,
    );
  const read = readers[dimension.valueType](dimension);
  const values: ComputedValue[] = [];
  for (const value of answer as unknown[]) {
    const found = value === null ? null : read(value);
    if (found === undefined) {
      const { en, 'zh-CN': zh } = typeWords[dimension.valueType];
      return wrong(
        `gave ${shown(value)} where ${en} or null was expected`,
        `应返回${zh}或 null，实际返回了 ${shown(value)}`,
      );
    }
    values.push(found);
  }
  return { ok: true, values };
}
