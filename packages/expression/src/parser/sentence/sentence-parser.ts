import { childrenOf, type ExpressionNode } from '../../ast/expression-node.js';
import { list } from '../../ast/list-node.js';
import { literal } from '../../ast/literal-node.js';
import { operation } from '../../ast/operation-node.js';
import { variable } from '../../ast/variable-node.js';
import { ClauseParser } from './clause-parser.js';
import { ClauseFault, type Reading } from './cursor.js';
import { slotPrefix } from './operand.js';
import type { Token } from './token.js';
import { windowedName, type SentenceWindow, type VocabularyEntry } from './vocabulary.js';
import type { WordId } from './word-id.js';

/** A variable that stands for a vocabulary entry over a window. @since 0.1.0 */
export interface WindowedVariable {
  readonly variable: string;
  readonly entry: string;
  readonly window: SentenceWindow | null;
}

/** A sentence in parts. */
export interface ReadSentence {
  readonly node: ExpressionNode;
  readonly tier: string | null;
  readonly otherwise: string | null;
  readonly action: string | null;
  readonly windowed: readonly WindowedVariable[];
}

/** Words that begin a further condition on the same subject. */
const relatives: readonly string[] = ['with', 'who', 'whose', 'having'];

/** Enough to show what is wrong. */
const maxIssues = 20;

function renamed(node: ExpressionNode, names: ReadonlyMap<string, string>): ExpressionNode {
  if (childrenOf(node).length === 0 && node.kind !== 'variable')
    return node.kind === 'literal' && typeof node.value === 'string' && names.has(node.value)
      ? literal(names.get(node.value) ?? node.value)
      : node;
  switch (node.kind) {
    case 'variable':
      return variable(
        names.get(node.name) ?? node.name,
        node.fallback === null ? null : renamed(node.fallback, names),
      );
    case 'operation':
      return operation(
        node.operator,
        node.operands.map((operand) => renamed(operand, names)),
      );
    case 'list':
      return list(node.items.map((item) => renamed(item, names)));
    default:
      return node;
  }
}

/** Whole sentences: clauses joined by and, or and brackets, and what follows from them. */
export class SentenceParser extends ClauseParser {
  readonly #bracketed: ReadonlyMap<string, VocabularyEntry>;
  #beganWithTier = false;

  /** Whether what stands before a colon was taken for the tier; it can also be the condition. */
  get beganWithTier(): boolean {
    return this.#beganWithTier;
  }

  constructor(reading: Reading, bracketed: ReadonlyMap<string, VocabularyEntry>) {
    super(reading);
    this.#bracketed = bracketed;
  }

  protected override bracketed(text: string): VocabularyEntry | undefined {
    return this.#bracketed.get(text);
  }

  /** Reads a rule as `sentenceOf` writes it; null when it is not one. */
  readWritten(): ReadSentence | null {
    try {
      const node = this.expression();
      if (this.peek().kind !== 'end' || this.#leadsToTexts(node)) return null;
      return { node, tier: null, otherwise: null, action: null, windowed: [] };
    } catch (fault) {
      if (fault instanceof ClauseFault) return null;
      throw fault;
    }
  }

  /** “若…，则为“核心客户””: names a tier, and is no expression that yields a text. */
  #leadsToTexts(node: ExpressionNode): boolean {
    const results =
      node.kind === 'operation' && node.operator === 'if'
        ? node.operands.filter((_, index) => index % 2 === 1 || index === node.operands.length - 1)
        : [];
    return (
      results.length > 0 && results.every((each) => each.kind === 'literal' && typeof each.value === 'string')
    );
  }

  /** Reads a sentence that a person wrote; null when there are issues. */
  readFree(mayBeginWithTier = true): ReadSentence | null {
    try {
      const sentence = this.#sentence(mayBeginWithTier);
      return this.issues.length === 0 ? sentence : null;
    } catch (fault) {
      if (fault instanceof ClauseFault) return null;
      throw fault;
    }
  }

  protected override expression(): ExpressionNode {
    return this.peek().words.has('if') && !this.peek().words.has('subject') ? this.#choice() : this.#or();
  }

