import { OperandParser } from './operand-parser.js';
import type { Operand, Quantity } from './operand.js';
import { decimal } from './read-number.js';
import type { SentenceWindow } from './vocabulary.js';

/** The orders a sentence can say. */
export type Order = '>' | '>=' | '<' | '<=';
/** A name whose variable is still open. */
export type Open = Operand & { readonly kind: 'open' };

/** The ids of the orders. */
export const orders: readonly Order[] = ['>', '>=', '<', '<='];
/** A range of numbers; `<` leaves its ends out. */
export interface Range {
  readonly low: Quantity;
  readonly high: Quantity;
  readonly operator: '<' | '<=';
}

/** The longest window a model takes (`windowSchema` of the model). */
const maxWindowDays = 36_525;

/** The window that a length of time is. */
export function windowOf({ value, unit }: Quantity): SentenceWindow | null {
  const days = unit === 'day' ? value : unit === 'week' ? value * 7 : null;
  const months =
    unit === 'month' ? value : unit === 'quarter' ? value * 3 : unit === 'year' ? value * 12 : null;
  if (days !== null) return { days };
  return months === null ? null : { months };
}

/** What bounds a value: windows, orders before and behind a number, ranges. */
export abstract class BoundParser extends OperandParser {
  /** A window before what it is about, and the pause after it. */
  protected leadingWindow(): SentenceWindow | null {
    const window = this.windows();
    if (window !== null && this.peek().words.has('comma') && !this.startsOrder(1)) this.next();
    return window;
  }

  /** "In the last 90 days", “近 12 个月内”, “90 天内”; several beside each other are one, the last. */
  protected windows(): SentenceWindow | null {
    let found: SentenceWindow | null = null;
    for (;;) {
      const window = this.attempt(() => this.oneWindow());
      if (window === null) return found;
      found = window;
    }
  }

  protected oneWindow(): SentenceWindow | null {
    const lead = this.accept('recent');
    const token = this.peek();
    // "In the past year", “近一年”.
    const isOne = lead !== null && token.unit !== undefined && token.number === undefined;
    const quantity: Quantity | null = isOne
      ? { value: 1, unit: this.next().unit, digits: '1', power: 0, at: token }
      : this.quantity();
    if (quantity === null) return null;
    const window = windowOf(quantity);
    const inside = this.peek().words.has('inside') ? this.next() : null;
    if (window === null || (lead === null && inside === null)) return null;
    const size = 'days' in window ? window.days : window.months * 30;
    if (!Number.isInteger(Object.values(window)[0]) || size < 1 || size > maxWindowDays)
      this.fail('WINDOW_OUT_OF_RANGE', quantity.at, {
        en: `"${quantity.at.text}" is no window: it takes whole days, weeks, months or years, at least one and at most 100 years.`,
        'zh-CN': `“${quantity.at.text}”不能作为时间窗口：应为整数天、周、月或年，最短 1 天，最长 100 年。`,
      });
    return window;
  }

  protected nameToken(): Open | null {
    this.skipFillersBeforeValue();
    const token = this.peek();
    if (token.entries.length + token.activities.length === 0) return null;
    this.next();
    return {
      kind: 'open',
      entries: token.entries,
      activities: token.activities,
      window: this.window,
      at: token,
    };
  }

  protected order(): Order | null {
    const token = this.accept(...orders);
    // “至少为 5 次”
    if (token !== null && this.peek().words.has('is') && this.peek(1).number !== undefined) this.next();
    return token === null ? null : (orders.find((id) => token.words.has(id)) ?? null);
  }

  /** “达 5 次以上”: the order before the number, when another one behind it does not contradict. */
  protected agreed(order: Order): Order {
    const isNext = orders.some((id) => this.peek().words.has(`after${id}`));
    if (this.reading.isStrict || !isNext || this.peek(1).number !== undefined) return order;
    const token = this.peek();
    const after = this.afterOrder();
    if (after === null || after === order) return order;
    if (!after.startsWith(order.charAt(0)))
      this.fail('ORDERS_DISAGREE', token, {
        en: `One number is bounded from both sides here: "${token.text}" contradicts the word before the number. Leave one of them out.`,
        'zh-CN': `同一个数前后的比较方向相反：“${token.text}”与数字前的词矛盾，请去掉其中一个。`,
      });
    const isIncluded = order.endsWith('=');
    this.note('INCLUSION_ASSUMED', token, {
      en: `The words before and behind the number differ in whether it is included; the one before was taken: ${isIncluded ? 'included' : 'not included'}.`,
      'zh-CN': `数字前后的词对是否包含该数说法不一，这里按前面的词理解：${isIncluded ? '包含' : '不包含'}。`,
    });
    return order;
  }

  /** “以上”, "or more": the order it stands for. */
  protected afterOrder(): Order | null {
    for (const id of orders) {
      const word = `after${id}` as const;
      if (!this.peek().words.has(word)) continue;
      this.next();
      if (this.peek().words.has('exclusive') && id.endsWith('=')) {
        this.next();
        return id === '>=' ? '>' : '<';
      }
      if (this.peek().words.has('inclusive')) this.next();
      return id;
    }
    return null;
  }

  protected startsOrder(ahead: number): boolean {
    const token = this.peek(ahead);
    return token.number !== undefined || orders.some((id) => token.words.has(id));
  }

  /** “5 至 9 次（不含）”, "5 and 9", "5-9": what follows the lower number. */
  protected rangeAfter(low: Quantity): Range | null {
    return this.attempt(() => {
      const token = this.peek();
      if (!token.words.has('to') && !token.words.has('minus')) return null;
      this.next();
      const high = this.quantity();
      if (high === null) return null;
      this.accept('betweenEnd');
      const operator = this.peek().words.has('exclusive') ? '<' : '<=';
      if (this.peek().words.has('exclusive') || this.peek().words.has('inclusive')) this.next();
      return { low: this.likeUpper(low, high), high, operator };
    });
  }

  /** In “1000–5000 万” both are 万. */
  protected likeUpper(low: Quantity, high: Quantity): Quantity {
    const unit = low.unit ?? high.unit;
    const isShared = low.power === 0 && high.power > 0 && low.value < Number(high.digits);
    if (!isShared) return { ...low, unit };
    return { ...low, unit, power: high.power, value: decimal(low.digits, high.power) };
  }
}
