import { isDateText } from '../../date-text.js';
import { fold, isWordCharacter, type FoldedText } from './fold.js';
import type { Lexicon } from './lexicon.js';
import { readNumber } from './read-number.js';
import type { Token } from './token.js';

/** Quotation marks: closing mark, and whether a name or a text stands between them. */
const quotes: Readonly<
  Record<string, { readonly close: string; readonly isName: boolean; readonly isWritten: boolean }>
> = {
  '“': { close: '”', isName: false, isWritten: true },
  '"': { close: '"', isName: false, isWritten: true },
  '「': { close: '」', isName: true, isWritten: true },
  '[': { close: ']', isName: true, isWritten: true },
  '”': { close: '”', isName: false, isWritten: false },
  '＂': { close: '＂', isName: false, isWritten: false },
  '‘': { close: '’', isName: false, isWritten: false },
  '『': { close: '』', isName: false, isWritten: false },
  '《': { close: '》', isName: false, isWritten: false },
  '【': { close: '】', isName: true, isWritten: false },
  '［': { close: '］', isName: true, isWritten: false },
};

/** The text between the marks that open at `start`, a doubled closing mark being one of the text; null when it is not closed. */
function readQuoted(
  text: string,
  start: number,
  close: string,
): { readonly value: string; readonly end: number } | null {
  if (!text.includes(close, start + 1)) return null;
  let value = '';
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character !== close) value += character;
    else if (text.charAt(at + 1) === close) {
      value += close;
      at += 1;
    } else return { value, end: at + 1 };
  }
  return null;
}

const writtenDate = /^\d{4}-\d{2}-\d{2}(?!\d)/;
const spokenDate = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})(?:日|号)?(?!\d)/;

/** A day of the calendar: 2024-01-31; to a generous reader also 2024年1月31日, 2024/1/31. */
function readDate(
  text: string,
  isStrict: boolean,
): { readonly value: string; readonly length: number } | null {
  const written = writtenDate.exec(text)?.[0];
  if (written !== undefined && isDateText(written)) return { value: written, length: written.length };
  const spoken = isStrict ? null : spokenDate.exec(text);
  if (spoken === null) return null;
  const [all, year = '', month = '', day = ''] = spoken;
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDateText(value) ? { value, length: all.length } : null;
}

const nothing: ReadonlySet<never> = new Set();

class Tokenizer {
  readonly #original: string;
  readonly #folded: FoldedText;
  readonly #lexicon: Lexicon;
  readonly #isStrict: boolean;
  readonly #tokens: Token[] = [];
  #at = 0;

  constructor(original: string, lexicon: Lexicon, isStrict: boolean) {
    this.#original = original;
    this.#folded = fold(original);
    this.#lexicon = lexicon;
    this.#isStrict = isStrict;
  }

  #push(length: number, kind: Token['kind'], more: Partial<Token> = {}): void {
    const { starts, ends } = this.#folded;
    const start = starts[this.#at] ?? this.#original.length;
    const end = ends[this.#at + length - 1] ?? start;
    this.#tokens.push({
      kind,
      start,
      end,
      text: this.#original.slice(start, end),
      isAfterSpace: start > 0 && /\s/u.test(this.#original.charAt(start - 1)),
      words: nothing,
      entries: [],
      activities: [],
      values: [],
      leads: [],
      ...more,
    });
    this.#at += length;
  }

  #quoted(): boolean {
    const { starts } = this.#folded;
    const start = starts[this.#at] ?? 0;
    const mark = this.#original.charAt(start);
    const quote = Object.hasOwn(quotes, mark) ? quotes[mark] : undefined;
    if (quote === undefined || (this.#isStrict && !quote.isWritten)) return false;
    const found = readQuoted(this.#original, start, quote.close);
    if (found === null) return false;
    let next = this.#at;
    while (next < starts.length && (starts[next] ?? 0) < found.end) next += 1;
    this.#push(next - this.#at, quote.isName ? 'name' : 'text', { value: found.value });
    return true;
  }

  #known(): boolean {
    const { text, starts } = this.#folded;
    // A full-width comma stands between thousands only where the digits are full-width too.
    const isComma = (at: number): boolean => {
      const place = starts[at] ?? 0;
      return this.#original.charAt(place) === ',' || /[０-９]/.test(this.#original.charAt(place - 1));
    };
    const date = readDate(text.slice(this.#at, this.#at + 20), this.#isStrict);
    const number = readNumber(text, this.#at, isComma, this.#isStrict);
    const word = this.#lexicon.longestAt(text, this.#at);
    const longest = Math.max(date?.length ?? 0, number?.length ?? 0, word?.length ?? 0);
    if (longest === 0) return false;
    if (word !== null && word.length === longest) {
      const meaning = this.#lexicon.find(word);
      if (meaning !== undefined) this.#push(longest, 'word', meaning);
    } else if (date !== null && date.length === longest) this.#push(longest, 'date', { value: date.value });
    else if (number !== null) this.#push(longest, 'number', { number: number.number });
    return true;
  }

  /** A run in which nothing is known: whole words, and Chinese up to the next known text. */
  #unknown(): void {
    const { text } = this.#folded;
    const begin = this.#at;
    let end = begin + 1;
    while (end < text.length) {
      const isInWord = isWordCharacter(text.charAt(end - 1)) && isWordCharacter(text.charAt(end));
      if (!isInWord) {
        if (text.charAt(end) === ' ' || Object.hasOwn(quotes, text.charAt(end))) break;
        if (
          this.#lexicon.longestAt(text, end) !== null ||
          readNumber(text, end, () => false, this.#isStrict) !== null
        )
          break;
      }
      end += 1;
    }
    this.#push(end - begin, 'unknown');
  }

  run(): Token[] {
    const { text } = this.#folded;
    while (this.#at < text.length)
      if (text.charAt(this.#at) === ' ') this.#at += 1;
      else if (!this.#quoted() && !this.#known()) this.#unknown();
    this.#push(0, 'end');
    return this.#tokens;
  }
}

/**
 * Cuts a sentence into tokens, the longest known text at each place. The last token is the end.
 * @param isStrict - knows only numbers and marks as `sentenceOf` writes them
 */
export function tokenize(text: string, lexicon: Lexicon, isStrict: boolean): Token[] {
  return new Tokenizer(text, lexicon, isStrict).run();
}