  /** "If a then x, if b then y, otherwise z". */
  #choice(): ExpressionNode {
    const parts: ExpressionNode[] = [];
    for (;;) {
      if (this.peek().words.has('if')) {
        this.next();
        parts.push(this.#or());
        this.accept('comma');
        if (this.accept('consequence') === null)
          this.notUnderstood(this.peek(), { en: '"then"', 'zh-CN': '“则为”' });
        parts.push(this.nodeOf(this.sum()));
      } else if (this.accept('otherwise') !== null) {
        parts.push(this.nodeOf(this.sum()));
        return operation('if', parts);
      } else this.notUnderstood(this.peek(), { en: '"if" or "otherwise"', 'zh-CN': '“若”或“否则为”' });
      const isPause = this.peek().words.has('comma') || this.peek().words.has('semicolon');
      const goesOn = this.peek(1).words.has('if') || this.peek(1).words.has('otherwise');
      if (!isPause || !goesOn) return operation('if', parts);
      this.next();
    }
  }

  #or(): ExpressionNode {
    const first = this.peek();
    const parts = [this.#and()];
    while (this.#takeJoint('or')) parts.push(this.#and());
    if (parts.length === 1 && parts[0] !== undefined) return parts[0];
    const isMixed = parts.some((part) => part.kind === 'operation' && part.operator === 'and');
    if (isMixed && !this.reading.isStrict)
      this.note('AND_BEFORE_OR', first, {
        en: '"And" was taken to bind more tightly than "or". Use brackets if something else is meant.',
        'zh-CN': '“且”先于“或”结合；如有其他含义，请加括号。',
      });
    return operation('or', parts);
  }

  #and(): ExpressionNode {
    const parts = [this.#not()];
    while (this.#takeJoint('and') || this.#takesPause()) parts.push(this.#not());
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : operation('and', parts);
  }

  #isPause(token: Token): boolean {
    return token.words.has('comma') || token.words.has('semicolon');
  }

  /** Whether the condition is over at the token `ahead`: the tier, an action or the end follows. */
  #isOver(ahead: number): boolean {
    for (let index = ahead; ; index += 1) {
      const token = this.peek(index);
      if (token.kind === 'end') return true;
      const ids: readonly WordId[] = ['tier', 'consequence', 'otherwise', 'action', 'stop'];
      if (ids.some((id) => token.words.has(id))) return !token.words.has('isNot');
      if (!this.isFiller(token)) return false;
    }
  }

  /** Takes "and" or "or", with the pause before it, unless what follows is no condition. */
  #takeJoint(id: 'and' | 'or'): boolean {
    const skipped = this.reading.isStrict ? 0 : this.#fillersAhead();
    const start = this.at;
    this.at += skipped;
    const pause = this.#isPause(this.peek()) ? 1 : 0;
    const token = this.peek(pause);
    const isFree = !this.reading.isStrict;
    if (
      !token.words.has(id) ||
      (isFree && this.#isOver(pause + 1) && !this.peek(pause + 1).words.has('is'))
    ) {
      this.at = start;
      return false;
    }
    this.at += pause + 1;
    if (isFree) while (this.peek().words.has(id) && !this.#isOver(1)) this.next();
    return true;
  }

  #fillersAhead(): number {
    let count = 0;
    while (this.isFiller(this.peek(count))) count += 1;
    return count;
  }

