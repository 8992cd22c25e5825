import type { Language } from '../../document/localized-text.js';
import type { Order } from '@terrace/expression';
import { limitWords } from '../../explain/range-words.js';
import { quantityWords, quotedName } from '../../explain/words.js';
import type { ModelDocument } from '../../document/model-document.js';
import type { DocumentRule } from '../../rule/rules-of.js';
import type { ProofWords } from '../proof.js';
import type { Axis } from '../space/axis.js';

const isDate = (axis: Pick<Axis, 'scale'>): boolean => axis.scale === 'date' || axis.scale === 'instant';

/** A value of a dimension with its unit; dates stand as they are. */
export function quantityOf(value: number | string, axis: Axis, language: Language): string {
  return typeof value === 'string' ? value : quantityWords(value, axis.unit, language);
}

/** "At least 5 days". */
export function limitOf(order: Order, value: number | string, axis: Axis, language: Language): string {
  return limitWords(order, value, language, { unit: axis.unit, isDate: isDate(axis) });
}

/** The number that a row of a table or a cell of a matrix is known by; null for a rule that is a whole node. */
function placeOf(
  document: ModelDocument,
  rule: DocumentRule,
): { readonly kind: 'row' | 'cell'; readonly number: number } | null {
  if (rule.code === rule.nodeId || rule.nodeId === rule.tier) return null;
  const node = document.nodes.find(({ id }) => id === rule.nodeId);
  const row =
    node?.kind === 'decisionTable' ? node.rows.findIndex(({ id }) => rule.code === `${node.id}.${id}`) : -1;
  if (row >= 0) return { kind: 'row', number: row + 1 };
  return { kind: 'cell', number: Number(rule.code.slice(rule.nodeId.length + 1)) + 1 };
}

const measureWords = { row: '行', cell: '格' } as const;

/** What a person calls a rule: “Core customers”, row 2 of “Value rules”, the entry condition of “Gold”. */
export function ruleName(document: ModelDocument, rule: DocumentRule, language: Language): string {
  const name = quotedName(document, rule.nodeId, language);
  const isEnglish = language === 'en';
  const place = placeOf(document, rule);
  if (place !== null)
    return isEnglish
      ? `${place.kind} ${place.number} of ${name}`
      : `${name}第 ${place.number} ${measureWords[place.kind]}`;
  if (rule.nodeId !== rule.tier) return name;
  if (rule.isKeep === true) return isEnglish ? `the keep condition of ${name}` : `${name}的保级条件`;
  return isEnglish ? `the entry condition of ${name}` : `${name}的准入条件`;
}

/** Two rules, of one node in one breath: rows 1 and 3 of “Value rules”. */
export function ruleNames(
  document: ModelDocument,
  one: DocumentRule,
  other: DocumentRule,
  language: Language,
): string {
  const [first, second] = [placeOf(document, one), placeOf(document, other)];
  if (one.nodeId === other.nodeId && first !== null && second !== null) {
    const name = quotedName(document, one.nodeId, language);
    return language === 'en'
      ? `${first.kind}s ${first.number} and ${second.number} of ${name}`
      : `${name}第 ${first.number} ${measureWords[first.kind]}与第 ${second.number} ${measureWords[second.kind]}`;
  }
  const names = [ruleName(document, one, language), ruleName(document, other, language)];
  return language === 'en' ? `${names[0]} and ${names[1]}` : `${names[0]}与${names[1]}`;
}

/** Words with the first letter large in English. */
export function asSentence(words: ProofWords): ProofWords {
  return { en: words.en.charAt(0).toUpperCase() + words.en.slice(1), 'zh-CN': words['zh-CN'] };
}
