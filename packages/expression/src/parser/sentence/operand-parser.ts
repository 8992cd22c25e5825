import type { ExpressionNode } from '../../ast/expression-node.js';
import { literal } from '../../ast/literal-node.js';
import { operation } from '../../ast/operation-node.js';
import { variable } from '../../ast/variable-node.js';
import { convertUnit } from './convert-unit.js';
import { Cursor } from './cursor.js';
import { slotPrefix, type Operand, type Quantity, type Slot } from './operand.js';
import type { Token } from './token.js';
import { sameWindow, type SentenceWindow, type VocabularyEntry } from './vocabulary.js';

const aValue = { en: 'a name or a value', 'zh-CN': '名称或取值' };

/** From this number on a doing without a unit is its amount, and below `few` surely how often it was done. */
const many = 1000;
const few = 100;

/** A difference in distance that leaves it open which is meant. */
const unsure = 0.25;

/** What an open name is compared with, by which its variable is chosen. */
interface Counterpart {
  readonly quantity?: Quantity | undefined;
  readonly type?: 'number' | 'text' | 'boolean' | undefined;
}

/** A variable chosen for an open name, and the number it is compared with in the variable's unit. */
interface Chosen {
  readonly node: ExpressionNode;
  readonly entry: VocabularyEntry;
  readonly value: number | null;
}

function typeDistance(entry: VocabularyEntry, type: Counterpart['type']): number {
  if (type === undefined) return 0;
  const kind =
    entry.type === 'boolean' ? 'boolean' : ['number', 'duration'].includes(entry.type) ? 'number' : 'text';
  return kind === type ? 0 : 10;
}

/** Values: names, numbers with units, texts, arithmetic, the smallest and largest of several. */
export abstract class OperandParser extends Cursor {
  protected slots: Slot[] = [];

  /** Whatever may stand in brackets. */
  protected abstract expression(): ExpressionNode;

  /** The window said in this clause, before or behind. */
  protected window: SentenceWindow | null = null;

  /** The window said before the brackets this is in: “近 12 个月（…）”. */
  protected outerWindow: SentenceWindow | null = null;

  protected use(entry: VocabularyEntry, window: SentenceWindow | null, at: Token): ExpressionNode {
    if (entry.window !== 'any') return variable(entry.id);
    this.slots.push({ entry, window, at });
    return variable(`${slotPrefix}${this.slots.length - 1}`);
  }

