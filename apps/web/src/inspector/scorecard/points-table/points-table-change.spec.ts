import { describe, expect, it } from '@jest/globals';
import {
  checkDocument,
  type Field,
  type ModelDocument,
  type ModelNode,
  type ScorecardNode,
} from '@terrace/model';
import { readPointsTable } from '@terrace/model/points-table';
import { applyChange } from '../../../store/document-change';
import { pointsTableChange } from './points-table-change';
import { likelySources, type VariableSource } from './variable-source';

const field = (id: string, type: Field['type'], more: Partial<Field> = {}): Field => ({
  ...{ id, name: { en: id }, type, required: false, aliases: [], sensitivity: 'none' },
  ...more,
});
const fields = [
  field('age', 'number', { aliases: ['age.in.years'], unit: 'year' }),
  field('home', 'enumeration', { name: { en: 'Housing', 'zh-CN': '住房' }, values: ['rent', 'own'] }),
  field('income', 'text'),
];
const dimension = (id: string, valueType: 'number' | 'text', source: string): ModelNode => ({
  ...{ kind: 'dimension', id, name: { en: id }, valueType, source: { kind: 'field', field: source } },
  missing: { policy: 'noMatch' },
});
const card: ScorecardNode = {
  ...{ kind: 'scorecard', id: 'card', name: { en: 'Card' }, base: '5', context: 'age_now' },
  items: [{ id: 'item', input: 'unconnected' }],
  weightSets: [{ id: 'normal', name: { en: 'Normal' }, weights: { item: '100' } }],
};
const documentOf = (...nodes: ModelNode[]): ModelDocument => ({
  ...{ schema: 2, name: { en: 'Model' }, subjectType: 'customer', fallback: 'plain', layout: {} },
  nodes: [...nodes, card, { kind: 'tier', id: 'plain', name: { en: 'Plain' }, rank: 1 }],
});
const tableOf = (...lines: string[]) => readPointsTable(['variable\tbin\tpoints', ...lines].join('\n')).table;
const table = tableOf(
  'basepoints\t\t456',
  'age.in.years\t[-Inf,26)\t-39',
  'age.in.years\t[26,Inf)\t14',
  '住房\trent%,%own\t1.5',
  'income\t[0,Inf)\t3',
);

describe('likelySources', () => {
  it('takes the node about a variable, else the field of that name, and leaves open what fits nowhere', () => {
    expect(likelySources(table.variables, documentOf(), 'card', fields)).toEqual([
      { kind: 'field', id: 'age' },
      { kind: 'field', id: 'home' },
      { kind: 'later' },
    ]);
    const document = documentOf(
      dimension('age_now', 'number', 'age'),
      dimension('income', 'number', 'other'),
      dimension('住房', 'number', 'x'),
    );
    expect(likelySources(table.variables, document, 'card', fields)).toEqual([
      { kind: 'node', id: 'age_now' },
      { kind: 'field', id: 'home' },
      { kind: 'node', id: 'income' },
    ]);
  });

  it('takes nothing twice', () => {
    const { variables } = tableOf('Age\t[0,9)\t1', 'age.in.years\t[0,9)\t1');
    expect(likelySources(variables, documentOf(), 'card', fields)).toEqual([
      { kind: 'field', id: 'age' },
      { kind: 'later' },
    ]);
  });
});

describe('pointsTableChange', () => {
  const apply = (document: ModelDocument, sources: readonly VariableSource[]): ModelDocument =>
    applyChange(
      document,
      pointsTableChange(table, sources, { document, card, fields, places: { card: { x: 600, y: 100 } } }),
    );
  const cardOf = ({ nodes }: ModelDocument): unknown => nodes.find(({ id }) => id === 'card');

  it('replaces base points and items, makes dimensions of fields, and drops weights', () => {
    const document = apply(documentOf(dimension('age', 'text', 'other')), [
      { kind: 'field', id: 'age' },
      { kind: 'field', id: 'home' },
      { kind: 'later' },
    ]);
    expect(cardOf(document)).toEqual({
      ...{ kind: 'scorecard', id: 'card', name: { en: 'Card' }, base: '456' },
      items: [
        {
          ...{ id: 'age_in_years', input: 'age_2' },
          bins: [
            { cell: { op: 'range', max: 26, closed: 'left' }, points: '-39' },
            { cell: { op: 'range', min: 26, closed: 'left' }, points: '14' },
          ],
        },
        {
          id: 'variable',
          input: 'home',
          bins: [{ cell: { op: 'in', values: ['rent', 'own'] }, points: '1.5' }],
        },
        {
          ...{ id: 'income', input: 'unconnected', name: { 'zh-CN': 'income', en: 'income' } },
          bins: [{ cell: { op: 'range', min: 0, closed: 'left' }, points: '3' }],
        },
      ],
    });
    expect(document.nodes.slice(-2)).toEqual([
      { ...dimension('age_2', 'number', 'age'), name: { en: 'age' }, unit: 'year' },
      { ...dimension('home', 'text', 'home'), name: { en: 'Housing', 'zh-CN': '住房' } },
    ]);
    expect(document.layout).toEqual({ age_2: { x: 300, y: 100 }, home: { x: 300, y: 210 } });
  });

  it('reads nodes that are there', () => {
    const document = apply(
      documentOf(dimension('years', 'number', 'age'), dimension('house', 'text', 'home')),
      [
        { kind: 'node', id: 'years' },
        { kind: 'node', id: 'house' },
        { kind: 'node', id: 'years' },
      ],
    );
    expect(cardOf(document)).toMatchObject({
      items: [{ input: 'years' }, { input: 'house' }, { input: 'years' }],
    });
    expect(checkDocument(document).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('puts new dimensions left of everything where their place is taken', () => {
    const document = documentOf();
    const places = { card: { x: 600, y: 100 }, other: { x: 350, y: 150 } };
    const sources: VariableSource[] = [{ kind: 'field', id: 'age' }, { kind: 'later' }, { kind: 'later' }];
    const { layout } = applyChange(
      document,
      pointsTableChange(table, sources, { document, card, fields, places }),
    );
    expect(layout).toEqual({ age: { x: 50, y: 100 } });
  });
});
