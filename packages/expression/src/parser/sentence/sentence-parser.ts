import type { ExpressionNode } from '../../ast/expression-node.js';
import { carryWindows } from './carry-windows.js';
import { ClauseFault, type Reading } from './cursor.js';
import { OutcomeParser } from './outcome-parser.js';
import type { ReadSentence } from './read-sentence.js';
import { resolveSlots } from './resolve-slots.js';
import type { VocabularyEntry } from './vocabulary.js';

/** Whole sentences: clauses joined by and, or and brackets, and what follows from them. */
export class SentenceParser extends OutcomeParser {
  readonly #bracketed: ReadonlyMap<string, VocabularyEntry>;

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

  #sentence(mayBeginWithTier: boolean): ReadSentence {
    let tier = this.tierBeforeIf() ?? (mayBeginWithTier ? this.leadingTier() : null);
    let otherwise: string | null = null;
    let action: string | null = null;
    while (this.accept('if') !== null || this.accept('colon') !== null);
    const node = this.disjunction();
    if (node.kind === 'literal' && typeof node.value !== 'boolean') this.conditionExpected();
    for (;;) {
      this.skipFillers();
      const token = this.peek();
      if (token.kind === 'end') break;
      if (token.words.has('otherwise')) {
        this.next();
        otherwise = this.outcome(otherwise);
      } else if (token.words.has('tier')) tier = this.outcome(tier);
      else if (token.words.has('action')) action = this.action();
      else if (
        this.isPause(token) ||
        ['consequence', 'stop', 'and', 'colon'].some((id) => token.words.has(id as 'and'))
      ) {
        this.next();
        // `…: "VIP"`, “……：沉睡客户”
        const isTierNext = tier === null && !this.isOver(0) && !this.isPause(this.peek());
        if ((token.words.has('colon') || token.words.has('consequence')) && isTierNext)
          tier = this.outcome(tier);
      } else
        this.notUnderstood(token, {
          en: '"and", "or", or the tier ("tag as …")',
          'zh-CN': '“且”“或”，或层级（“归为……”）',
        });
    }
    carryWindows(this.slots, (code, token, message) => this.note(code, token, message));
    return { tier, otherwise, action, ...resolveSlots(node, this.slots) };
  }
}