  /** How unlikely it is that `entry` was meant; null when it was not. */
  #distance(
    entry: VocabularyEntry,
    open: Operand & { kind: 'open' },
    counterpart: Counterpart,
  ): number | null {
    const { quantity, type } = counterpart;
    const converted =
      quantity === undefined ? null : convertUnit(quantity.value, quantity, quantity.unit, entry.unit);
    if (quantity !== undefined && converted === null) return null;
    let distance = (converted?.distance ?? 0) + typeDistance(entry, type);
    // “消费满 10 万” is money, though nothing says so.
    const isMany = quantity !== undefined && quantity.unit === undefined && quantity.value >= many;
    if (isMany && entry.role === 'count' && !open.entries.includes(entry)) distance += unsure;
    if (open.window !== null && entry.window !== 'any')
      if (entry.window === undefined || !sameWindow(entry.window, open.window)) return null;
    // Without a window said, a value over a fixed one is meant only when nothing else is.
    if (open.window === null && entry.window !== undefined && entry.window !== 'any') distance += 0.5;
    return distance;
  }

  /** The variable that `open` stands for beside `counterpart`. */
  protected choose(open: Operand & { kind: 'open' }, counterpart: Counterpart = {}): Chosen {
    const done = open.activities.filter(({ role }) => role === 'count' || role === 'sum');
    const candidates = [...open.entries, ...done.filter((entry) => !open.entries.includes(entry))];
    const ranked = candidates
      .map((entry) => ({ entry, distance: this.#distance(entry, open, counterpart) }))
      .filter((each): each is { entry: VocabularyEntry; distance: number } => each.distance !== null)
      .sort((a, b) => a.distance - b.distance);
    const [best, second] = ranked;
    if (best === undefined) return this.#noneFits(open, candidates, counterpart);
    // “累计消费” is a name of the amount, and of what is done only beside a number of times.
    const isTie =
      second !== undefined &&
      second.distance - best.distance <= unsure &&
      open.entries.includes(best.entry) === open.entries.includes(second.entry) &&
      !(best.entry.role === 'count' && (counterpart.quantity?.value ?? few) < few);
    if (isTie && !this.reading.isStrict)
      this.note('NAME_ASSUMED', open.at, {
        en: `"${open.at.text}" can mean several values; "${best.entry.name.en ?? best.entry.id}" was taken.`,
        'zh-CN': `“${open.at.text}”可能指多个值，这里按“${best.entry.name['zh-CN'] ?? best.entry.id}”理解。`,
      });
    const { quantity } = counterpart;
    const converted =
      quantity === undefined ? null : convertUnit(quantity.value, quantity, quantity.unit, best.entry.unit);
    if (converted?.isRough === true && quantity !== undefined)
      this.note('UNIT_ROUGHLY', quantity.at, {
        en: `Taken as ${converted.value} days; months and years differ in length.`,
        'zh-CN': `按 ${converted.value} 天计算；各月、各年的天数并不相同。`,
      });
    return {
      node: this.use(best.entry, open.window, open.at),
      entry: best.entry,
      value: converted?.value ?? null,
    };
  }

  #noneFits(
    open: Operand & { kind: 'open' },
    candidates: readonly VocabularyEntry[],
    { quantity }: Counterpart,
  ): never {
    const byUnit = candidates.some(
      (entry) =>
        quantity === undefined || convertUnit(quantity.value, quantity, quantity.unit, entry.unit) !== null,
    );
    if (quantity !== undefined && !byUnit)
      return this.fail('UNIT_MISMATCH', quantity.at, {
        en: `"${open.at.text}" is not measured in what "${quantity.at.text}" is given in. Use its own unit, or another value.`,
        'zh-CN': `“${open.at.text}”的单位与“${quantity.at.text}”不一致，请使用它自己的单位，或换一个指标。`,
      });
    if (candidates.length > 0)
      return this.fail('WINDOW_NOT_AVAILABLE', open.at, {
        en: `There is no "${open.at.text}" over this window. Leave the window out, or add a dimension with it.`,
        'zh-CN': `“${open.at.text}”没有这个时间窗口的取值。请去掉时间窗口，或先添加对应的维度。`,
      });
    return this.notUnderstood(open.at, aValue);
  }

  protected nodeOf(operand: Operand): ExpressionNode {
    return operand.kind === 'node' ? operand.node : this.choose(operand).node;
  }

  /** A number with its unit, as far as there is one here. */
  protected quantity(): Quantity | null {
    return this.attempt(() => {
      this.skipFillers();
      const prefix = this.peek().unit === 'currency' && this.peek(1).kind === 'number' ? this.next() : null;
      const isNegative =
        this.peek().words.has('minus') && this.peek(1).kind === 'number' && !this.peek(1).isAfterSpace;
      if (isNegative) this.next();
      const token = this.peek();
      if (token.quantity !== undefined && !isNegative) {
        this.next();
        const { value, unit } = token.quantity;
        return { value, unit, digits: String(value), power: 0, at: token };
      }
      if (token.number === undefined) return null;
      // A unit can make it 31,536,000 times as much.
      if (!(Math.abs(token.number.value) < 1e300))
        this.fail('NUMBER_TOO_LARGE', token, {
          en: 'This number is too large to be compared. Write one below 10 to the power of 300.',
          'zh-CN': '这个数太大，无法比较，请写小于 10 的 300 次方的数。',
        });
      this.next();
      const next = this.peek();
      // A word that is a unit and a name too is the name: “5 个月” but "5 orders".
      const hasUnit = next.unit !== undefined && next.entries.length + next.activities.length === 0;
      const unit = hasUnit ? next.unit : prefix?.unit;
      const end = hasUnit ? this.next().end : token.end;
      const sign = isNegative ? '-' : '';
      const { value, digits, power } = token.number;
      const start = (prefix ?? token).start;
      const text = this.reading.source.slice(start, end);
      return {
        value: isNegative ? 0 - value : value,
        unit,
        digits: `${sign}${digits}`,
        power,
        at: { ...token, start, end, text },
      };
    });
  }

  /** A sum: what stands on either side of a comparison. */
  protected sum(): Operand {
    let left = this.#product();
    for (;;) {
      const token = this.peek();
      const operator = token.words.has('plus') ? '+' : token.words.has('minus') ? '-' : null;
      // “5-9 次” is a range, "a - 5" a difference.
      const isJoined = operator === '-' && !token.isAfterSpace && /^[-−]$/.test(token.text);
      if (operator === null || isJoined || (token.words.has('after>=') && !this.#startsOperand(1)))
        return left;
      this.next();
      const right = this.#product();
      left = {
        kind: 'node',
        node: operation(operator, [this.nodeOf(left), this.nodeOf(right)]),
        at: left.at,
      };
    }
  }

  #product(): Operand {
    let left = this.#unary();
    for (;;) {
      const { words } = this.peek();
      const operator = words.has('times')
        ? '*'
        : words.has('dividedBy')
          ? '/'
          : words.has('remainder')
            ? '%'
            : null;
      if (operator === null) return left;
      this.next();
      const right = this.#unary();
      left = {
        kind: 'node',
        node: operation(operator, [this.nodeOf(left), this.nodeOf(right)]),
        at: left.at,
      };
    }
  }

  #unary(): Operand {
    const token = this.peek();
    const next = this.peek(1);
    if (!token.words.has('minus') || (next.kind === 'number' && !next.isAfterSpace)) return this.#primary();
    this.next();
    return this.deeper(() => ({
      kind: 'node',
      node: operation('-', [this.nodeOf(this.#unary())]),
      at: token,
    }));
  }

  #startsOperand(ahead: number): boolean {
    const token = this.peek(ahead);
    if (['number', 'text', 'date', 'name'].includes(token.kind)) return true;
    if (token.entries.length + token.activities.length > 0 || token.quantity !== undefined) return true;
    return ['open', 'minus', 'smallest', 'largest'].some((id) => token.words.has(id as 'open'));
  }

  #primary(): Operand {
    this.skipFillersBeforeValue();
    const token = this.peek();
    const node = (made: ExpressionNode): Operand => ({ kind: 'node', node: made, at: token });
    if (token.entries.length + token.activities.length > 0) return this.#name();
    const quantity = this.quantity();
    if (quantity !== null) return { kind: 'node', node: literal(quantity.value), quantity, at: quantity.at };
    if (token.kind === 'name') return this.#bracketedName();
    if (token.kind === 'text' || token.kind === 'date') {
      this.next();
      return node(literal(token.value ?? ''));
    }
    if (token.option !== undefined) {
      this.next();
      // What was written stands, unless the variable can be nothing but its options.
      const isDeclared = token.values.some(({ entry }) => entry.options?.includes(token.option ?? ''));
      return node(literal(isDeclared ? token.option : token.text));
    }
    if (token.words.has('open')) {
      this.next();
      const [window, outer] = [this.window, this.outerWindow];
      this.outerWindow = window;
      const inner = this.deeper(() => this.expression());
      this.#close();
      this.window = window;
      this.outerWindow = outer;
      return node(inner);
    }
    if (token.words.has('smallest') || token.words.has('largest')) return node(this.#extreme());
    for (const [id, value] of [
      ['yes', true],
      ['no', false],
      ['always', true],
      ['never', false],
      ['nothing', null],
    ] as const)
      if (token.words.has(id)) {
        this.next();
        return node(literal(value));
      }
    return this.notUnderstood(token, aValue);
  }

  /** Words that say nothing and are no value of their own, nor lead to one. */
  protected skipFillersOnly(): void {
    for (let token = this.peek(); this.isFiller(token); token = this.peek()) {
      if (token.leads.length + token.entries.length + token.activities.length > 0) return;
      this.next();
    }
  }

  /** Words before a value that say nothing, unless they are the value. */
  protected skipFillersBeforeValue(): void {
    while (this.isFiller(this.peek()) && this.peek().entries.length + this.peek().activities.length === 0)
      this.next();
  }

  #close(): void {
    if (this.accept('close') === null)
      this.fail('BRACKET_NOT_CLOSED', this.peek(), {
        en: 'A bracket is not closed. Add ")".',
        'zh-CN': '有括号没有闭合，请补上“）”。',
      });
  }

  #extreme(): ExpressionNode {
    const operator = this.next().words.has('smallest') ? 'min' : 'max';
    if (this.accept('open') === null) this.notUnderstood(this.peek(), { en: '"("', 'zh-CN': '“（”' });
    const parts = [this.nodeOf(this.sum())];
    while (this.accept('listComma', 'comma') !== null) parts.push(this.nodeOf(this.sum()));
    this.#close();
    return operation(operator, parts);
  }

  #name(): Operand {
    const token = this.next();
    const { entries, activities } = token;
    return this.#withFallback({ kind: 'open', entries, activities, window: this.window, at: token });
  }

  #bracketedName(): Operand {
    const token = this.peek();
    const text = token.value ?? '';
    const { vocabulary } = this.reading;
    const entry =
      this.bracketed(text) ??
      vocabulary.find(({ name }) => name.en === text || name['zh-CN'] === text) ??
      vocabulary.find(({ id }) => id === text);
    if (entry === undefined && !this.reading.isStrict) {
      this.next();
      return { kind: 'node', node: literal(text), at: token };
    }
    if (entry === undefined) return this.notUnderstood(token, { en: 'a name', 'zh-CN': '名称' });
    this.next();
    return this.#withFallback({
      kind: 'open',
      entries: [entry],
      activities: [],
      window: this.window,
      at: token,
    });
  }

  /** The variable that is spoken of as `text` in brackets. */
  protected abstract bracketed(text: string): VocabularyEntry | undefined;

  #withFallback(operand: Operand): Operand {
    if (!this.peek().words.has('open') || !this.peek(1).words.has('ifMissing')) return operand;
    this.next();
    this.next();
    this.accept('comma', 'colon');
    const node = this.nodeOf(operand);
    const fallback = this.deeper(() => this.expression());
    this.#close();
    const named = node.kind === 'variable' ? variable(node.name, fallback) : node;
    return { kind: 'node', node: named, at: operand.at };
  }
}
