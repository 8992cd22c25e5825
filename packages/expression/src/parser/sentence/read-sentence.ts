import type { ExpressionNode } from '../../ast/expression-node.js';
import type { SentenceWindow } from './vocabulary.js';

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
