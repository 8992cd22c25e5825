import { toJsonLogic, variablesOf, type ExpressionNode, type SentenceResult } from '@terrace/expression';
import type { SubjectType } from '../catalog/record-type.js';
import type { JsonLogic } from '../document/json-logic.js';
import type { Language, LocalizedText } from '../document/localized-text.js';
import { documentSchemaVersion, type ModelDocument } from '../document/model-document.js';
import type { DimensionNode } from '../node-kind/dimension/dimension-node.js';
import { localize } from '../document/localized-text.js';
import { sameSource, type DraftDimension } from './draft-dimension.js';
import { windowedNameWords } from './window-words.js';

type Understood = Extract<SentenceResult, { ok: true }>;

/** The dimension nodes a rule reads, and the rule over their ids. */
interface RuleParts {
  readonly dimensions: readonly DimensionNode[];
  readonly when: JsonLogic;
}

/** A dimension over a window; one that the catalog has already is taken as it is. */
function overWindow(
  dimension: DraftDimension,
  variable: string,
  window: Understood['windowed'][number]['window'],
  all: readonly DraftDimension[],
): DimensionNode {
  const { node } = dimension;
  if (window === null || node.source.kind !== 'aggregate') return node;
  const source = { ...node.source, window };
  const known = all.find((each) => sameSource(each.node.source, source));
  if (known !== undefined) return known.node;
  const name = { en: localize(node.name, 'en'), 'zh-CN': localize(node.name, 'zh-CN') };
  const { origin: _origin, description: _description, ...rest } = node;
  return { ...rest, id: variable, name: windowedNameWords(name, window), source };
}

function withNames(logic: unknown, ids: ReadonlyMap<string, string>): JsonLogic {
  if (Array.isArray(logic)) return logic.map((item) => withNames(item, ids));
  if (typeof logic !== 'object' || logic === null) return logic as JsonLogic;
  return Object.fromEntries(
    Object.entries(logic).map(([operator, operand]): [string, JsonLogic] => {
      const names = operator === 'var' || operator === 'missing';
      if (names && typeof operand === 'string') return [operator, ids.get(operand) ?? operand];
      if (names && Array.isArray(operand))
        return [
          operator,
          operand.map((item: unknown) =>
            typeof item === 'string' ? (ids.get(item) ?? item) : withNames(item, ids),
          ),
        ];
      return [operator, withNames(operand, ids)];
    }),
  );
}

/** Makes the dimensions of a rule. */
export function ruleParts(
  node: ExpressionNode,
  windowed: Understood['windowed'],
  all: readonly DraftDimension[],
): RuleParts {
  const ids = new Map<string, string>();
  const dimensions = new Map<string, DimensionNode>();
  for (const variable of variablesOf(node)) {
    const use = windowed.find((each) => each.variable === variable);
    const dimension = all.find(({ entry }) => entry.id === (use?.entry ?? variable));
    if (dimension === undefined) continue;
    const made = overWindow(dimension, variable, use?.window ?? null, all);
    ids.set(variable, made.id);
    dimensions.set(made.id, made);
  }
  return { dimensions: [...dimensions.values()], when: withNames(toJsonLogic(node), ids) };
}

function named(text: string | null, language: Language, otherwise: LocalizedText): LocalizedText {
  return text === null ? otherwise : { [language]: text };
}

/** An id of the Latin letters in a name. */
function idOf(name: string | null, otherwise: string, taken: ReadonlySet<string>): string {
  const text = (name ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 30);
  const id = /^[a-z]/.test(text) ? text : otherwise;
  return taken.has(id) ? `${id}_tier` : id;
}

/** Names where the sentence gives none. */
const assumed = {
  tier: { en: 'Matching subjects', 'zh-CN': '符合条件' },
} as const;

/** The model that a sentence describes: its dimensions, one condition, its tier, and a tier for everybody else. */
export function draftDocument(
  sentence: Understood,
  { dimensions, when }: RuleParts,
  subject: SubjectType,
): ModelDocument {
  const { language, tier, otherwise, action } = sentence;
  const taken = new Set(dimensions.map(({ id }) => id));
  const tierId = idOf(tier, 'target_tier', taken);
  const fallbackId = idOf(otherwise, 'other_tier', new Set([...taken, tierId]));
  const plural = localize(subject.pluralName ?? subject.name, 'en').toLowerCase();
  const tierName = named(tier, language, assumed.tier);
  const rest = { en: `Other ${plural}`, 'zh-CN': `其他${localize(subject.name, 'zh-CN')}` };
  const [en, zh] = [localize(tierName, 'en'), localize(tierName, 'zh-CN')];
  const condition = idOf(null, 'rule', new Set([...taken, tierId, fallbackId]));
  const total = dimensions.find(
    ({ unit, source }) => unit === 'currency' && source.kind === 'aggregate' && source.measure === 'sum',
  );
  return {
    schema: documentSchemaVersion,
    name: tierName,
    subjectType: subject.id,
    nodes: [
      ...dimensions,
      {
        kind: 'condition',
        id: condition,
        name: { en: `Rule for “${en}”`, 'zh-CN': `“${zh}”的条件` },
        when,
        tier: tierId,
      },
      { kind: 'tier', id: tierId, name: tierName, rank: 1 },
      { kind: 'tier', id: fallbackId, name: named(otherwise, language, rest), rank: 2 },
      ...(action === null
        ? []
        : [
            {
              kind: 'action' as const,
              id: 'follow_up',
              name: { [language]: action.slice(0, 200) },
              tier: tierId,
              on: ['enter' as const],
              action: {
                type: 'task' as const,
                title: { [language]: action.slice(0, 200) },
                owner: language === 'en' ? 'owner' : '负责人',
              },
            },
          ]),
    ],
    fallback: fallbackId,
    ...(total === undefined ? {} : { amount: total.id }),
    layout: {},
  };
}
