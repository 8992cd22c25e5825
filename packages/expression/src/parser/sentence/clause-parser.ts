import type { ExpressionNode } from '../../ast/expression-node.js';
import { operation } from '../../ast/operation-node.js';
import { AbsenceParser } from './absence-parser.js';
import { orders, type Open } from './bound-parser.js';
import type { Operand } from './operand.js';
import type { Token } from './token.js';
import type { WordId } from './word-id.js';

const aCondition = { en: 'a condition', 'zh-CN': '条件' };

/** Whether a word says that all of the time is meant. */
function saysLifetime({ words, text }: Token): boolean {
  return words.has('lifetime') || /^(累计|历史|从未|从来|从没|lifetime|cumulative)|\bnever$/i.test(text);
}

/** Whether a condition says that something did not happen at all. */
function isNever(node: ExpressionNode): boolean {
  if (node.kind !== 'operation') return false;
  const [left, right] = node.operands;
  if (left?.kind !== 'variable' || right?.kind !== 'literal' || typeof right.value !== 'number') return false;
  if (node.operator === '<') return right.value <= 1;
  return ['==', '<='].includes(node.operator) && right.value === 0;
}

/** Clauses: a comparison, "no order for 45 days", “最近 90 天内消费超过 5 次”, and what is left out because it was said before. */
export abstract class ClauseParser extends AbsenceParser {
  /** Whether the clause speaks of what the one before it did. */
  #isElided = false;

  /** One clause, with its window before or behind it. */
  protected clause(): ExpressionNode {
    if (this.reading.isStrict) return this.relation(this.sum());
    const [start, slots, notes] = [this.at, this.slots.length, this.notes.length];
    this.window = this.leadingWindow() ?? this.outerWindow;
    this.#isElided = false;
    const isLeading = this.window !== null;
    let node = this.#body();
    const trailing = isLeading ? null : this.windows();
    if (trailing !== null && this.#hasBrackets(start)) {
      for (const slot of this.slots.slice(slots)) {
        slot.window ??= trailing;
        slot.isTrailing = true;
      }
    } else if (trailing !== null) {
      // The window behind the clause decides which variables are meant, so the clause is read again with it.
      this.at = start;
      this.slots.length = slots;
      this.notes.length = notes;
      this.window = trailing;
      node = this.#body();
      this.windows();
      for (const slot of this.slots.slice(slots)) slot.isTrailing = true;
    }
    this.window = null;
    this.#mark(start, slots, node);
    return node;
  }

  /** Notes of what was read since the token `start` whether it is of all time, and whether it denies. */
  #mark(start: number, slots: number, node: ExpressionNode): void {
    const { tokens } = this.reading;
    let end = this.at;
    for (let token = this.peek(); this.isFiller(token) && /^[a-z -]+$/i.test(token.text); end += 1)
      token = tokens[end + 1] ?? token;
    const isLifetime = tokens.slice(start, end).some(saysLifetime);
    const isNegative = isNever(node);
    for (const slot of this.slots.slice(slots)) {
      // “近 90 天消费超过 5 次且累计超过 10 万元”
      if (isLifetime && this.#isElided) slot.window = null;
      if (isLifetime && slot.window === null) slot.isLifetime = true;
      if (isNegative) slot.isNegative = true;
    }
  }

