import type { VocabularyEntry, WordsByLanguage } from '@terrace/expression';
import type { EventType, Field, SubjectType } from '../catalog/record-type.js';
import type { DimensionNode } from '../node-kind/dimension/dimension-node.js';
import type { BothLanguages } from '../explain/words.js';
import { valueWordsOf } from './known-values.js';
import { isPurchase, purchaseWords, type EventWords } from './purchase-words.js';

/** A dimension of a subject type's catalog, as plugins bring them. @since 0.1.0 */
export interface CatalogDimension {
  readonly subjectType: string;
  readonly node: DimensionNode;
}

/** A dimension that sentences may speak of, with the words for it. */
export interface DraftDimension {
  readonly node: DimensionNode;
  readonly entry: VocabularyEntry;
}

type Source = DimensionNode['source'];
type Aggregate = Extract<Source, { kind: 'aggregate' }>;

const nothing: WordsByLanguage = {};

function both(
  name: { readonly en?: string | undefined; readonly 'zh-CN'?: string | undefined },
  id: string,
): BothLanguages {
  return { en: name.en ?? name['zh-CN'] ?? id, 'zh-CN': name['zh-CN'] ?? name.en ?? id };
}

function joined(...all: readonly WordsByLanguage[]): WordsByLanguage {
  const of = (language: 'en' | 'zh-CN'): string[] => all.flatMap((words) => words[language] ?? []);
  return { en: of('en'), 'zh-CN': of('zh-CN') };
}

const measureNames = {
  count: { en: (event: string) => `Number of ${event}`, 'zh-CN': (event: string) => `${event}数` },
  daysSinceLast: {
    en: (event: string) => `Days since last ${event}`,
    'zh-CN': (event: string) => `最近${event}距今天数`,
  },
  daysSinceFirst: {
    en: (event: string) => `Days since first ${event}`,
    'zh-CN': (event: string) => `首次${event}距今天数`,
  },
} as const;

const fieldMeasureNames = {
  sum: { en: 'Total', 'zh-CN': '合计' },
  average: { en: 'Average', 'zh-CN': '平均值' },
  maximum: { en: 'Largest', 'zh-CN': '最大值' },
  minimum: { en: 'Smallest', 'zh-CN': '最小值' },
} as const;

/** Whether two sources compute the same. */
export function sameSource(a: Source, b: Source): boolean {
  const key = (source: Source): string =>
    source.kind === 'aggregate'
      ? JSON.stringify([
          source.event,
          source.measure,
          source.field ?? null,
          source.where ?? null,
          source.window ?? null,
        ])
      : source.kind === 'code'
        ? JSON.stringify([source.dimension, source.parameters])
        : JSON.stringify([source.kind, source.field]);
  return a.kind === b.kind && key(a) === key(b);
}

function entryOf(node: DimensionNode, words: Partial<VocabularyEntry>): VocabularyEntry {
  return {
    id: node.id,
    name: node.name,
    type: node.valueType,
    ...(node.unit === undefined ? {} : { unit: node.unit }),
    ...(node.domain?.options === undefined ? {} : { options: node.domain.options }),
    ...words,
  };
}

const noMatch = { policy: 'noMatch' } as const;

function aggregate(
  id: string,
  name: BothLanguages,
  unit: string | undefined,
  source: Aggregate,
  words: Partial<VocabularyEntry>,
): DraftDimension {
  const node: DimensionNode = {
    kind: 'dimension',
    id: id.slice(0, 30),
    name,
    valueType: 'number',
    ...(unit === undefined ? {} : { unit }),
    source,
    missing: noMatch,
  };
  return { node, entry: entryOf(node, words) };
}

