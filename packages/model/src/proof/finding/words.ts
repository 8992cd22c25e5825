import type { Language } from '../../document/localized-text.js';
import {
  inBoth,
  innerName,
  listWords as joinWords,
  nameWords,
  quantityWords,
  quote,
} from '../../explain/words.js';
import type { ModelDocument } from '../../document/model-document.js';
import type { DocumentRule } from '../../rule/rules-of.js';
import type { ProofWords } from '../proof.js';
import type { Axis } from '../space/axis.js';

export { inBoth, quote };

/** The name of a dimension in the middle of a sentence. */
export function localName(axis: Axis, language: Language): string {
  return innerName(axis, language);
}

/** A value of a dimension with its unit; dates stand as they are. */
export function quantityOf(value: number | string, axis: Pick<Axis, 'unit'>, language: Language): string {
  return typeof value === 'string' ? value : quantityWords(value, axis.unit, language);
}

/** "a, b and c" or "a, b or c". */
export function listWords(items: readonly string[], language: Language, word: 'and' | 'or' = 'and'): string {
  if (word === 'and') return joinWords(items, language);
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  const rest = items.slice(0, -1);
  return language === 'en' ? `${rest.join(', ')} or ${last}` : `${rest.join('、')}或${last}`;
}

/** The name of a node in quotation marks, its id where there is no such node. */
export function nodeName(document: ModelDocument, id: string, language: Language): string {
  const node = document.nodes.find((each) => each.id === id);
  return quote(node === undefined ? id : nameWords(node, language));
}

/** What a person calls a rule: “Core customers”, row 2 of “Value rules”, the entry condition of “Gold”. */
export function ruleName(document: ModelDocument, rule: DocumentRule, language: Language): string {
  const name = nodeName(document, rule.nodeId, language);
  const isEnglish = language === 'en';
  if (rule.code === rule.nodeId) return name;
  if (rule.nodeId === rule.tier) return isEnglish ? `the entry condition of ${name}` : `${name}的进入条件`;
  const node = document.nodes.find((each) => each.id === rule.nodeId);
  const row =
    node?.kind === 'decisionTable' ? node.rows.findIndex(({ id }) => rule.code === `${node.id}.${id}`) : -1;
  const place = (row < 0 ? Number(rule.code.slice(rule.nodeId.length + 1)) : row) + 1;
  if (row < 0) return isEnglish ? `cell ${place} of ${name}` : `${name}第 ${place} 格`;
  return isEnglish ? `row ${place} of ${name}` : `${name}第 ${place} 行`;
}

/** Chinese words that Chinese words follow: with a space after digits or Latin letters. */
export function beforeHan(words: string): string {
  return /[\u3400-\u9fff”）]$/.test(words) ? words : `${words} `;
}

/** Words with the first letter large in English. */
export function asSentence(words: ProofWords): ProofWords {
  return { en: words.en.charAt(0).toUpperCase() + words.en.slice(1), 'zh-CN': words['zh-CN'] };
}
