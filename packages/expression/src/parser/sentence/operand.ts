import type { ExpressionNode } from '../../ast/expression-node.js';
import type { Token } from './token.js';
import type { SentenceWindow, VocabularyEntry } from './vocabulary.js';

/** A value of a sentence. Which variable a name stands for can depend on what it is compared with, so names stay open till then. */
export type Operand =
  | { readonly kind: 'node'; readonly node: ExpressionNode; readonly quantity?: Quantity; readonly at: Token }
  | {
      readonly kind: 'open';
      /** Variables of this name, and those that count, sum up or date what this word does. */
      readonly entries: readonly VocabularyEntry[];
      readonly activities: readonly VocabularyEntry[];
      readonly window: SentenceWindow | null;
      readonly at: Token;
    };

/** A number with its unit. */
export interface Quantity {
  readonly value: number;
  readonly unit: string | undefined;
  readonly digits: string;
  readonly power: number;
  readonly at: Token;
}

/** A value over a window is in the tree under this name until the sentence is read to its end. */
export const slotPrefix = '\u0000slot:';

/** A use of a variable whose window may still be said later in the sentence. */
export interface Slot {
  /** The window stands behind its clause, and may be meant for the clauses before it too. */
  isTrailing?: boolean;
  readonly entry: VocabularyEntry;
  window: SentenceWindow | null;
  readonly at: Token;
  /** Says that something did not happen: its window is not meant for what did. */
  isNegative?: boolean;
  /** Said to be of all time: “累计”, "ever". */
  isLifetime?: boolean;
}
