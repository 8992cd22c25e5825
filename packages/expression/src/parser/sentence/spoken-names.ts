import { sentenceWords, type SentenceLanguage, type SentenceWords } from '../../operator/sentence-words.js';
import { unitWords } from '../../operator/unit-words.js';
import { fold, standsAt } from './fold.js';

/** A name in one or both languages, and the unit its values are said with (`day`, `time`, `currency`, … or any other). @since 0.1.0 */
export interface SentenceName {
  readonly en?: string | undefined;
  readonly 'zh-CN'?: string | undefined;
  readonly unit?: string | undefined;
}

/** Words of a written sentence, as the reader sees them. */
interface Written {
  /** What can be followed by a name. */
  readonly leading: readonly string[];
  /** What is followed by the end, a mark or a connective only: values and units. */
  readonly closing: readonly string[];
  readonly all: readonly string[];
  /** Ends of words whose beginning is a word too: “等于” of “大于等于”. */
  readonly tails: readonly string[];
}

function foldedWords(words: SentenceWords): string[] {
  const texts = Object.values(words).flatMap((each: string | Readonly<Record<string, string>>) =>
    typeof each === 'string' ? [each] : Object.values(each),
  );
  return [...new Set(texts.map((text) => fold(text).text))].filter((text) => text !== '');
}

function writtenOf(language: SentenceLanguage): Written {
  const words = sentenceWords[language];
  const { yes, no, nothing, missing, present, always, never } = words;
  const units = Object.values(unitWords).flatMap((unit) =>
    language === 'en' ? [unit.one, unit.many] : [unit['zh-CN']],
  );
  const values = [yes, no, nothing, missing, present, always, never];
  const closing = [...new Set([...values, ...units].map((text) => fold(text).text))].filter(
    (text) => text !== '',
  );
  const leading = foldedWords(words).filter((text) => !closing.includes(text));
  const all = [...leading, ...closing];
  const tails = all.flatMap((whole) =>
    leading
      .filter((word) => word !== whole && standsAt(whole, word, 0))
      .map((word) => whole.slice(word.length).trimStart()),
  );
  return { leading, closing, all, tails };
}

const writtenByLanguage: Readonly<Record<SentenceLanguage, Written>> = {
  en: writtenOf('en'),
  'zh-CN': writtenOf('zh-CN'),
};

/** What can come after a name or a value without a space that would matter. */
function canGoOn(rest: string, words: readonly string[]): boolean {
  const text = rest.trimStart();
  if (text === '' || !/^\p{L}/u.test(text)) return true;
  return words.some((word) => standsAt(text, word, 0) || standsAt(word, text, 0) || word.startsWith(text));
}

/** Whether a sentence could be read in another way if `name` stood in it as it is. */
function needsBrackets(name: string, others: ReadonlySet<string>, written: Written): boolean {
  if (!/^\p{L}/u.test(name)) return true;
  if ([...written.all, ...written.tails].some((word) => standsAt(word, name, 0))) return true;
  if (written.tails.some((tail) => standsAt(name, tail, 0))) return true;
  for (const word of written.closing)
    if (standsAt(name, word, 0) && canGoOn(name.slice(word.length), written.leading)) return true;
  for (const word of written.leading) {
    if (!standsAt(name, word, 0)) continue;
    const rest = name.slice(word.length).trimStart();
    if (canGoOn(rest, written.all)) return true;
    for (const other of others) if (other.startsWith(rest) || rest.startsWith(other)) return true;
  }
  for (let length = 1; length < name.length; length += 1)
    if (others.has(name.slice(0, length).trimEnd()) && canGoOn(name.slice(length), written.all)) return true;
  return false;
}

/** Whether a unit of one's own can stand behind a number as it is: letters, and not what another word is or begins with. */
export function isPlainUnit(unit: string): boolean {
  if (!/^\p{L}{1,20}$/u.test(unit)) return false;
  const text = fold(unit).text;
  return Object.values(writtenByLanguage).every(({ all }) =>
    all.every((word) => !standsAt(word, text, 0) && !standsAt(text, word, 0)),
  );
}

