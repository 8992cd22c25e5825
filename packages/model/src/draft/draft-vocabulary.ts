import type { SentenceVocabulary, VocabularyEntry } from '@terrace/expression';
import type { RecordTypes, SubjectType } from '../catalog/record-type.js';
import {
  dimensionOfCatalog,
  dimensionsOfEvent,
  dimensionsOfSubject,
  sameSource,
  type CatalogDimension,
  type DraftDimension,
} from './draft-dimension.js';

/** What sentences about a subject type may speak of. */
export interface DraftVocabulary {
  readonly dimensions: readonly DraftDimension[];
  readonly vocabulary: SentenceVocabulary;
}

function textsOf(entry: VocabularyEntry): string[] {
  const { en, 'zh-CN': zh } = entry.name;
  return [en, zh, ...(entry.synonyms?.en ?? []), ...(entry.synonyms?.['zh-CN'] ?? [])].flatMap((text) =>
    text === undefined ? [] : [text.toLowerCase()],
  );
}

/** The measure under the catalog's name and id, with the words for it. */
function underCatalogName(made: DraftDimension, known: DraftDimension): DraftDimension {
  const { synonyms, values, leads } = made.entry;
  const own = { en: [made.entry.name.en ?? ''], 'zh-CN': [made.entry.name['zh-CN'] ?? ''] };
  return {
    node: known.node,
    entry: {
      ...known.entry,
      ...(values === undefined ? {} : { values }),
      ...(leads === undefined ? {} : { leads }),
      ...(made.entry.role === undefined ? {} : { role: made.entry.role, activities: made.entry.activities }),
      synonyms: {
        en: [...(synonyms?.en ?? []), ...own.en],
        'zh-CN': [...(synonyms?.['zh-CN'] ?? []), ...own['zh-CN']],
      },
    },
  };
}

function makeVocabulary(
  subject: SubjectType,
  types: RecordTypes,
  catalog: readonly CatalogDimension[],
): DraftVocabulary {
  const known = catalog
    .filter(({ subjectType }) => subjectType === subject.id)
    .map(({ node }) => dimensionOfCatalog(node));
  const made = [
    ...types.eventTypes.filter(({ subjectType }) => subjectType === subject.id).flatMap(dimensionsOfEvent),
    ...dimensionsOfSubject(subject),
  ];
  const dimensions: DraftDimension[] = made.map((each) => {
    const same = known.find(({ node }) => sameSource(node.source, each.node.source));
    return same === undefined ? each : underCatalogName(each, same);
  });
  for (const each of known)
    if (!dimensions.some(({ node }) => node.id === each.node.id)) dimensions.push(each);
  const taken = new Set<string>();
  const distinct = dimensions.filter(({ node, entry }) => {
    const texts = textsOf(entry);
    const isRepeated = node.source.kind === 'field' && texts.some((text) => taken.has(text));
    if (!isRepeated) for (const text of texts) taken.add(text);
    return !isRepeated;
  });
  return { dimensions: distinct, vocabulary: distinct.map(({ entry }) => entry) };
}

const vocabularies = new WeakMap<
  RecordTypes,
  WeakMap<readonly CatalogDimension[], Map<string, DraftVocabulary>>
>();

/**
 * Everything that can be measured of a subject type: aggregates of its events, fields of its own, and the catalog's dimensions. A measure
 * the catalog has goes by the catalog's name; a field whose name an aggregate has already is left out, since aggregates take windows.
 */
export function draftVocabulary(
  subject: SubjectType,
  types: RecordTypes,
  catalog: readonly CatalogDimension[],
): DraftVocabulary {
  const ofTypes =
    vocabularies.get(types) ?? new WeakMap<readonly CatalogDimension[], Map<string, DraftVocabulary>>();
  vocabularies.set(types, ofTypes);
  const ofCatalog = ofTypes.get(catalog) ?? new Map<string, DraftVocabulary>();
  ofTypes.set(catalog, ofCatalog);
  const vocabulary = ofCatalog.get(subject.id) ?? makeVocabulary(subject, types, catalog);
  ofCatalog.set(subject.id, vocabulary);
  return vocabulary;
}
