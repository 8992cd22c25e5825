import type { ExpressionNode } from '../../ast/expression-node.js';
import { variablesOf } from '../../ast/variables-of.js';
import { defaultLimits } from '../../limits.js';
import type { SentenceLanguage } from '../../operator/sentence-words.js';
import { generousLexicon, strictLexicon, type Lexicon } from './lexicon.js';
import { sentenceForm } from './normal-form.js';
import type { ReadSentence, WindowedVariable } from './read-sentence.js';
import { sentenceIssue, type SentenceIssue, type SentenceNote } from './sentence-issue.js';
import { SentenceParser } from './sentence-parser.js';
import { spokenTable } from './spoken-names.js';
import { tokenize } from './tokenize.js';
import { onlyWrittenIssues, unsupportedIssues } from './unsupported.js';
import { namesOfVocabulary, type SentenceVocabulary, type VocabularyEntry } from './vocabulary.js';

/** What {@link parseSentence} gives. @since 0.1.0 */
export type SentenceResult =
  | {
      readonly ok: true;
      /** The rule, in its `sentenceForm`. */
      readonly node: ExpressionNode;
      readonly language: SentenceLanguage;
      /** The tier the sentence names, and the one for everybody else. */
      readonly tier: string | null;
      readonly otherwise: string | null;
      /** What the sentence says is to be done, in its own words. */
      readonly action: string | null;
      /** Variables of the rule that stand for a vocabulary entry with `window: 'any'`. */
      readonly windowed: readonly WindowedVariable[];
      readonly notes: readonly SentenceNote[];
    }
  | { readonly ok: false; readonly language: SentenceLanguage; readonly issues: readonly SentenceIssue[] };

const han = /\p{Script=Han}/gu;
const latinWord = /[A-Za-z]+/g;

/** The language of a text: Chinese where it has at least a third as many characters as the other has words. */
function languageOf(text: string): SentenceLanguage {
  const characters = text.match(han)?.length ?? 0;
  const words = text.match(latinWord)?.length ?? 0;
  return characters * 3 >= words && characters > 0 ? 'zh-CN' : 'en';
}

/** What written sentences are read with, in one language. */
interface Written {
  readonly vocabulary: SentenceVocabulary;
  readonly lexicon: Lexicon;
  readonly bracketed: ReadonlyMap<string, VocabularyEntry>;
}

function writtenOf(vocabulary: SentenceVocabulary, language: SentenceLanguage): Written {
  const byId = new Map(vocabulary.map((entry) => [entry.id, entry]));
  const bracketed = new Map<string, VocabularyEntry>();
  for (const [spoken, id] of spokenTable(namesOfVocabulary(vocabulary), language).bracketed) {
    const entry = byId.get(id);
    if (entry !== undefined) bracketed.set(spoken, entry);
  }
  const fixed = vocabulary.map((entry): VocabularyEntry => ({ ...entry, window: undefined }));
  return { vocabulary: fixed, lexicon: strictLexicon(fixed, language), bracketed };
}

/** Everything that is made of a vocabulary alone, so that a second sentence needs not wait for it. */
class Readers {
  readonly #vocabulary: SentenceVocabulary;
  readonly #written = new Map<SentenceLanguage, Written>();
  #generous: Lexicon | null = null;

  constructor(vocabulary: SentenceVocabulary) {
    this.#vocabulary = vocabulary;
  }

  written(language: SentenceLanguage): Written {
    const written = this.#written.get(language) ?? writtenOf(this.#vocabulary, language);
    this.#written.set(language, written);
    return written;
  }

  get generous(): Lexicon {
    this.#generous ??= generousLexicon(this.#vocabulary);
    return this.#generous;
  }
}

const readers = new WeakMap<SentenceVocabulary, Readers>();

function readersOf(vocabulary: SentenceVocabulary): Readers {
  const known = readers.get(vocabulary) ?? new Readers(vocabulary);
  readers.set(vocabulary, known);
  return known;
}

function readWritten(text: string, { vocabulary, lexicon, bracketed }: Written): ReadSentence | null {
  const tokens = tokenize(text, lexicon, true);
  const { maxDepth } = defaultLimits;
  return new SentenceParser(
    { source: text, tokens, vocabulary, isStrict: true, maxDepth },
    bracketed,
  ).readWritten();
}

/** Brackets inside each other that a person writes; more are refused. */
const maxFreeDepth = 20;