  /** Words that say nothing, up to one that leads to a value. */
  #valuelessFillersAhead(): number {
    let count = 0;
    while (this.isFiller(this.peek(count)) && this.peek(count).leads.length === 0) count += 1;
    return count;
  }

  /** A comma between two conditions means "and"; so does nothing in “5 次以上不足 10 次”. */
  #takesPause(): boolean {
    if (this.reading.isStrict) return false;
    const spoken = this.#fillersAhead();
    // “……的客户，近 90 天……”
    if (this.#isPause(this.peek(spoken)) && !this.#isOver(spoken + 1)) this.at += spoken;
    const token = this.peek();
    const fillers = this.#valuelessFillersAhead();
    if (this.startsKnownValue(fillers)) {
      this.at += fillers;
      return true;
    }
    // "… with an average order value above 500"
    const joins = Array.from({ length: spoken }, (_, ahead) => this.peek(ahead).text.toLowerCase());
    if (joins.some((text) => relatives.includes(text)) && !this.#isOver(spoken)) return true;
    const bounds: readonly WordId[] = ['>', '>=', '<', '<='];
    if (token.kind === 'number' || bounds.some((id) => token.words.has(id))) return true;
    if (!this.#isPause(token) && !token.words.has('listComma')) return false;
    if (this.#isOver(1) || this.peek(1).words.has('or') || this.peek(1).words.has('nor')) return false;
    this.next();
    return true;
  }

  #not(): ExpressionNode {
    const token = this.peek();
    if (token.words.has('not') && this.peek(1).words.has('open')) {
      this.next();
      return operation('!', [this.deeper(() => this.clause())]);
    }
    if (this.reading.isStrict) return this.clause();
    try {
      const neither = this.attempt(() => {
        const window = this.leadingWindow();
        return this.accept('neither') === null ? null : { window };
      });
      if (neither === null) return this.clause();
      const outer = this.outerWindow;
      this.outerWindow = neither.window ?? outer;
      const node = this.#neither();
      this.outerWindow = outer;
      return node;
    } catch (fault) {
      if (!(fault instanceof ClauseFault) || fault.isFinal || this.issues.length >= maxIssues) throw fault;
      this.#recover();
      return literal(true);
    }
  }

  #neither(): ExpressionNode {
    const parts = [this.#denied()];
    for (;;) {
      const pause = this.#isPause(this.peek()) ? 1 : 0;
      if (!this.peek(pause).words.has('nor')) break;
      this.at += pause + 1;
      parts.push(this.#denied());
    }
    return operation('and', parts);
  }

  /** The opposite of a clause; of having done something that is having done it 0 times. */
  #denied(): ExpressionNode {
    // "Nor is the member level …"
    this.accept('is');
    const slots = this.slots.length;
    const node = this.clause();
    const [left, right] = node.kind === 'operation' && node.operator === '>' ? node.operands : [];
    const isDone = left?.kind === 'variable' && right?.kind === 'literal' && right.value === 0;
    if (!isDone) return operation('!', [node]);
    for (const slot of this.slots.slice(slots)) slot.isNegative = true;
    return operation('==', [left, right]);
  }

  /** Goes on behind a clause that was not understood, so that all faults are found at once. */
  #recover(): void {
    this.window = null;
    this.outerWindow = null;
    for (;;) {
      const { kind, words } = this.peek();
      if (kind === 'end' || words.has('close')) return;
      if (this.#isPause(this.peek()) || words.has('and') || words.has('or')) return;
      this.next();
    }
  }

  #sentence(mayBeginWithTier: boolean): ReadSentence {
    let tier = this.#tierBeforeIf() ?? (mayBeginWithTier ? this.#leadingTier() : null);
    let otherwise: string | null = null;
    let action: string | null = null;
    while (this.accept('if') !== null || this.accept('colon') !== null);
    const node = this.#or();
    if (node.kind === 'literal' && typeof node.value !== 'boolean') this.conditionExpected();
    for (;;) {
      this.skipFillers();
      const token = this.peek();
      if (token.kind === 'end') break;
      if (token.words.has('otherwise')) {
        this.next();
        otherwise = this.#outcome(otherwise);
      } else if (token.words.has('tier')) tier = this.#outcome(tier);
      else if (token.words.has('action')) action = this.#rest();
      else if (
        this.#isPause(token) ||
        ['consequence', 'stop', 'and', 'colon'].some((id) => token.words.has(id as 'and'))
      ) {
        this.next();
        // `…: "VIP"`, “……：沉睡客户”
        const isTierNext = tier === null && !this.#isOver(0) && !this.#isPause(this.peek());
        if ((token.words.has('colon') || token.words.has('consequence')) && isTierNext)
          tier = this.#outcome(tier);
      } else
        this.notUnderstood(token, {
          en: '"and", "or", or the tier ("tag as …")',
          'zh-CN': '“且”“或”，或层级（“归为……”）',
        });
    }
    return { tier, otherwise, action, ...this.#withWindows(node) };
  }

  /** "Customers go to “VIP” if …". */
  #tierBeforeIf(): string | null {
    return this.attempt(() => {
      this.skipFillers();
      if (!this.peek().words.has('tier') || this.peek().words.has('if')) return null;
      this.next();
      const { kind, value } = this.next();
      const isNamed = kind === 'text' || kind === 'name';
      return isNamed && this.accept('if') !== null && value !== undefined ? value : null;
    });
  }

  /** “核心客户：…”, “核心客户是指…”, "VIP are customers who …". */
  #leadingTier(): string | null {
    const { tokens } = this.reading;
    if (this.peek().words.has('if')) return null;
    const end = tokens.findIndex(({ words }) => words.has('means') || words.has('colon'));
    const before = tokens.slice(0, end === -1 ? 1 : end);
    if (end < 1 || before.some(({ number, words }) => number !== undefined || words.has('comma')))
      return null;
    const [first, last] = [before[0], before.at(-1)];
    if (first === undefined || last === undefined) return null;
    this.#beganWithTier = true;
    this.at = end + 1;
    const quoted = before.find(({ kind }) => kind === 'text' || kind === 'name');
    return quoted?.value ?? this.#textBetween(first, last);
  }

  #textBetween(first: Token, last: Token): string {
    const { source } = this.reading;
    return source.slice(first.start, last.end).trim();
  }

  /** The name of a tier: what stands in quotation marks, or everything up to the next pause. */
  #outcome(earlier: string | null): string {
    while (this.accept('tier') !== null || this.accept('colon') !== null);
    // A tier can be called “A”.
    const isLast = (): boolean => this.peek(1).kind === 'end' || this.#isPause(this.peek(1));
    while (this.isFiller(this.peek()) && !this.peek().words.has('subject') && !isLast()) this.next();
    const first = this.peek();
    let last: Token | null = null;
    let quoted: Token | null = null;
    for (;;) {
      const token = this.peek();
      const isEnd = token.kind === 'end' || this.#isPause(token) || token.words.has('stop');
      if (isEnd || token.words.has('otherwise') || (quoted !== null && token.words.has('and'))) break;
      if (quoted === null && (token.kind === 'text' || token.kind === 'name')) quoted = token;
      last = this.next();
    }
    if (last === null)
      this.fail('TIER_NAME_EXPECTED', first, {
        en: 'The name of the tier is missing. Write it in quotation marks: tag as "Core customer".',
        'zh-CN': '缺少层级名称，请用引号写出，例如：归为“核心客户”。',
      });
    const name = quoted?.value ?? this.#textBetween(first, last);
    if (earlier !== null && earlier !== name)
      this.note('SEVERAL_TIERS', first, {
        en: `Several tiers are named; "${name}" was taken, not "${earlier}".`,
        'zh-CN': `句中出现了多个层级，采用“${name}”，未采用“${earlier}”。`,
      });
    return name;
  }

  #rest(): string {
    const first = this.peek();
    let last = first;
    for (;;) {
      const token = this.peek();
      if (
        token.kind === 'end' ||
        token.words.has('stop') ||
        token.words.has('semicolon') ||
        token.words.has('otherwise')
      )
        return this.#textBetween(first, last);
      last = this.next();
    }
  }

  /**
   * A window holds on until another is said; one behind its clause is meant for the clauses before it too. What did not happen hands its
   * window to other things that did not: «no orders in 6 months and a total spend of …» would else be impossible.
   */
  #withWindows(node: ExpressionNode): Pick<ReadSentence, 'node' | 'windowed'> {
    let ofDone: SentenceWindow | null = null;
    let last: SentenceWindow | null = null;
    for (const [index, slot] of this.slots.entries()) {
      const isNegative = slot.isNegative === true;
      const held: SentenceWindow | null = isNegative ? last : ofDone;
      if (slot.window !== null) {
        if (slot.isTrailing === true && held === null)
          for (const earlier of this.slots.slice(0, index)) {
            if (earlier.window !== null || earlier.isLifetime === true) continue;
            if (isNegative && earlier.isNegative !== true) continue;
            earlier.window = slot.window;
            this.#noteCarried(earlier.at, slot.window);
          }
        last = slot.window;
        if (!isNegative) ofDone = slot.window;
      } else if (held !== null && slot.isLifetime !== true) {
        slot.window = held;
        this.#noteCarried(slot.at, held);
      } else {
        if (last !== null) this.#noteNotCarried(slot.at);
        if (slot.isLifetime === true && !isNegative) [ofDone, last] = [null, null];
      }
    }
    const names = new Map<string, string>();
    const windowed = new Map<string, WindowedVariable>();
    for (const [index, { entry, window }] of this.slots.entries()) {
      const name = window === null ? entry.id : windowedName(entry.id, window);
      names.set(`${slotPrefix}${index}`, name);
      windowed.set(name, { variable: name, entry: entry.id, window });
    }
    return { node: renamed(node, names), windowed: [...windowed.values()] };
  }

  #noteNotCarried(token: Token): void {
    this.note('WINDOW_NOT_CARRIED', token, {
      en: `No window is said for "${token.text}", so all of the time counts. Write one before it if something else is meant.`,
      'zh-CN': `“${token.text}”没有写时间窗口，按全部历史计算；如有其他含义，请在前面写出时间窗口。`,
    });
  }

  #noteCarried(token: Token, window: SentenceWindow): void {
    const [en, zh] =
      'days' in window
        ? [`${window.days} days`, `${window.days} 天`]
        : [`${window.months} months`, `${window.months} 个月`];
    this.note('WINDOW_CARRIED', token, {
      en: `No window is said for "${token.text}"; the one of the other condition was taken: ${en}.`,
      'zh-CN': `“${token.text}”没有写时间窗口，沿用另一条件的 ${zh}。`,
    });
  }
}