  #hasBrackets(start: number): boolean {
    return this.reading.tokens.slice(start, this.at).some(({ words }) => words.has('open'));
  }

  #body(): ExpressionNode {
    const special =
      this.attempt(() => this.#knownValue()) ??
      this.attempt(() => this.absence()) ??
      this.attempt(() => this.#quantityFirst()) ??
      this.attempt(() => this.#elided());
    if (special !== null) return special;
    this.skipFillersBeforeValue();
    const subject = this.sum();
    this.lastSubject = subject;
    const age = this.attempt(() => this.#recentEnough(subject));
    if (age !== null) return age;
    const inner = this.window === null ? this.windows() : null;
    if (inner !== null) {
      this.window = inner;
      const over: Operand = subject.kind === 'open' ? { ...subject, window: inner } : subject;
      this.lastSubject = over;
      return this.relation(over);
    }
    return this.relation(subject);
  }

  /** "Last order within 30 days", “最近一次消费在 30 天内”. */
  #recentEnough(subject: Operand): ExpressionNode | null {
    if (this.window !== null || subject.kind !== 'open' || subject.activities.length > 0) return null;
    const entries = subject.entries.filter(({ unit, window }) => unit === 'day' && window === undefined);
    const isOnlyDated = subject.entries.every(
      (entry) => entries.includes(entry) || ['date', 'instant'].includes(entry.type),
    );
    if (entries.length === 0 || !isOnlyDated) return null;
    const is = this.accept('is', 'isNot');
    this.accept('between');
    const start = this.at;
    const window = this.windows();
    if (window === null) return null;
    const [unit, value] = 'days' in window ? ['day', window.days] : ['month', window.months];
    const { start: from } = this.reading.tokens[start] ?? subject.at;
    const { end } = this.reading.tokens[this.at - 1] ?? subject.at;
    const at = { ...subject.at, start: from, end, text: this.reading.source.slice(from, end) };
    const isDenied = is !== null && !is.words.has('is');
    const quantity = { value, unit, digits: String(value), power: 0, at };
    return this.compareQuantity(isDenied ? '>' : '<=', { ...subject, entries }, quantity);
  }

  /** “女性客户”, "from Shanghai", “上海的客户”: the value says whose it is. */
  #knownValue(): ExpressionNode | null {
    const denial = this.sees('isNot', 'not', 'absent') ? this.accept('isNot', 'not', 'absent') : null;
    if (denial === null) this.accept('is');
    this.skipFillersOnly();
    if (!this.startsKnownValue(0)) return null;
    const lead = this.peek().leads.length > 0 ? this.next() : null;
    const token = this.next();
    const known = lead === null ? token.values : (this.ledValue(lead, token) ?? []);
    const node = this.isValue(known, token, denial !== null);
    this.lastSubject = null;
    return this.#withRest(node);
  }

  /** “上海的女性客户消费超过 5 次”: the condition behind a value, where there is one. */
  #withRest(node: ExpressionNode): ExpressionNode {
    const start = this.at;
    this.skipFillersOnly();
    const { kind, words } = this.peek();
    const ends: readonly WordId[] = [
      ...(['and', 'or', 'nor', 'comma', 'listComma', 'semicolon', 'colon', 'stop', 'close'] as const),
      ...(['tier', 'consequence', 'otherwise', 'action'] as const),
    ];
    if (kind === 'end' || ends.some((id) => words.has(id))) {
      this.at = start;
      return node;
    }
    const window = this.window ?? this.leadingWindow();
    this.window = window;
    return operation('and', [node, this.#body()]);
  }

  /** "More than 5 orders", “5 次以上消费”, “至少 3 次购买”. */
  #quantityFirst(): ExpressionNode | null {
    const order = this.order();
    // "Exactly 1 order", “正好 1 次消费”
    const isExactly = order === null && this.accept('is') !== null;
    if (order === null) this.accept('between');
    const quantity = this.quantity();
    if (quantity === null) return null;
    const range = order === null ? this.rangeAfter(quantity) : null;
    const after = order === null && range === null ? this.afterOrder() : null;
    const name = this.nameToken();
    if (name === null || this.#seesRelation()) return null;
    const over: Open = { ...name, window: this.window };
    this.lastSubject = over;
    const behind = order === null && range === null && after === null ? this.afterOrder() : null;
    if (range !== null) return this.inRange(over, range);
    const said = order === null ? (after ?? behind) : this.agreed(order);
    if (said === null && !isExactly) this.noteExactly(quantity);
    return this.compareQuantity(said ?? '==', over, quantity);
  }

  #seesRelation(): boolean {
    const token = this.peek();
    return (
      orders.some((id) => token.words.has(id)) ||
      ((token.words.has('is') || token.words.has('isNot')) && !token.words.has('tier')) ||
      (token.words.has('between') && !token.words.has('recent') && !this.startsKnownValue(0))
    );
  }

  /** “超过 5 次且少于 10 次”: the second part speaks of what the first did. */
  #elided(): ExpressionNode | null {
    const subject = this.lastSubject;
    this.skipFillersBeforeValue();
    const token = this.peek();
    const startsSo =
      this.startsOrder(0) ||
      token.words.has('not') ||
      (token.words.has('between') && this.peek(1).number !== undefined);
    if (subject === null || !startsSo) return null;
    this.#isElided = true;
    return this.relation(subject);
  }

  /** Reports that a clause was expected here. */
  protected conditionExpected(): never {
    return this.notUnderstood(this.peek(), aCondition);
  }
}
