import type { SentenceLanguage } from '../../operator/sentence-words.js';
import type { ValueType } from '../../value-type.js';
import type { SentenceName } from './spoken-names.js';

/** How far back a value looks, counted from the as-of day. @since 0.1.0 */
export type SentenceWindow = { readonly days: number } | { readonly months: number };

/** Words by language. @since 0.1.0 */
export type WordsByLanguage = Readonly<Partial<Record<SentenceLanguage, readonly string[]>>>;

/** A value that people call by several words: `女` by 女, 女性, 女士. @since 0.1.0 */
export interface SpokenValue {
  readonly value: string;
  readonly words: readonly string[];
}

/** A variable that sentences may speak of. @since 0.1.0 */
export interface VocabularyEntry {
  /** The name of the variable in the rule. */
  readonly id: string;
  readonly name: SentenceName;
  readonly type: ValueType;
  readonly unit?: string | undefined;
  /** Other names of the value: “总金额”, "total spend". */
  readonly synonyms?: WordsByLanguage | undefined;
  /**
   * Words for the doing that the value counts (`count`: “消费超过 5 次”), sums up (`sum`: “消费超过 10 万元”) or is dated by (`since`:
   * “超过 45 天未消费”). The unit of the number tells which is meant.
   */
  readonly role?: 'count' | 'sum' | 'since' | undefined;
  readonly activities?: WordsByLanguage | undefined;
  /**
   * The window the value is over; `any` takes the window a sentence names, and the variable is then called by id and window
   * (`orders_90_days`). Absent: the value has none.
   */
  readonly window?: SentenceWindow | 'any' | undefined;
  /** The texts it can be, so that they are known without quotation marks. */
  readonly options?: readonly string[] | undefined;
  /** Values that say by themselves which variable is meant: “女性客户”, "female customers"; `options` do too. */
  readonly values?: readonly SpokenValue[] | undefined;
  /** Words that a value of it follows: "from", “来自”. */
  readonly leads?: WordsByLanguage | undefined;
}

/** What sentences may speak of, in the order of preference where words fit several. @since 0.1.0 */
export type SentenceVocabulary = readonly VocabularyEntry[];

/** The names of a vocabulary as `sentenceOf` wants them. @since 0.1.0 */
export function namesOfVocabulary(vocabulary: SentenceVocabulary): Record<string, SentenceName> {
  return Object.fromEntries(
    vocabulary.map(({ id, name, unit }) => [id, { ...name, ...(unit === undefined ? {} : { unit }) }]),
  );
}

/** The name of a value over a window: `orders_90_days`. */
export function windowedName(id: string, window: SentenceWindow): string {
  return 'days' in window ? `${id}_${window.days}_days` : `${id}_${window.months}_months`;
}

/** Whether two windows are the same. */
export function sameWindow(a: SentenceWindow, b: SentenceWindow): boolean {
  return windowedName('', a) === windowedName('', b);
}
