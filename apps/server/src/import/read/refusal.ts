import type { LocalizedText } from '@terrace/model';

/** Why a cell or row cannot be stored. */
export class Refusal {
  constructor(
    readonly code: string,
    readonly reason: Required<LocalizedText>,
  ) {}
}

/** Makes a refusal from its texts in both languages. */
export function refusal(code: string, en: string, zh: string): Refusal {
  return new Refusal(code, { en, 'zh-CN': zh });
}

/** Refusals that say the same of every row. */
export const refusals = {
  quoteOpen: refusal(
    'QUOTE_OPEN',
    'The quotes in this line do not match: a cell that begins with " must end with ", and a " inside it is written "".',
    '本行引号不匹配：以 " 开头的单元格必须以 " 结尾，单元格内的 " 应写成 ""。',
  ),
  rowTooLong: refusal('ROW_TOO_LONG', 'The row is longer than 1,000,000 bytes.', '该行超过 1,000,000 字节。'),
  nul: refusal(
    'NUL_CHARACTER',
    'The row contains a NUL character, which no text has; the file may be damaged.',
    '该行含有 NUL 字符，文本中不应出现，文件可能已损坏。',
  ),
  unreadable: refusal(
    'UNREADABLE_TEXT',
    'The text cannot be read in the encoding of the file.',
    '无法按文件编码读取该文本。',
  ),
  empty: refusal('VALUE_MISSING', 'A value is needed here.', '此处不能为空。'),
  keyTooLong: refusal(
    'TEXT_TOO_LONG',
    'A key or id may have at most 500 characters and 1,000 bytes.',
    '标识最多 500 个字符、1,000 字节。',
  ),
  textTooLong: refusal(
    'TEXT_TOO_LONG',
    'A text may have at most 10,000 characters.',
    '文本最多 10,000 个字符。',
  ),
  notNumber: refusal('NOT_A_NUMBER', 'This is not a number.', '不是有效的数值。'),
  numberTooLong: refusal(
    'NUMBER_OUT_OF_RANGE',
    'A number may have at most 40 digits and an exponent from -30 to 30.',
    '数值最多 40 位数字，指数须在 -30 到 30 之间。',
  ),
  notDate: refusal(
    'NOT_A_DATE',
    'This is not a date, for example 2006-12-31.',
    '不是有效的日期，例如 2006-12-31。',
  ),
  noSuchDate: refusal('NO_SUCH_DATE', 'There is no such day or time.', '不存在这样的日期或时间。'),
  notBoolean: refusal(
    'NOT_A_BOOLEAN',
    'Expected yes or no (true/false, 1/0, 是/否).',
    '应为“是”或“否”（true/false、1/0）。',
  ),
} as const;
