import { parseSentence, type SentenceResult } from '@terrace/expression';
import type { EventType, RecordTypes, SubjectType } from '../catalog/record-type.js';
import { checkDocument } from '../check/check-document.js';
import { makeIssue } from '../check/make-issue.js';
import type { Issue } from '../document/issue.js';
import { localize, type Language } from '../document/localized-text.js';
import type { ModelDocument } from '../document/model-document.js';
import { quote, type BothLanguages } from '../explain/words.js';
import { dimensionWords } from '../sentence/dimension-words.js';
import { defaultTypes } from './default-types.js';
import type { CatalogDimension } from './draft-dimension.js';
import { draftDocument, ruleParts } from './draft-nodes.js';
import { draftVocabulary } from './draft-vocabulary.js';

/** Something a draft assumes, for a person to look at. `start` and `end` lead into the sentence, where the note is about a part of it. @since 0.1.0 */
export interface DraftNote {
  readonly code: string;
  readonly message: BothLanguages;
  readonly nodeId?: string;
  readonly start?: number;
  readonly end?: number;
}

/** What {@link draftFromSentence} gives. @since 0.1.0 */
export type Draft =
  | {
      readonly ok: true;
      readonly document: ModelDocument;
      readonly notes: readonly DraftNote[];
      readonly language: Language;
    }
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly language: Language };

/** What a sentence is read against. @since 0.1.0 */
export interface DraftOptions {
  /** The record types there are; customers with orders unless given. */
  readonly types?: RecordTypes;
  /** Dimensions with names of their own, as plugins bring them. */
  readonly dimensions?: readonly CatalogDimension[];
  /** The language of the sentence; found from its letters unless given. */
  readonly language?: Language;
  /** The subject type the sentence is about; unless given the first that has what the sentence speaks of, one that the sentence names before others. */
  readonly subjectType?: string;
}

const noDimensions: readonly CatalogDimension[] = [];

function issuesOf(result: Extract<SentenceResult, { ok: false }>): Issue[] {
  return result.issues.map(({ code, message, start, end, details }) => {
    const isUnknown = code === 'NOT_UNDERSTOOD';
    const more = isUnknown
      ? [
          ' If it is a value of its own, no record type has it yet: add a field or an event type for it.',
          '如果它是一个独立的指标，说明现有数据中还没有，请先添加对应的字段或事件类型。',
        ]
      : ['', ''];
    return makeIssue(code, ['sentence'], `${message.en}${more[0]}`, `${message['zh-CN']}${more[1]}`, {
      details: { ...details, start, end },
    });
  });
}

function notesOf(
  sentence: Extract<SentenceResult, { ok: true }>,
  document: ModelDocument,
  types: RecordTypes,
): DraftNote[] {
  const notes: DraftNote[] = sentence.notes.map(({ code, message, start, end }) => ({
    code,
    message,
    start,
    end,
  }));
  for (const node of document.nodes) {
    if (node.kind !== 'dimension') continue;
    const [en, zh] = [
      dimensionWords(node, document.subjectType, types, 'en'),
      dimensionWords(node, document.subjectType, types, 'zh-CN'),
    ];
    notes.push({
      code: 'DIMENSION_MADE',
      nodeId: node.id,
      message: {
        en: `${quote(localize(node.name, 'en'))} is ${en}.`,
        'zh-CN': `${quote(localize(node.name, 'zh-CN'))}取${zh}。`,
      },
    });
  }
  const name = (id: string, language: Language): string => {
    const node = document.nodes.find((each) => each.id === id);
    return quote(node === undefined ? id : localize(node.name, language));
  };
  if (sentence.tier === null)
    notes.push({
      code: 'TIER_NAME_ASSUMED',
      message: {
        en: 'The sentence names no tier; give it a name. Write for example: …, tag as "Core customer".',
        'zh-CN': '句中没有写出层级名称，请补充，例如：……归为“核心客户”。',
      },
    });
  if (sentence.otherwise === null)
    notes.push({
      code: 'FALLBACK_ASSUMED',
      nodeId: document.fallback,
      message: {
        en: `Everybody else goes to ${name(document.fallback, 'en')}.`,
        'zh-CN': `其余对象归入${name(document.fallback, 'zh-CN')}。`,
      },
    });
  if (sentence.action !== null)
    notes.push({
      code: 'ACTION_MADE',
      nodeId: 'follow_up',
      message: {
        en: 'What is to be done became a task on entering the tier; name who owns it.',
        'zh-CN': '要执行的动作已设为进入该层级时创建的任务，请指定负责人。',
      },
    });
  return notes;
}

