import { sentenceWords, type SentenceLanguage, type SentenceWords } from '../../operator/sentence-words.js';
import { unitWords } from '../../operator/unit-words.js';
import { chineseWords } from './chinese-words.js';
import { englishWords } from './english-words.js';
import { fold, standsAt } from './fold.js';
import { isPlainUnit, spokenTable } from './spoken-names.js';
import { spokenQuantities, spokenUnits } from './unit-lexicon.js';
import type { KnownValue } from './token.js';
import { namesOfVocabulary, type SentenceVocabulary, type VocabularyEntry } from './vocabulary.js';
import type { WordId, Words } from './word-id.js';

/** Everything a piece of text can mean. */
export interface Meaning {
  readonly words: Set<WordId>;
  unit?: string;
  quantity?: { readonly value: number; readonly unit: string };
  option?: string;
  readonly entries: VocabularyEntry[];
  readonly activities: VocabularyEntry[];
  readonly values: KnownValue[];
  readonly leads: VocabularyEntry[];
}

/** Texts with meanings, found by longest match. */
export class Lexicon {
  readonly #meanings = new Map<string, Meaning>();
  readonly #byFirst = new Map<string, string[]>();
  readonly #base: Lexicon | null;

  /** @param base - what is known besides; it is not changed */
  constructor(base: Lexicon | null = null) {
    this.#base = base;
  }

  /** The meaning of `text` (folded), made when it is new. */
  meaningOf(text: string): Meaning {
    const known = this.#meanings.get(text);
    if (known !== undefined) return known;
    const under = this.#base?.find(text);
    const meaning: Meaning = {
      ...under,
      words: new Set(under?.words),
      entries: [...(under?.entries ?? [])],
      activities: [...(under?.activities ?? [])],
      values: [...(under?.values ?? [])],
      leads: [...(under?.leads ?? [])],
    };
    this.#meanings.set(text, meaning);
    const first = text.charAt(0);
    const texts = this.#byFirst.get(first) ?? [];
    const at = texts.findIndex((other) => other.length < text.length);
    texts.splice(at === -1 ? texts.length : at, 0, text);
    this.#byFirst.set(first, texts);
    return meaning;
  }

  /** The longest text with a meaning that stands in `text` at `at`. */
  longestAt(text: string, at: number): string | null {
    const isWhole = (each: string): boolean =>
      standsAt(text, each, at) &&
      // "Joined on or after 2024-01-01" is "joined" and "on or after".
      !(
        each.endsWith(' on') &&
        /^ or (after|before) /.test(text.slice(at + each.length, at + each.length + 11))
      ) &&
      // "Or more than 5" is "or" and "more than", not "or more"; "or over 5" is "or" and "over".
      !(
        /^(or|and) /.test(each) && /^ (than|[\d$¥€])/.test(text.slice(at + each.length, at + each.length + 5))
      );
    const own = this.#byFirst.get(text.charAt(at))?.find(isWhole) ?? null;
    const under = this.#base?.longestAt(text, at) ?? null;
    return own === null || (under !== null && under.length > own.length) ? under : own;
  }

  find(text: string): Meaning | undefined {
    return this.#meanings.get(text) ?? this.#base?.find(text);
  }
}

const symbols: Readonly<Record<string, readonly WordId[]>> = {
  '+': ['plus', 'after>='],
  '-': ['minus', 'to'],
  '−': ['minus', 'to'],
  '×': ['times'],
  '*': ['times'],
  '÷': ['dividedBy'],
  '/': ['dividedBy'],
  '(': ['open'],
  ')': ['close'],
  ',': ['comma'],
  '、': ['listComma'],
  ';': ['semicolon'],
};
const orderSymbols: Readonly<Record<string, readonly WordId[]>> = {
  '>': ['>'],
  '>=': ['>='],
  '≥': ['>='],
  '≧': ['>='],
  '<': ['<'],
  '<=': ['<='],
  '≤': ['<='],
  '≦': ['<='],
  '=': ['is'],
  '==': ['is'],
  '!=': ['isNot'],
  '<>': ['isNot'],
  '≠': ['isNot'],
  '!': ['not', 'stop'],
};

function addWord(lexicon: Lexicon, text: string, ids: readonly WordId[]): void {
  const folded = fold(text).text;
  if (folded === '') return;
  for (const id of ids) lexicon.meaningOf(folded).words.add(id);
}

function addWords(lexicon: Lexicon, words: Words): void {
  for (const [id, texts] of Object.entries(words))
    for (const text of texts) addWord(lexicon, text, [id as WordId]);
}

/** Which word each field of the written words is. */
const fieldIds: Readonly<Partial<Record<keyof SentenceWords, WordId>>> = {
  copula: 'is',
  equals: 'is',
  differs: 'isNot',
};

