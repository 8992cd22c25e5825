import type { ExpressionNode } from '../../ast/expression-node.js';
import { list } from '../../ast/list-node.js';
import { literal } from '../../ast/literal-node.js';
import { operation } from '../../ast/operation-node.js';
import { convertUnit } from './convert-unit.js';
import { orders, windowOf, type Open, type Order, type Range } from './bound-parser.js';
import { KnownValueParser } from './known-value-parser.js';
import type { Operand, Quantity } from './operand.js';
import type { Token } from './token.js';
import type { VocabularyEntry } from './vocabulary.js';
import type { WordId } from './word-id.js';

const opposites: Readonly<Record<Order, Order>> = { '>': '<=', '>=': '<', '<': '>=', '<=': '>' };
const durationUnits: readonly string[] = ['day', 'week', 'month', 'quarter', 'year', 'hour', 'minute'];
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
export abstract class ClauseParser extends KnownValueParser {
  #lastSubject: Operand | null = null;
  /** Whether the clause speaks of what the one before it did. */
  #isElided = false;

  /** One clause, with its window before or behind it. */
  protected clause(): ExpressionNode {
    if (this.reading.isStrict) return this.#relation(this.sum());
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
      this.attempt(() => this.#absence()) ??
      this.attempt(() => this.#quantityFirst()) ??
      this.attempt(() => this.#elided());
    if (special !== null) return special;
    this.skipFillersBeforeValue();
    const subject = this.sum();
    this.#lastSubject = subject;
    const age = this.attempt(() => this.#recentEnough(subject));
    if (age !== null) return age;
    const inner = this.window === null ? this.windows() : null;
    if (inner !== null) {
      this.window = inner;
      const over: Operand = subject.kind === 'open' ? { ...subject, window: inner } : subject;
      this.#lastSubject = over;
      return this.#relation(over);
    }
    return this.#relation(subject);
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
    return this.#compareQuantity(isDenied ? '>' : '<=', { ...subject, entries }, quantity);
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
    this.#lastSubject = null;
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

  /** “超过 45 天未复购”, "no order for 45 days", “近 6 个月没有消费”, “没有消费”. */
  #absence(): ExpressionNode | null {
    const before = this.attempt(() => this.#duration());
    const first = before === null ? null : this.peek();
    if (this.accept('absent') === null) return null;
    const name = this.nameToken();
    if (name === null) return null;
    const after = before === null ? this.attempt(() => this.#duration()) : null;
    const window = this.window ?? (before === null && after === null ? this.windows() : null);
    const duration = before ?? after;
    const token = first ?? name.at;
    const since = name.activities.find(({ role }) => role === 'since');
    const count = [...name.activities, ...name.entries].find(
      (entry) =>
        entry.role === 'count' &&
        (window === null ||
          entry.window === 'any' ||
          JSON.stringify(entry.window) === JSON.stringify(window)),
    );
    this.#lastSubject = null;
    if (duration !== null) return this.#absentFor(duration, { since, count, token });
    if (count !== undefined) return operation('==', [this.use(count, window, name.at), literal(0)]);
    if (window !== null && since !== undefined) {
      const [unit, value] = 'days' in window ? ['day', window.days] : ['month', window.months];
      const quantity = { value, unit, digits: String(value), power: 0, at: name.at };
      return this.#absentFor({ order: '>=', quantity }, { since, count, token });
    }
    const missing = name.entries[0] ?? since;
    return missing === undefined ? null : operation('missing', [literal(missing.id)]);
  }

  #absentFor(
    { order, quantity }: { readonly order: Order; readonly quantity: Quantity },
    {
      since,
      count,
      token,
    }: {
      readonly since: VocabularyEntry | undefined;
      readonly count: VocabularyEntry | undefined;
      readonly token: Token;
    },
  ): ExpressionNode | null {
    if (since !== undefined) {
      const open: Open = { kind: 'open', entries: [since], activities: [], window: null, at: token };
      const chosen = this.choose(open, { quantity, type: 'number' });
      this.note('NEVER_NOT_INCLUDED', quantity.at, {
        en: 'Somebody with no such event at all is not meant: there is no last one to count the days from.',
        'zh-CN': '从未发生过该事件的对象不包括在内，因为没有可以起算的日期。',
      });
      return operation(order, [chosen.node, literal(chosen.value ?? quantity.value)]);
    }
    const window = windowOf(quantity);
    if (count === undefined || window === null || order.startsWith('<')) return null;
    return operation('==', [this.use(count, window, token), literal(0)]);
  }

  /** “超过 45 天”, "for at least 45 days", “45 天以上”; not a window, which has 内 or "in the last". */
  #duration(): { readonly order: Order; readonly quantity: Quantity } | null {
    this.accept('for');
    const order = this.order();
    this.accept('for');
    const quantity = this.quantity();
    if (quantity?.unit === undefined || !durationUnits.includes(quantity.unit)) return null;
    if (this.peek().words.has('inside')) return null;
    const after = order === null ? this.afterOrder() : null;
    return { order: order === null ? (after ?? '>=') : this.agreed(order), quantity };
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
    this.#lastSubject = over;
    const behind = order === null && range === null && after === null ? this.afterOrder() : null;
    if (range !== null) return this.#inRange(over, range);
    const said = order === null ? (after ?? behind) : this.agreed(order);
    if (said === null && !isExactly) this.#noteExactly(quantity);
    return this.#compareQuantity(said ?? '==', over, quantity);
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
    const subject = this.#lastSubject;
    this.skipFillersBeforeValue();
    const token = this.peek();
    const startsSo =
      this.startsOrder(0) ||
      token.words.has('not') ||
      (token.words.has('between') && this.peek(1).number !== undefined);
    if (subject === null || !startsSo) return null;
    this.#isElided = true;
    return this.#relation(subject);
  }

  #isBoolean(operand: Operand): boolean {
    return operand.kind === 'open' && operand.entries.some(({ type }) => type === 'boolean');
  }

  #relation(left: Operand): ExpressionNode {
    if (this.accept('missing') !== null) return this.#missing(left);
    if (this.accept('present') !== null) return operation('!', [this.#missing(left)]);
    const contains = this.accept('contains', 'lacks');
    if (contains !== null) {
      const part = this.nodeOf(this.#textOperand());
      const node = operation('in', [part, this.nodeOf(left)]);
      return contains.words.has('lacks') ? operation('!', [node]) : node;
    }
    const listed = this.attempt(() => this.#listed(left));
    if (listed !== null) return listed;
    const between = this.attempt(() => this.#between(left));
    if (between !== null) return between;
    return this.#compared(left);
  }

  #missing(left: Operand): ExpressionNode {
    const node = this.nodeOf(left);
    if (node.kind === 'variable') return operation('missing', [literal(node.name)]);
    return this.fail('NAME_EXPECTED', left.at, {
      en: `Only a named value can be missing, and "${left.at.text}" is none.`,
      'zh-CN': `只有具名的值才能判断是否缺失，“${left.at.text}”不是。`,
    });
  }

  #listed(left: Operand): ExpressionNode | null {
    const verb = this.accept('isIn', 'isNotIn');
    if (verb === null || !this.#isLiteralNext()) return null;
    const items = this.#items();
    this.accept('inEnd');
    const node = operation('in', [this.#nodeBeside(left, items[0]), list(items)]);
    return verb.words.has('isNotIn') ? operation('!', [node]) : node;
  }

  #items(): ExpressionNode[] {
    const items = [this.#literal()];
    for (;;) {
      const joint = this.peek();
      const isJoint =
        joint.words.has('listComma') ||
        joint.words.has('comma') ||
        (!this.reading.isStrict && joint.words.has('or'));
      if (!isJoint || !this.#isLiteralNext(1) || this.#startsOwnClause(1)) return items;
      this.next();
      items.push(this.#literal());
    }
  }

  /** Whether what begins `ahead` is a comparison of its own and no further item. */
  #startsOwnClause(ahead: number): boolean {
    const token = this.peek(ahead + 1);
    return token.words.has('after>=') || (token.words.has('is') && !token.words.has('tier'));
  }

  #isLiteralNext(ahead = 0): boolean {
    const token = this.peek(ahead);
    if (['number', 'text', 'date'].includes(token.kind) || token.option !== undefined) return true;
    if (token.words.has('minus')) return this.peek(ahead + 1).kind === 'number';
    if (!this.reading.isStrict && token.kind === 'unknown') return true;
    return this.reading.isStrict && ['yes', 'no', 'nothing'].some((id) => token.words.has(id as 'yes'));
  }

  #literal(): ExpressionNode {
    const { node } = this.#textOperand() as { node?: ExpressionNode };
    return node?.kind === 'literal'
      ? node
      : this.notUnderstood(this.peek(), { en: 'a value', 'zh-CN': '取值' });
  }

  /** A value; words that are not known are a text for a generous reader. */
  #textOperand(): Operand {
    const token = this.peek();
    // “铂金贵宾” begins with a known value, and is another one.
    const joined = this.peek(1).kind === 'unknown' && this.peek(1).start === token.end;
    if (!this.reading.isStrict && token.option !== undefined && joined) {
      const text = `${this.next().text}${this.next().text}`;
      return { kind: 'node', node: literal(text), at: token };
    }
    if (this.reading.isStrict || (token.kind !== 'unknown' && token.kind !== 'name')) return this.sum();
    this.next();
    return { kind: 'node', node: literal(token.value ?? token.text), at: token };
  }

  #between(left: Operand): ExpressionNode | null {
    this.accept('is');
    const verb = this.accept('between');
    if (verb === null) return null;
    if (this.reading.isStrict) {
      const low = this.sum();
      if (this.accept('to') === null)
        this.notUnderstood(this.peek(), { en: 'the upper end', 'zh-CN': '区间的上限' });
      const high = this.sum();
      this.accept('betweenEnd');
      const operator = this.accept('exclusive') === null ? '<=' : '<';
      this.accept('inclusive');
      return operation(operator, [this.nodeOf(low), this.nodeOf(left), this.nodeOf(high)]);
    }
    const low = this.quantity();
    if (low === null) return null;
    const range = this.rangeAfter(low);
    return range === null ? null : this.#inRange(left, range);
  }

  #inRange(left: Operand, { low, high, operator }: Range): ExpressionNode {
    const upper = { ...high, unit: high.unit ?? low.unit };
    const [least, most] = [this.#valueBeside(left, low), this.#valueBeside(left, upper)];
    if (least > most)
      this.fail('RANGE_REVERSED', low.at, {
        en: `The range goes from ${low.at.text} down to ${high.at.text}. Put the smaller number first.`,
        'zh-CN': `区间从 ${low.at.text} 到 ${high.at.text} 是倒序的，请把较小的数写在前面。`,
      });
    const node =
      left.kind === 'open' ? this.choose(left, { quantity: upper, type: 'number' }).node : left.node;
    return operation(operator, [literal(least), node, literal(most)]);
  }

  /** A number in the unit of what it is compared with. */
  #valueBeside(left: Operand, quantity: Quantity): number {
    if (left.kind === 'node') {
      if (this.reading.isStrict) return quantity.value;
      return convertUnit(quantity.value, quantity, quantity.unit, undefined)?.value ?? quantity.value;
    }
    const [slots, notes] = [this.slots.length, this.notes.length];
    const { value } = this.choose(left, { quantity, type: 'number' });
    this.slots.length = slots;
    this.notes.length = notes;
    return value ?? quantity.value;
  }

  #compareQuantity(operator: string, left: Operand, quantity: Quantity): ExpressionNode {
    if (left.kind === 'open') {
      const { node, value } = this.choose(left, { quantity, type: 'number' });
      return operation(operator, [node, literal(value ?? quantity.value)]);
    }
    return operation(operator, [left.node, literal(this.#valueBeside(left, quantity))]);
  }

  #nodeBeside(left: Operand, value: ExpressionNode | undefined): ExpressionNode {
    if (left.kind === 'node') return left.node;
    if (value?.kind !== 'literal' || value.value === null) return this.nodeOf(left);
    const type = typeof value.value === 'string' ? 'text' : (typeof value.value as 'number' | 'boolean');
    return this.choose(left, { type }).node;
  }

  #compare(operator: string, left: Operand, right: Operand): ExpressionNode {
    if (right.kind === 'node' && right.quantity !== undefined)
      return this.#compareQuantity(operator, left, right.quantity);
    const other = this.nodeOf(right);
    return operation(operator, [this.#nodeBeside(left, other), other]);
  }

  #compared(left: Operand): ExpressionNode {
    const { isStrict } = this.reading;
    // “会员等级也不是金卡”
    const isDenied =
      !isStrict &&
      this.peek().words.has('nor') &&
      this.peek(1).words.has('is') &&
      left.kind === 'open' &&
      left.activities.length === 0;
    if (isDenied) this.next();
    const is = this.accept('is', 'isNot');
    let isNegated = isDenied || (is !== null && !is.words.has('is'));
    if (!isStrict && this.startsOrder(1) && this.accept('not') !== null) isNegated = !isNegated;
    // “消费金额过 10 万元”; “消费过 10 次” is the past tense.
    const isOver =
      !isStrict &&
      this.peek().text === '过' &&
      this.peek(1).number !== undefined &&
      left.kind === 'open' &&
      left.activities.length === 0;
    if (isOver) this.next();
    const order = isOver ? '>' : this.order();
    if (order !== null) {
      const right = this.sum();
      const used = this.agreed(order);
      return this.#compare(isNegated ? opposites[used] : used, left, right);
    }
    if (!isStrict) {
      if (this.peek().words.has('between') && this.startsOrder(1)) this.next();
      const quantity = this.quantity();
      if (quantity !== null) return this.#quantified(left, quantity, isNegated, is === null);
    }
    if (is === null && (isStrict || this.peek().kind !== 'text')) return this.#bare(left);
    const right = this.#textOperand();
    const isList = !isStrict && right.kind === 'node' && right.node.kind === 'literal' && !isNegated;
    const operator = isNegated ? '!=' : '==';
    if (!isList) return this.#compare(operator, left, right);
    const items: ExpressionNode[] = [right.node];
    while (
      (this.peek().words.has('listComma') || this.peek().words.has('or')) &&
      this.#isLiteralNext(1) &&
      !this.#startsOwnClause(1)
    ) {
      this.next();
      items.push(this.#literal());
    }
    this.accept('inEnd');
    if (items.length === 1) return this.#compare(operator, left, right);
    return operation('in', [this.#nodeBeside(left, right.node), list(items)]);
  }

  /** “5-9 次”, “5 次以上”, “5 次”. */
  #quantified(left: Operand, bare: Quantity, isNegated: boolean, isBare: boolean): ExpressionNode {
    const range = this.rangeAfter(bare);
    if (range !== null) {
      const node = this.#inRange(left, range);
      return isNegated ? operation('!', [node]) : node;
    }
    const after = this.afterOrder();
    // "3 or more times"
    const { unit, entries } = this.peek();
    const isUnitBehind = after !== null && bare.unit === undefined && unit !== undefined;
    const quantity = isUnitBehind && entries.length === 0 ? { ...bare, unit: this.next().unit } : bare;
    const operator = after ?? '==';
    if (isNegated && after !== null) return this.#compareQuantity(opposites[after], left, quantity);
    const items = [quantity];
    while (after === null && this.peek().words.has('listComma') && this.peek(1).kind === 'number') {
      this.next();
      const next = this.quantity();
      if (next !== null) items.push(next);
    }
    if (items.length === 1) {
      if (isBare && after === null) this.#noteExactly(quantity);
      return this.#compareQuantity(isNegated ? '!=' : operator, left, quantity);
    }
    const values = items.map((item) => literal(this.#valueBeside(left, item)));
    const node = left.kind === 'open' ? this.choose(left, { quantity, type: 'number' }).node : left.node;
    const within = operation('in', [node, list(values)]);
    return isNegated ? operation('!', [within]) : within;
  }

  #noteExactly({ value, at }: Quantity): void {
    if (value === 0) return;
    this.note('EXACTLY_ASSUMED', at, {
      en: `Taken as exactly ${at.text}. Write "at least ${at.text}" or "${at.text} or more" if more counts too.`,
      'zh-CN': `按正好 ${at.text} 理解；如果更多也算，请写“不少于 ${at.text}”或“${at.text}以上”。`,
    });
  }

  /** A name alone: true, or (for a doing) done at least once. */
  #bare(left: Operand): ExpressionNode {
    if (this.reading.isStrict || left.kind === 'node' || this.#isBoolean(left)) return this.nodeOf(left);
    if (left.activities.length > 0) {
      const count = left.activities.find(({ role }) => role === 'count');
      if (count !== undefined)
        return operation('>', [this.use(count, left.window ?? this.window, left.at), literal(0)]);
    }
    const token = this.peek();
    return this.notUnderstood(token, {
      en: `what "${left.at.text}" is compared with`,
      'zh-CN': `与“${left.at.text}”比较的内容（如“超过 5”）`,
    });
  }

  /** Reports that a clause was expected here. */
  protected conditionExpected(): never {
    return this.notUnderstood(this.peek(), aCondition);
  }
}