/** Length of the longest name of `type` that `text` has; 0 when it has none. */
function namedIn(text: string, { name, pluralName }: SubjectType | EventType): number {
  const names = [name.en, name['zh-CN'], pluralName?.en, pluralName?.['zh-CN']];
  return Math.max(0, ...names.map((each) => (each && text.includes(each.toLowerCase()) ? each.length : 0)));
}

/**
 * Reads the sentence against each subject type; the one with the fewest faults, of several the one it names, else the one of whose events it
 * names one, else the first.
 */
function bestReading(
  text: string,
  subjects: readonly SubjectType[],
  types: RecordTypes,
  options: DraftOptions,
) {
  const readings = subjects.map((subject) => {
    const words = draftVocabulary(subject, types, options.dimensions ?? noDimensions);
    return { subject, words, result: parseSentence(text, words.vocabulary, options.language) };
  });
  const faults = (result: SentenceResult): number => (result.ok ? 0 : result.issues.length);
  const lower = text.toLowerCase();
  const ofEvents = (subject: SubjectType): number =>
    Math.max(
      0,
      ...types.eventTypes
        .filter(({ subjectType }) => subjectType === subject.id)
        .map((event) => namedIn(lower, event)),
    );
  return [...readings].sort(
    (a, b) =>
      faults(a.result) - faults(b.result) ||
      namedIn(lower, b.subject) - namedIn(lower, a.subject) ||
      ofEvents(b.subject) - ofEvents(a.subject),
  )[0];
}

/**
 * Makes a model of a sentence, as a draft for review: «最近90天内消费超过5次且总金额大于10万元的客户,自动标记为"核心价值客户"» becomes the
 * dimensions "orders in 90 days" and "amount in 90 days", a condition over them, the tier 核心价值客户 and a tier for
 * everybody else. Purchases are counts of events, amounts their sums, "not for 45 days" the days since the last one.
 * @returns the document and what was assumed (`WINDOW_CARRIED`, `WINDOW_NOT_CARRIED`, `EXACTLY_ASSUMED`, `INCLUSION_ASSUMED`, `VALUE_ASSUMED`, `NAME_ASSUMED`, `UNIT_ROUGHLY`, `NEVER_NOT_INCLUDED`, `AND_BEFORE_OR`, `SEVERAL_TIERS`,
 *   `DIMENSION_MADE`, `TIER_NAME_ASSUMED`, `FALLBACK_ASSUMED`, `ACTION_MADE`), or issues: those of `parseSentence`, `RECORD_TYPES_MISSING`, and those of
 *   `checkDocument`
 * @since 0.1.0
 */
export function draftFromSentence(text: string, options: DraftOptions = {}): Draft {
  const types = options.types ?? defaultTypes;
  const subjects = types.subjectTypes.filter(
    ({ id }) => options.subjectType === undefined || id === options.subjectType,
  );
  const best = bestReading(text, subjects, types, options);
  if (best === undefined || best.words.vocabulary.length === 0)
    return {
      ok: false,
      language: options.language ?? 'zh-CN',
      issues: [
        makeIssue(
          'RECORD_TYPES_MISSING',
          [],
          'There are no record types the sentence could be about. Install a plugin, or add a subject type with fields or events.',
          '没有可用的记录类型，无法理解句子。请先安装插件，或添加带有字段或事件的对象类型。',
        ),
      ],
    };
  const { result, subject, words } = best;
  if (!result.ok) return { ok: false, language: result.language, issues: issuesOf(result) };
  const document = draftDocument(result, ruleParts(result.node, result.windowed, words.dimensions), subject);
  const faults = checkDocument(document, types).filter(({ severity }) => severity === 'error');
  if (faults.length > 0) return { ok: false, language: result.language, issues: faults };
  return { ok: true, language: result.language, document, notes: notesOf(result, document, types) };
}
