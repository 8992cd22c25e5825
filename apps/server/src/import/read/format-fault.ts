import { fault, type Fault } from '../../common/fault.js';
import type { FormatPart } from './column-format.js';

/** The fault of a column that every value leaves open how to read; the caller must say. */
export function formatOpenFault(part: FormatPart, header: string): Fault {
  const message =
    part === 'dateOrder'
      ? {
          en: `The dates in column "${header}" can be read as day/month or month/day; say which (dateOrder: dmy or mdy).`,
          'zh-CN': `列“${header}”中的日期既可理解为日/月，也可理解为月/日，请指定日期顺序（dateOrder：dmy 或 mdy）。`,
        }
      : {
          en: `The numbers in column "${header}" leave open whether . or , begins the decimals; say which (decimalMark).`,
          'zh-CN': `列“${header}”中的数值无法判断小数点是“.”还是“,”，请指定（decimalMark）。`,
        };
  const code = part === 'dateOrder' ? 'DATE_ORDER_OPEN' : 'DECIMAL_MARK_OPEN';
  return fault('INVALID_REQUEST', code, message, ['body', 'options', part], { column: header });
}
