import { ConditionParser } from './condition-parser.js';
import type { Token } from './token.js';

/** What a sentence leads to: the tier it names, before or behind the condition, and what is to be done. */
export abstract class OutcomeParser extends ConditionParser {
  #beganWithTier = false;

  /** Whether what stands before a colon was taken for the tier; it can also be the condition. */
  get beganWithTier(): boolean {
    return this.#beganWithTier;
  }

  /** "Customers go to “VIP” if …". */
  protected tierBeforeIf(): string | null {
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
  protected leadingTier(): string | null {
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
    return quoted?.value ?? this.textBetween(first, last);
  }

  /** The text from `first` to `last`, as it was written. */
  protected textBetween(first: Token, last: Token): string {
    const { source } = this.reading;
    return source.slice(first.start, last.end).trim();
  }

  /** The name of a tier: what stands in quotation marks, or everything up to the next pause. */
  protected outcome(earlier: string | null): string {
    while (this.accept('tier') !== null || this.accept('colon') !== null);
    // A tier can be called “A”.
    const isLast = (): boolean => this.peek(1).kind === 'end' || this.isPause(this.peek(1));
    while (this.isFiller(this.peek()) && !this.peek().words.has('subject') && !isLast()) this.next();
    const first = this.peek();
    let last: Token | null = null;
    let quoted: Token | null = null;
    for (;;) {
      const token = this.peek();
      const isEnd = token.kind === 'end' || this.isPause(token) || token.words.has('stop');
      if (isEnd || token.words.has('otherwise') || (quoted !== null && token.words.has('and'))) break;
      if (quoted === null && (token.kind === 'text' || token.kind === 'name')) quoted = token;
      last = this.next();
    }
    if (last === null)
      this.fail('TIER_NAME_EXPECTED', first, {
        en: 'The name of the tier is missing. Write it in quotation marks: tag as "Core customer".',
        'zh-CN': '缺少层级名称，请用引号写出，例如：归为“核心客户”。',
      });
    const name = quoted?.value ?? this.textBetween(first, last);
    if (earlier !== null && earlier !== name)
      this.note('SEVERAL_TIERS', first, {
        en: `Several tiers are named; "${name}" was taken, not "${earlier}".`,
        'zh-CN': `句中出现了多个层级，采用“${name}”，未采用“${earlier}”。`,
      });
    return name;
  }

  /** What is to be done, in the words of the sentence. */
  protected action(): string {
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
        return this.textBetween(first, last);
      last = this.next();
    }
  }
}