/**
 * Reads a sentence in Chinese or English as a rule. What `sentenceOf` wrote (with the names of the same vocabulary) comes back as
 * exactly that rule in its `sentenceForm`; besides, many ways people write conditions are understood: docs/sentences.md lists the
 * words, which of them include the number, how numbers, units and windows are said, and what is assumed where a sentence leaves it
 * open (`notes`).
 * @param vocabulary - what may be spoken of, not changed between calls; earlier entries are preferred where words fit several
 * @param language - of the sentence; found from its letters unless given
 * @returns the rule with the tier it leads to, or issues `SENTENCE_EMPTY`, `SENTENCE_TOO_LONG`, `SENTENCE_INCOMPLETE`,
 *   `NOT_UNDERSTOOD`, `UNIT_MISMATCH`, `WINDOW_NOT_AVAILABLE`, `WINDOW_OUT_OF_RANGE`, `RANGE_REVERSED`, `NUMBER_TOO_LARGE`,
 *   `NAME_EXPECTED`, `ORDERS_DISAGREE`, `AVERAGE_PER_PERIOD`, `SHARE_OF_OTHERS`, `AVERAGE_OF_OTHERS`, `ONLY_WRITTEN`,
 *   `TIER_NAME_EXPECTED`, `BRACKET_NOT_CLOSED`, `TOO_DEEP`, each with its place in the text
 * @example
 * parseSentence('消费次数超过 5 次，且消费金额大于 10 万元', [
 *   { id: 'frequency', name: { 'zh-CN': '消费次数' }, type: 'number', unit: 'time' },
 *   { id: 'amount', name: { 'zh-CN': '消费金额' }, type: 'number', unit: 'currency' },
 * ]); // { "and": [{ ">": [frequency, 5] }, { ">": [amount, 100000] }] }
 * @since 0.1.0
 */
export function parseSentence(
  text: string,
  vocabulary: SentenceVocabulary,
  language: SentenceLanguage = languageOf(text),
): SentenceResult {
  const whole = { start: 0, end: text.length };
  if (text.trim() === '') {
    const message = { en: 'The sentence is empty. Write a condition.', 'zh-CN': '句子为空，请写出条件。' };
    return { ok: false, language, issues: [sentenceIssue('SENTENCE_EMPTY', whole, message)] };
  }
  const { maxTextLength } = defaultLimits;
  if (text.length > maxTextLength) {
    const message = {
      en: `The sentence has ${text.length} characters; at most ${maxTextLength} are read. Split it into several rules.`,
      'zh-CN': `句子有 ${text.length} 个字符，最多 ${maxTextLength} 个，请拆分为多条规则。`,
    };
    return { ok: false, language, issues: [sentenceIssue('SENTENCE_TOO_LONG', whole, message)] };
  }
  const other: SentenceLanguage = language === 'en' ? 'zh-CN' : 'en';
  for (const each of [language, other]) {
    const written = readWritten(text, readersOf(vocabulary).written(each));
    if (written === null) continue;
    const used = new Set(variablesOf(written.node));
    const windowed = vocabulary
      .filter(({ id, window }) => window === 'any' && used.has(id))
      .map(({ id }) => ({ variable: id, entry: id, window: null }));
    return { ok: true, ...written, node: sentenceForm(written.node), windowed, language: each, notes: [] };
  }
  const tokens = tokenize(text, readersOf(vocabulary).generous, false);
  const unread = onlyWrittenIssues(tokens);
  if (unread.length > 0) return { ok: false, language, issues: unread };
  const reading = { source: text, tokens, vocabulary, isStrict: false, maxDepth: maxFreeDepth };
  const first = new SentenceParser(reading, new Map());
  const told = first.readFree();
  const read = (parser: SentenceParser, free: ReadSentence): SentenceResult => ({
    ok: true,
    ...free,
    node: sentenceForm(free.node),
    language,
    notes: parser.notes,
  });
  if (told !== null) return read(first, told);
  if (first.beganWithTier) {
    // A colon can also stand behind the condition: “从未消费的客户：潜在客户”.
    const second = new SentenceParser(reading, new Map());
    const turned = second.readFree(false);
    if (turned !== null) return read(second, turned);
  }
  const unsupported = unsupportedIssues(tokens);
  return { ok: false, language, issues: unsupported.length > 0 ? unsupported : first.issues };
}
