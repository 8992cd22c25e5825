import type { VocabularyEntry } from './vocabulary.js';
import type { WordId } from './word-id.js';

/** A number with what was written beside it. */
export interface NumberToken {
  readonly value: number;
  /** The digits before 万, 亿, k, …, and the power of ten of those. */
  readonly digits: string;
  readonly power: number;
}

/** A value by which a variable is known. */
export interface KnownValue {
  readonly entry: VocabularyEntry;
  readonly value: string;
}

/** A piece of a sentence. `start` and `end` are places in the text, in UTF-16 units. */
export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'date' | 'word' | 'unknown' | 'end';
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly isAfterSpace: boolean;
  readonly number?: NumberToken;
  /** The text between quotation marks, the name in brackets, or the date. */
  readonly value?: string;
  readonly words: ReadonlySet<WordId>;
  readonly unit?: string;
  /** A quantity in one word: “半年” is 6 months, "twice" 2 times. */
  readonly quantity?: { readonly value: number; readonly unit: string };
  readonly entries: readonly VocabularyEntry[];
  readonly activities: readonly VocabularyEntry[];
  readonly option?: string;
  /** Whose value this is, where a value names its variable: “女性”, "Shanghai". */
  readonly values: readonly KnownValue[];
  /** The variables whose values follow: “来自”, "from". */
  readonly leads: readonly VocabularyEntry[];
}
