import { parseExpression, sentenceOf } from '@terrace/expression';
import type { Field, RecordTypes } from '../catalog/record-type.js';
import { localize, type Language } from '../document/localized-text.js';
import { splitCodeId } from '../document/code-reference.js';
import { windowWords } from '../draft/window-words.js';
import { localizedName } from '../explain/words.js';
import type { DimensionNode } from '../node-kind/dimension/dimension-node.js';

type Aggregate = Extract<DimensionNode['source'], { kind: 'aggregate' }>;

const measures: Readonly<
  Record<
    Aggregate['measure'],
    {
      readonly en: (event: string, field: string) => string;
      readonly 'zh-CN': (event: string, field: string) => string;
    }
  >
> = {
  count: { en: (event) => `the number of “${event}” events`, 'zh-CN': (event) => `“${event}”事件的次数` },
  sum: {
    en: (event, field) => `the sum of “${field}” of “${event}” events`,
    'zh-CN': (event, field) => `“${event}”事件中“${field}”的合计`,
  },
  average: {
    en: (event, field) => `the average “${field}” of “${event}” events`,
    'zh-CN': (event, field) => `“${event}”事件中“${field}”的平均值`,
  },
  minimum: {
    en: (event, field) => `the smallest “${field}” of “${event}” events`,
    'zh-CN': (event, field) => `“${event}”事件中“${field}”的最小值`,
  },
  maximum: {
    en: (event, field) => `the largest “${field}” of “${event}” events`,
    'zh-CN': (event, field) => `“${event}”事件中“${field}”的最大值`,
  },
  latest: {
    en: (event, field) => `the latest “${field}” of “${event}” events`,
    'zh-CN': (event, field) => `最近一次“${event}”事件的“${field}”`,
  },
  distinct: {
    en: (event, field) => `the number of different values of “${field}” of “${event}” events`,
    'zh-CN': (event, field) => `“${event}”事件中“${field}”的不同取值数`,
  },
  daysSinceLast: {
    en: (event) => `the days since the last “${event}” event`,
    'zh-CN': (event) => `最近一次“${event}”事件距今的天数`,
  },
  daysSinceFirst: {
    en: (event) => `the days since the first “${event}” event`,
    'zh-CN': (event) => `首次“${event}”事件距今的天数`,
  },
};

/** What the record types call a field; one that is not there by its id. */
function fieldName(fields: readonly Field[] | undefined, id: string, language: Language): string {
  const field = fields?.find((each) => each.id === id);
  return localizedName(field, id, language);
}

/** Where a dimension's value comes from, in words: "the number of “Order” events in the last 90 days" / “近 90 天“订单”事件的次数”. */
export function dimensionWords(
  node: DimensionNode,
  subjectType: string,
  types: RecordTypes,
  language: Language,
): string {
  const { source } = node;
  const isEnglish = language === 'en';
  if (source.kind === 'code') {
    const { plugin, id } = splitCodeId(source.dimension);
    return isEnglish ? `what the plugin “${plugin}” computes as “${id}”` : `插件“${plugin}”计算的“${id}”`;
  }
  if (source.kind !== 'aggregate') {
    const subject = types.subjectTypes.find(({ id }) => id === subjectType);
    const field = fieldName(subject?.fields, source.field, language);
    if (source.kind === 'field') return isEnglish ? `the field “${field}”` : `字段“${field}”的值`;
    return isEnglish ? `the days since “${field}”` : `“${field}”距今的天数`;
  }
  const event = types.eventTypes.find(({ id }) => id === source.event);
  const words = measures[source.measure][language](
    localizedName(event, source.event, language),
    fieldName(event?.fields, source.field ?? '', language),
  );
  const parsed = source.where === undefined ? null : parseExpression(source.where);
  const names = Object.fromEntries(
    (event?.fields ?? []).map(({ id, name, unit }) => [
      id,
      { [language]: localize(name, language), ...(unit === undefined ? {} : { unit }) },
    ]),
  );
  const where = parsed?.ok === true ? sentenceOf(parsed.node, names, language) : '';
  const filter = where === '' ? '' : isEnglish ? ` where ${where}` : `（仅计${where}的事件）`;
  if (source.window === undefined) return `${words}${filter}`;
  const window = windowWords(source.window)[language];
  return isEnglish ? `${words} ${window}${filter}` : `${window}${words}${filter}`;
}
