import type { Field } from '../catalog/record-type.js';
import type { LocalizedText } from '../document/localized-text.js';
import { documentSchemaVersion, type ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';
import type { TableRow } from '../node-kind/decision-table/decision-table-node.js';
import type { DimensionNode } from '../node-kind/dimension/dimension-node.js';
import { identifiersFor } from './identifiers.js';
import { matchField } from './match-field.js';
import type { PointsTable, PointsVariable } from './points-table.js';
import { scorecardItem } from './scorecard-item.js';

/** What a points table does not say about the model made of it. @since 0.1.0 */
export interface ScorecardOptions {
  readonly name: LocalizedText;
  readonly subjectType: string;
  /** Ascending cut-offs between tiers, decimal text; at least one. */
  readonly cuts: readonly string[];
  /** The fields the subject type has already; those of numbers and texts that go by a variable's name and take what its bins do are read. */
  readonly fields?: readonly Field[];
}

const scoreId = 'score';
const bandId = 'score_band';
const tableId = 'tiers';
const unscoredId = 'unscored';

/** What other columns of results, targets of imports and unconnected inputs are called. */
const reservedIds = ['key', 'subject', 'time', 'id', 'tier', 'tier_name', 'unconnected'];

/** From green to red, told apart by people with the common colour-vision deficiencies. */
const bestColor = [0x1a, 0x98, 0x50];
const middleColor = [0xe0, 0xb0, 0x00];
const worstColor = [0xb3, 0x2d, 0x26];

function colorAt(share: number): string {
  const [from, to, at] =
    share < 0.5 ? [bestColor, middleColor, share * 2] : [middleColor, worstColor, share * 2 - 1];
  const parts = from.map((part, index) => Math.round(part + ((to[index] ?? part) - part) * at));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** A, B, … Z, AA, AB, …: the name of the tier at `index`, the best being 0. */
function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? letters(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

/**
 * Whether a field takes whatever the card says something about: a value outside an enumeration or limits would be set aside when it
 * is imported, where the card leaves its subject without a score.
 */
function takesAll(
  { bins }: PointsVariable,
  { type, minimum = -Infinity, maximum = Infinity }: Field,
): boolean {
  if (type === 'text') return true;
  if (type !== 'number') return false;
  const numbers = bins.flatMap(({ values }) =>
    values.flatMap((value) => (value.kind === 'range' ? [value.min, value.max] : [value.number])),
  );
  return numbers.every((number) => number === undefined || (number >= minimum && number <= maximum));
}

/** The variables with the fields they are read from; every field is read once. */
function sourcesOf(
  variables: readonly PointsVariable[],
  fields: readonly Field[],
): ReadonlyMap<PointsVariable, { field: string; valueType: DimensionNode['valueType'] }> {
  const sources = new Map<PointsVariable, { field: string; valueType: DimensionNode['valueType'] }>();
  const taken = new Set<string>();
  for (const variable of variables) {
    const match = matchField(
      variable,
      fields.filter((field) => !taken.has(field.id) && takesAll(variable, field)),
    );
    if (match === null || match.valueType === null) continue;
    taken.add(match.field.id);
    sources.set(variable, { field: match.field.id, valueType: match.valueType });
  }
  const fresh = variables.filter((variable) => !sources.has(variable));
  const ids = identifiersFor(
    fresh.map(({ name }) => name),
    [...fields.map(({ id }) => id), ...reservedIds],
  );
  for (const variable of fresh)
    sources.set(variable, { field: ids.get(variable.name) ?? 'variable', valueType: variable.type });
  return sources;
}

/**
 * Makes a model of a points table: a dimension per variable, named as the table names it and read from the field of that name; the
 * scorecard `score` with the totals; its bands by `cuts`; a tier per band, A being the best; and the tier `unscored`, also the fallback, of
 * whoever has a value that no bin takes, or a missing one that has no points.
 * @param table - without errors ({@link readPointsTable})
 * @returns a document without errors
 * @since 0.1.0
 */
export function scorecardDocument(table: PointsTable, options: ScorecardOptions): ModelDocument {
  const { variables } = table;
  const tierNames = Array.from({ length: options.cuts.length + 1 }, (_, index) => letters(index));
  const tierIds = tierNames.map((name) => name.toLowerCase());
  const sources = sourcesOf(variables, options.fields ?? []);
  const ids = identifiersFor(
    variables.map(({ name }) => name),
    [...reservedIds, scoreId, bandId, tableId, unscoredId, ...tierIds],
  );
  const dimensions = variables.map((variable): DimensionNode => {
    const { field = 'variable', valueType = 'text' } = sources.get(variable) ?? {};
    return {
      kind: 'dimension',
      id: ids.get(variable.name) ?? 'variable',
      name: { en: variable.name, 'zh-CN': variable.name },
      valueType,
      source: { kind: 'field', field },
      missing: { policy: 'noMatch' },
    };
  });
  const nodes: ModelNode[] = [
    ...dimensions,
    {
      kind: 'scorecard',
      id: scoreId,
      name: { en: 'Score', 'zh-CN': '总分' },
      base: table.base,
      items: dimensions.flatMap(({ id, valueType }, index) => {
        const variable = variables[index];
        return variable === undefined ? [] : [scorecardItem(variable, id, id, valueType)];
      }),
    },
    {
      kind: 'bands',
      id: bandId,
      name: { en: 'Score band', 'zh-CN': '分数段' },
      input: scoreId,
      cuts: { method: 'explicit', values: [...options.cuts] },
      closed: 'left',
      outputs: tierNames.toReversed(),
    },
    {
      kind: 'decisionTable',
      id: tableId,
      name: { en: 'Tiers by score band', 'zh-CN': '按分数段定层级' },
      inputs: [bandId],
      hit: 'first',
      rows: [
        ...tierNames.map((name, index): TableRow => ({
          id: `row_${index + 1}`,
          cells: [{ op: '==', value: name }],
          tier: tierIds[index] ?? unscoredId,
        })),
        { id: 'row_unscored', cells: [{ op: 'missing' }], tier: unscoredId },
      ],
    },
    ...tierNames.map((name, index): ModelNode => ({
      kind: 'tier',
      id: tierIds[index] ?? unscoredId,
      name: { en: name, 'zh-CN': name },
      rank: index + 1,
      color: colorAt(index / Math.max(1, tierNames.length - 1)),
    })),
    {
      kind: 'tier',
      id: unscoredId,
      name: { en: 'Not scored', 'zh-CN': '无法评分' },
      description: {
        en: 'A value is missing or stands in no bin of the scorecard, so there is no score.',
        'zh-CN': '有数据缺失，或取值不在评分卡的任何分箱中，因此没有得分。',
      },
      rank: tierNames.length + 1,
      color: '#8c8c8c',
    },
  ];
  return {
    schema: documentSchemaVersion,
    name: options.name,
    subjectType: options.subjectType,
    nodes,
    fallback: unscoredId,
    layout: {},
  };
}
