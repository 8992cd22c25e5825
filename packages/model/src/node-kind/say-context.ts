import type { ExpressionNode } from '@terrace/expression';
import type { Language } from '../document/localized-text.js';
import type { ModelNode } from '../document/node.js';

/** What a node sees of its document while it says what it computes. */
export interface SayContext {
  readonly language: Language;
  readonly nodes: ReadonlyMap<string, ModelNode>;
  /** The name of a node's value inside a sentence; of an aggregate with its window. */
  nameOf(id: string): string;
  unitOf(id: string): string | undefined;
  /** An expression over the values of nodes in words. */
  words(expression: ExpressionNode): string;
}

/** "a; b; c" / “a；b；c” */
export function inSequence(parts: readonly string[], language: Language): string {
  return parts.join(language === 'en' ? '; ' : '；');
}