function addWritten(lexicon: Lexicon, language: SentenceLanguage): void {
  for (const [field, value] of Object.entries(sentenceWords[language]) as [
    keyof SentenceWords,
    string | Readonly<Record<string, string>>,
  ][]) {
    if (typeof value === 'string') addWord(lexicon, value, [fieldIds[field] ?? (field as WordId)]);
    else for (const [id, text] of Object.entries(value)) addWord(lexicon, text, [id as WordId]);
  }
  for (const [unit, words] of Object.entries(unitWords))
    for (const text of language === 'en' ? [words.one, words.many] : [words['zh-CN']])
      if (text !== '') lexicon.meaningOf(fold(text).text).unit = unit;
  for (const [text, ids] of Object.entries(symbols)) addWord(lexicon, text, ids);
}

function addOwnUnits(lexicon: Lexicon, vocabulary: SentenceVocabulary): void {
  for (const { unit } of vocabulary) {
    if (unit === undefined || Object.hasOwn(unitWords, unit) || !isPlainUnit(unit)) continue;
    const text = fold(unit).text;
    if (text !== '' && lexicon.find(text)?.unit === undefined) lexicon.meaningOf(text).unit = unit;
  }
}

const bases = new Map<string, Lexicon>();

/** A lexicon that is the same for every vocabulary, made once. */
function baseOf(name: SentenceLanguage | 'generous', fill: (lexicon: Lexicon) => void): Lexicon {
  const known = bases.get(name);
  if (known !== undefined) return known;
  const lexicon = new Lexicon();
  fill(lexicon);
  bases.set(name, lexicon);
  return lexicon;
}

function addGenerous(lexicon: Lexicon): void {
  addWritten(lexicon, 'zh-CN');
  addWritten(lexicon, 'en');
  addWords(lexicon, chineseWords);
  addWords(lexicon, englishWords);
  for (const [text, ids] of Object.entries(orderSymbols)) addWord(lexicon, text, ids);
  for (const [unit, texts] of Object.entries(spokenUnits))
    for (const text of texts) lexicon.meaningOf(fold(text).text).unit ??= unit;
  for (const [text, quantity] of Object.entries(spokenQuantities))
    lexicon.meaningOf(fold(text).text).quantity = quantity;
}

/** The words `sentenceOf` writes in a language, and the names that it writes without brackets. */
export function strictLexicon(vocabulary: SentenceVocabulary, language: SentenceLanguage): Lexicon {
  const lexicon = new Lexicon(baseOf(language, (base) => addWritten(base, language)));
  addOwnUnits(lexicon, vocabulary);
  const byId = new Map(vocabulary.map((entry) => [entry.id, entry]));
  for (const [text, id] of spokenTable(namesOfVocabulary(vocabulary), language).plain) {
    const entry = byId.get(id);
    if (entry !== undefined) lexicon.meaningOf(fold(text).text).entries.push(entry);
  }
  return lexicon;
}

function addOnce(entries: VocabularyEntry[], entry: VocabularyEntry): void {
  if (!entries.includes(entry)) entries.push(entry);
}

function addValue(meaning: Meaning, known: KnownValue): void {
  meaning.option ??= known.value;
  if (!meaning.values.some(({ entry }) => entry === known.entry)) meaning.values.push(known);
}

/** Everything people may write, in both languages. */
export function generousLexicon(vocabulary: SentenceVocabulary): Lexicon {
  const lexicon = new Lexicon(baseOf('generous', addGenerous));
  addOwnUnits(lexicon, vocabulary);
  for (const entry of vocabulary) {
    const { en, 'zh-CN': zh } = entry.name;
    const synonyms = [...(entry.synonyms?.en ?? []), ...(entry.synonyms?.['zh-CN'] ?? [])];
    for (const text of [en, zh, entry.id, ...synonyms]) {
      const folded = fold(text ?? '').text;
      if (folded !== '') addOnce(lexicon.meaningOf(folded).entries, entry);
    }
    for (const text of [...(entry.activities?.en ?? []), ...(entry.activities?.['zh-CN'] ?? [])]) {
      const folded = fold(text).text;
      if (folded !== '') addOnce(lexicon.meaningOf(folded).activities, entry);
    }
    for (const option of entry.options ?? []) {
      const folded = fold(option).text;
      if (folded !== '') addValue(lexicon.meaningOf(folded), { entry, value: option });
    }
    for (const { value, words } of entry.values ?? [])
      for (const text of words) {
        const folded = fold(text).text;
        if (folded !== '') addValue(lexicon.meaningOf(folded), { entry, value });
      }
    for (const text of [...(entry.leads?.en ?? []), ...(entry.leads?.['zh-CN'] ?? [])]) {
      const folded = fold(text).text;
      if (folded !== '') addOnce(lexicon.meaningOf(folded).leads, entry);
    }
  }
  return lexicon;
}
