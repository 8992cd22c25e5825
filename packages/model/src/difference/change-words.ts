import type { Language } from '../document/localized-text.js';
import type { ModelDocument } from '../document/model-document.js';
import { variableUnit } from '../explain/expression-words.js';
import { afterChinese, beforeChinese, inBoth, nameWords, type BothLanguages } from '../explain/words.js';
import type { ChangeSide } from './change.js';
import type { TreeChange } from './compare-trees.js';
import { starsOf, type FieldWords } from './field-words.js';
import { fieldValue } from './value-words.js';

/** A changed field with all that its sentence says. */
export interface SpokenField {
  readonly change: TreeChange;
  /** From the node or the document down. */
  readonly keys: readonly string[];
  readonly words: FieldWords | null;
  /** “bands “Recency score””; null for the document itself. */
  readonly subject: BothLanguages | null;
  readonly before: ChangeSide | null;
  readonly after: ChangeSide | null;
  readonly documents: { readonly before: ModelDocument; readonly after: ModelDocument };
}

/** The field that the value belongs to: numbers and keys of entries do not count. */
function fieldName(keys: readonly string[], words: FieldWords | null): string {
  const parts = words?.pattern.split('.') ?? keys;
  const named = parts.filter((part) => part !== '*');
  return named.at(-1) ?? '';
}

/** The name of an item or a weight set of a scorecard, or of a service level of a tier. */
function partName(
  key: string,
  side: ChangeSide | null,
  document: ModelDocument,
  language: Language,
): string | null {
  const node = document.nodes[Number(side?.path[1])];
  if (node?.kind === 'tier') {
    const level = node.serviceLevels?.find(({ id }) => id === key);
    return level === undefined ? null : nameWords(level, language);
  }
  if (node?.kind !== 'scorecard') return null;
  const set = node.weightSets?.find(({ id }) => id === key);
  if (set !== undefined) return nameWords(set, language);
  const item = node.items.find(({ id }) => id === key);
  if (item === undefined) return null;
  const input = document.nodes.find(({ id }) => id === item.input);
  if (item.name !== undefined) return nameWords({ name: item.name }, language);
  return input === undefined ? item.id : nameWords(input, language);
}

/** Something with an id called by its name; `2="x"` of a matrix as it reads. */
function keyWords(key: string, { documents, after, before }: SpokenField, language: Language): string {
  const side = after ?? before;
  const node = documents.after.nodes.find(({ id }) => id === key);
  if (node !== undefined) return nameWords(node, language);
  const named = partName(key, side, documents.after, language);
  if (named !== null) return named;
  return key
    .split(' ')
    .map((part) => {
      const [id = '', value] = part.split('=');
      const axis = value === undefined ? undefined : documents.after.nodes.find((each) => each.id === id);
      return axis === undefined ? part : `${nameWords(axis, language)} = ${value ?? ''}`;
    })
    .join(language === 'en' ? ', ' : '、')
    .replaceAll('"', '');
}

/** The number a person counts with: of the entry of the innermost numbered list on the path. */
function numberIn(side: ChangeSide | null): string {
  const index = side?.path.slice(2).findLast((part) => typeof part === 'number');
  return typeof index === 'number' ? String(index + 1) : '';
}

/** The number of the row, which is not the innermost where a cell of it is meant. */
function rowNumber(side: ChangeSide | null): string {
  const at = side?.path.indexOf('rows') ?? -1;
  const index = at < 0 ? undefined : side?.path[at + 1];
  return typeof index === 'number' ? String(index + 1) : numberIn(side);
}

function labelOf(field: SpokenField, language: Language): string {
  const { words, keys } = field;
  if (words === null) {
    const name = keys.join('.');
    return language === 'en' ? `field “${name}”` : `字段“${name}”`;
  }
  const text = words.words[language];
  const stars = starsOf(words, keys);
  const numbered = text.replace('#', rowNumber(field.after ?? field.before));
  // A number takes the place of one of the keys: that of the row, or that of the bin.
  const isRow = words.pattern.startsWith('rows.');
  const own = text.includes('#') ? (isRow ? stars.slice(1) : stars.slice(0, -1)) : stars;
  const key = words.pattern.startsWith('weightSets.*.weights') ? own.slice(-1) : own;
  return numbered.replace('*', key.map((each) => keyWords(each, field, language)).join(', '));
}

/** The node whose values a field is compared with: a band's input, a column, an item's input. */
function comparedAt(side: ChangeSide, document: ModelDocument): string | undefined {
  const [, index, field, entry, part, column] = side.path;
  const node = document.nodes[Number(index)];
  const last = side.path.at(-1);
  switch (node?.kind) {
    case 'bands':
      return field === 'cuts' && entry === 'values' ? node.input : undefined;
    case 'decisionTable':
      return part === 'cells' ? node.inputs[Number(column)] : undefined;
    case 'scorecard':
      return last === 'cell' ? node.items[Number(entry)]?.input : undefined;
    case 'timeDecay':
      return last === 'halfLife' || last === 'end' || last === 'until' ? node.age : undefined;
    case 'dimension':
      return field === 'domain' || field === 'missing' ? node.id : undefined;
    default:
      return undefined;
  }
}

function unitAt(side: ChangeSide | null, document: ModelDocument): string | undefined {
  const id = side?.path[0] === 'nodes' ? comparedAt(side, document) : undefined;
  return id === undefined
    ? undefined
    : variableUnit(id, new Map(document.nodes.map((node) => [node.id, node])));
}

/** "Bands “Recency score”: cut point 1 changed from 115 to 120." / “分档“最近消费得分”：第 1 个分界点由 115 改为 120。” */
export function changeWords(field: SpokenField): BothLanguages {
  const { change, words, keys, subject, before, after, documents } = field;
  const name = fieldName(keys, words);
  return inBoth((language) => {
    const isEnglish = language === 'en';
    const label = labelOf(field, language);
    const who = subject?.[language] ?? (isEnglish ? 'model' : '模型');
    const start = isEnglish ? `${who.charAt(0).toUpperCase()}${who.slice(1)}: ${label}` : `${who}：${label}`;
    const from = fieldValue(
      before?.value,
      name,
      documents.before,
      language,
      unitAt(before, documents.before),
    );
    const to = fieldValue(after?.value, name, documents.after, language, unitAt(after, documents.after));
    switch (change.type) {
      case 'moved':
        return isEnglish
          ? `${start} moved there from place ${rowNumber(before)}.`
          : `${start}由第 ${rowNumber(before)} 位移动而来。`;
      case 'added':
        return isEnglish ? `${start} added: ${to}.` : `${start}新增：${to}。`;
      case 'removed':
        return isEnglish
          ? `${start} removed (was ${from}).`
          : `${start}已删除（原为${afterChinese(from)}）。`;
      case 'changed':
        return isEnglish
          ? `${start} changed from ${from} to ${to}.`
          : `${start}由${beforeChinese(afterChinese(from))}改为${afterChinese(to)}。`;
    }
  });
}
