import type { BilingualText } from '../../issue.js';
import { nearestNames } from '../../nearest-names.js';
import { sentenceIssue, type SentenceIssue, type SentenceNote } from './sentence-issue.js';
import type { Token } from './token.js';
import type { SentenceVocabulary, VocabularyEntry } from './vocabulary.js';
import type { WordId } from './word-id.js';

/** Ends the reading of a clause; the issue is recorded already. */
export class ClauseFault extends Error {
  /** Whether the rest of the sentence cannot be read without what is wrong here. */
  get isFinal(): boolean {
    return this.message === 'TOO_DEEP' || this.message === 'BRACKET_NOT_CLOSED';
  }
}

/** Enough to see what there is. */
const shownNames = 12;

/** What a reading is made with. */
export interface Reading {
  /** The sentence as it was written. */
  readonly source: string;
  readonly tokens: readonly Token[];
  readonly vocabulary: SentenceVocabulary;
  /** Only what `sentenceOf` writes: no filler words, no open names. */
  readonly isStrict: boolean;
  readonly maxDepth: number;
}

/** Walks over the tokens of a sentence. */
export class Cursor {
  readonly issues: SentenceIssue[] = [];
  readonly notes: SentenceNote[] = [];
  protected readonly reading: Reading;
  protected at = 0;
  #depth = 0;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  /** The token `ahead` of the present one. */
  protected peek(ahead = 0): Token {
    const { tokens } = this.reading;
    const token = tokens[Math.min(this.at + ahead, tokens.length - 1)];
    if (token === undefined) throw new TypeError('a sentence has at least its end');
    return token;
  }

  protected next(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.at += 1;
    return token;
  }

  protected isFiller(token: Token): boolean {
    return ['filler', 'subject', 'lifetime'].some((id) => token.words.has(id as WordId));
  }

  /** Where the next token that is one of `ids` stands, over words that say nothing; -1 when something else comes first. */
  protected indexOf(...ids: readonly WordId[]): number {
    const { tokens } = this.reading;
    for (let index = this.at; index < tokens.length; index += 1) {
      const token = tokens[index];
      if (token === undefined) return -1;
      if (ids.some((id) => token.words.has(id))) return index;
      if (!this.isFiller(token)) return -1;
    }
    return -1;
  }

  protected sees(...ids: readonly WordId[]): boolean {
    return this.indexOf(...ids) !== -1;
  }

  /** Takes the next token if it is one of `ids`, with words before it that say nothing. */
  protected accept(...ids: readonly WordId[]): Token | null {
    const index = this.indexOf(...ids);
    if (index === -1) return null;
    this.at = index + 1;
    return this.reading.tokens[index] ?? null;
  }

  protected skipFillers(): void {
    while (this.isFiller(this.peek())) this.at += 1;
  }

  /** Tries `read`; when it gives null, everything is as before. */
  protected attempt<T>(read: () => T | null): T | null {
    const [start, notes] = [this.at, this.notes.length];
    const result = read();
    if (result === null) {
      this.at = start;
      this.notes.length = notes;
    }
    return result;
  }

  /** Runs `read` one level deeper; brackets in brackets are bounded, so that the stack is. */
  protected deeper<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > this.reading.maxDepth)
      this.fail('TOO_DEEP', this.peek(), {
        en: `The sentence has more than ${this.reading.maxDepth} brackets inside each other. Split it into several rules.`,
        'zh-CN': `括号嵌套超过 ${this.reading.maxDepth} 层，请拆分为多条规则。`,
      });
    try {
      return read();
    } finally {
      this.#depth -= 1;
    }
  }

  protected note(code: string, token: Token, message: BilingualText): void {
    this.notes.push({ code, message, start: token.start, end: token.end });
  }

  protected fail(
    code: string,
    token: Token,
    message: BilingualText,
    details: Record<string, unknown> = {},
  ): never {
    this.issues.push(sentenceIssue(code, token, message, details));
    throw new ClauseFault(code);
  }

  /** Names to choose from: some that are measured, and some that are not. */
  #someNames() {
    const { vocabulary } = this.reading;
    const isMeasured = ({ window, role }: VocabularyEntry): boolean =>
      window !== undefined || role !== undefined;
    const measured = vocabulary.filter(isMeasured);
    const fields = vocabulary.filter((entry) => !isMeasured(entry));
    const share = Math.max(shownNames / 2, shownNames - fields.length);
    const some = measured.slice(0, share);
    return [...some, ...fields.slice(0, shownNames - some.length)].map(({ name }) => name);
  }

  /** Reports that `token` was not understood where `expected` could stand. */
  protected notUnderstood(token: Token, expected: BilingualText): never {
    if (token.kind === 'end')
      this.fail('SENTENCE_INCOMPLETE', token, {
        en: `The sentence ends too early: ${expected.en} is missing.`,
        'zh-CN': `句子不完整：缺少${expected['zh-CN']}。`,
      });
    const known = this.reading.vocabulary.flatMap(({ name, synonyms }) => [
      ...new Set([name.en, name['zh-CN'], ...(synonyms?.en ?? []), ...(synonyms?.['zh-CN'] ?? [])]),
    ]);
    const names = known.filter((name): name is string => name !== undefined);
    const near = nearestNames(token.text, names);
    const shown = near.length > 0 ? near.slice(0, 5) : this.#someNames();
    const list = (language: 'en' | 'zh-CN'): string[] =>
      shown.map((name) =>
        typeof name === 'string' ? name : (name[language] ?? name.en ?? name['zh-CN'] ?? ''),
      );
    const [en, zh] = [list('en'), list('zh-CN')];
    this.fail(
      'NOT_UNDERSTOOD',
      token,
      {
        en: `"${token.text}" was not understood; ${expected.en} is expected here.${near.length > 0 ? ` Did you mean ${en.join(', ')}?` : en.length > 0 ? ` Known are: ${en.join(', ')}.` : ''}`,
        'zh-CN': `未能理解“${token.text}”，此处应为${expected['zh-CN']}。${near.length > 0 ? `是否想写：${zh.join('、')}？` : zh.length > 0 ? `可用的名称：${zh.join('、')}。` : ''}`,
      },
      { suggestions: near },
    );
  }
}