/** What can be measured of events: how many, the totals of their numbers, and how long ago. */
export function dimensionsOfEvent(event: EventType): DraftDimension[] {
  const name = both(event.name, event.id);
  const plural = both(event.pluralName ?? event.name, event.id);
  const words: EventWords | null = isPurchase(event) ? purchaseWords : null;
  const own: WordsByLanguage = { en: [name.en, plural.en], 'zh-CN': [name['zh-CN'], plural['zh-CN']] };
  const activities = joined(words?.activities ?? nothing, own);
  const source = { kind: 'aggregate', event: event.id } as const;
  const named = (measure: keyof typeof measureNames): BothLanguages => ({
    en: measureNames[measure].en((measure === 'count' ? plural.en : name.en).toLowerCase()),
    'zh-CN': measureNames[measure]['zh-CN'](name['zh-CN']),
  });
  const amounts = event.fields.filter(({ type }) => type === 'number');
  const ofField = (field: Field, index: number): DraftDimension[] => {
    const isMain = words !== null && index === amounts.findIndex(({ unit }) => unit === 'currency');
    const label = both(field.name, field.id);
    return (['sum', 'average', 'maximum', 'minimum'] as const).map((measure) => {
      const full: BothLanguages = {
        en: `${fieldMeasureNames[measure].en} ${name.en.toLowerCase()} ${label.en.toLowerCase()}`,
        'zh-CN': `${name['zh-CN']}${label['zh-CN']}${fieldMeasureNames[measure]['zh-CN']}`,
      };
      const isSum = measure === 'sum';
      return aggregate(
        `${event.id}_${field.id}_${measure}`,
        full,
        field.unit,
        { ...source, measure, field: field.id },
        {
          synonyms: isMain ? words[measure] : isSum ? { en: [label.en], 'zh-CN': [label['zh-CN']] } : nothing,
          window: 'any',
          ...(isSum && isMain
            ? { role: 'sum' as const, activities: joined(words.spending, words.activities) }
            : {}),
        },
      );
    });
  };
  return [
    aggregate(
      `${event.id}_count`,
      named('count'),
      'time',
      { ...source, measure: 'count' },
      {
        role: 'count',
        activities,
        synonyms: words?.count ?? nothing,
        window: 'any',
      },
    ),
    ...amounts.flatMap(ofField),
    aggregate(
      `days_since_${event.id}`,
      named('daysSinceLast'),
      'day',
      { ...source, measure: 'daysSinceLast' },
      {
        role: 'since',
        activities,
        synonyms: words?.since ?? nothing,
      },
    ),
    aggregate(
      `days_since_first_${event.id}`,
      named('daysSinceFirst'),
      'day',
      { ...source, measure: 'daysSinceFirst' },
      {
        synonyms: words?.first ?? nothing,
      },
    ),
  ];
}

/** The fields of the subject, and the days since its dates. */
export function dimensionsOfSubject(subject: SubjectType): DraftDimension[] {
  return subject.fields.flatMap((field): DraftDimension[] => {
    const label = both(field.name, field.id);
    const node: DimensionNode = {
      kind: 'dimension',
      id: field.id,
      name: label,
      valueType: field.type,
      ...(field.unit === undefined ? {} : { unit: field.unit }),
      ...(field.type === 'enumeration' && field.values !== undefined
        ? { domain: { options: field.values } }
        : {}),
      source: { kind: 'field', field: field.id },
      missing: noMatch,
    };
    if (field.type !== 'date' && field.type !== 'instant')
      return [{ node, entry: entryOf(node, valueWordsOf(field)) }];
    const since: DimensionNode = {
      kind: 'dimension',
      id: `days_since_${field.id}`.slice(0, 30),
      name: { en: `Days since ${label.en.toLowerCase()}`, 'zh-CN': `${label['zh-CN']}距今天数` },
      valueType: 'number',
      unit: 'day',
      source: { kind: 'daysSince', field: field.id },
      missing: noMatch,
    };
    const spoken = { en: [label.en, label.en.replace(/ (on|at|date)$/i, '')], 'zh-CN': [label['zh-CN']] };
    return [
      { node, entry: entryOf(node, { synonyms: spoken }) },
      { node: since, entry: entryOf(since, { synonyms: spoken }) },
    ];
  });
}

/** A dimension of the catalog under its own name; over events it takes any window unless it has one. */
export function dimensionOfCatalog(node: DimensionNode): DraftDimension {
  const { source } = node;
  const takesWindow =
    source.kind === 'aggregate' && source.measure !== 'daysSinceLast' && source.measure !== 'daysSinceFirst';
  const window = takesWindow ? (source.window ?? 'any') : undefined;
  return { node, entry: entryOf(node, window === undefined ? {} : { window }) };
}