/** The written words with the units of a table of names. */
function writtenWith(names: Readonly<Record<string, SentenceName>>, language: SentenceLanguage): Written {
  const written = writtenByLanguage[language];
  const own = Object.values(names).flatMap(({ unit }) =>
    unit !== undefined && !Object.hasOwn(unitWords, unit) && isPlainUnit(unit) ? [fold(unit).text] : [],
  );
  if (own.length === 0) return written;
  return { ...written, closing: [...written.closing, ...own], all: [...written.all, ...own] };
}

/** How a variable is called in a language; one without a name by its id. */
function calledName(id: string, name: SentenceName | undefined, language: SentenceLanguage): string {
  return name?.[language] ?? name?.en ?? name?.['zh-CN'] ?? id;
}

/** The names of a table as they stand in sentences of one language. */
interface SpokenTable {
  /** By variable: the text that stands in the sentence. */
  readonly spoken: ReadonlyMap<string, string>;
  /** By text in brackets: the variable. */
  readonly bracketed: ReadonlyMap<string, string>;
  /** By text without brackets: the variable. */
  readonly plain: ReadonlyMap<string, string>;
}

function inBrackets(text: string, language: SentenceLanguage): string {
  return language === 'en' ? `[${text.replaceAll(']', ']]')}]` : `「${text.replaceAll('」', '」」')}」`;
}

/** Finds how each variable is spoken of, so that two are never spoken of alike. */
export function spokenTable(
  names: Readonly<Record<string, SentenceName>>,
  language: SentenceLanguage,
): SpokenTable {
  const called = Object.keys(names).map((id) => [id, calledName(id, names[id], language)] as const);
  const count = new Map<string, number>();
  for (const [, text] of called) {
    const key = fold(text).text;
    count.set(key, (count.get(key) ?? 0) + 1);
  }
  const others = new Set(count.keys());
  const written = writtenWith(names, language);
  const spoken = new Map<string, string>();
  const bracketed = new Map<string, string>();
  const plain = new Map<string, string>();
  for (const [id, text] of called) {
    const key = fold(text).text;
    const isUnique = count.get(key) === 1;
    if (isUnique && text === text.trim() && !needsBrackets(key, others, written)) {
      spoken.set(id, text);
      plain.set(text, id);
      continue;
    }
    // Two of one name are told apart by their ids, which differ.
    const own = isUnique && text.trim() !== '' ? text : `${text}#${id}`;
    const free = bracketed.has(own) ? `${own}#${id}` : own;
    spoken.set(id, inBrackets(free, language));
    bracketed.set(free, id);
  }
  return { spoken, bracketed, plain };
}

const tables = new WeakMap<object, Map<SentenceLanguage, SpokenTable>>();

/** {@link spokenTable}, found once per table of names. */
function knownTable(names: Readonly<Record<string, SentenceName>>, language: SentenceLanguage): SpokenTable {
  const known = tables.get(names) ?? new Map<SentenceLanguage, SpokenTable>();
  tables.set(names, known);
  const found = known.get(language) ?? spokenTable(names, language);
  known.set(language, found);
  return found;
}

/** Gives what a variable is called in a written sentence. */
export function spokenNames(
  names: Readonly<Record<string, SentenceName>>,
  language: SentenceLanguage,
): (id: string) => string {
  const { spoken } = knownTable(names, language);
  return (id) => spoken.get(id) ?? inBracketsUnlessPlain(id, language);
}

/** A variable that is not in the table is called by its id. */
function inBracketsUnlessPlain(id: string, language: SentenceLanguage): string {
  return needsBrackets(fold(id).text, new Set(), writtenByLanguage[language]) ? inBrackets(id, language) : id;
}
