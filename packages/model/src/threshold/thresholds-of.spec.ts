import { describe, expect, it } from '@jest/globals';
import type { ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';
import { bands, condition, dimension, numberDimension, table } from '../testing/documents.js';
import { thresholdsOf } from './thresholds-of.js';

const tiers: ModelNode[] = [
  { kind: 'tier', id: 'good', name: { en: 'Good' }, rank: 1 },
  { kind: 'tier', id: 'other', name: { en: 'Other' }, rank: 2 },
];

function documentOf(nodes: ModelNode[]): ModelDocument {
  return {
    schema: 2,
    name: { en: 'M' },
    subjectType: 'customer',
    nodes: [...nodes, ...tiers],
    fallback: 'other',
    layout: {},
  };
}

const recency = numberDimension('recency', {
  unit: 'day',
  en: 'Days since last order',
  chinese: '最近消费距今天数',
});

describe('thresholdsOf', () => {
  it('finds cut points, ends of cells and constants of conditions, each where it stands', () => {
    const document = documentOf([
      recency,
      numberDimension('orders'),
      bands('score', 'recency', ['45', '90'], [3, 2, 1]),
      table(
        'grid',
        ['orders', 'score'],
        [['good', { op: 'range', min: 5, max: 9, closed: 'left' }, { op: '>=', value: 2 }]],
      ),
      condition('many', { '>': [{ var: 'orders' }, 20] }, 'good'),
    ]);
    expect(
      thresholdsOf(document).list.map(({ nodeId, dimension: of, value }) => [nodeId, of, value]),
    ).toEqual([
      ['score', 'recency', 45],
      ['score', 'recency', 90],
      ['grid', 'orders', 5],
      ['grid', 'orders', 9],
      ['many', 'orders', 20],
    ]);
  });

  it('says on which side of each a subject lies, and nothing where the value is missing', () => {
    const { sidesOf } = thresholdsOf(
      documentOf([
        recency,
        bands('score', 'recency', ['45', '90'], ['a', 'b', 'c']),
        condition('x', { '==': [{ var: 'score' }, 'a'] }, 'good'),
      ]),
    );
    expect(sidesOf({ recency: 45 })).toEqual(['on', 'below']);
    expect(sidesOf({ recency: '90.5' })).toEqual(['above', 'above']);
    expect(sidesOf({})).toEqual([null, null]);
  });

  it('follows calculations, and names them in words', () => {
    const sum = { '+': [{ var: 'recency' }, { var: 'orders' }] };
    const { list, sidesOf } = thresholdsOf(
      documentOf([recency, numberDimension('orders'), condition('x', { '>=': [sum, 10] }, 'good')]),
    );
    expect(list.map(({ dimension: of, words }) => [of, words.en])).toEqual([
      [null, 'days since last order + orders, 10'],
    ]);
    expect(sidesOf({ recency: 4, orders: 6 })).toEqual(['on']);
    expect(sidesOf({ recency: 4, orders: 5.5 })).toEqual(['below']);
  });

  it('asks for no side on which nobody can lie', () => {
    const count: ModelNode = {
      ...numberDimension('visits', { unit: 'time' }),
      kind: 'dimension',
      valueType: 'number',
      source: { kind: 'aggregate', event: 'visit', measure: 'count' },
      missing: { policy: 'noMatch' },
    } as ModelNode;
    const logic = { and: [{ '>': [{ var: 'visits' }, 0] }, { '<': [{ var: 'visits' }, 2.5] }] };
    expect(
      thresholdsOf(documentOf([count, condition('x', logic, 'good')])).list.map(({ sides }) => sides),
    ).toEqual([
      ['on', 'above'],
      ['below', 'above'],
    ]);
  });

  it('finds dates and entry conditions of tiers, and neither scores nor population cuts nor previous values', () => {
    const calibrated = bands('rank', 'recency', ['1'], [1, 2]);
    const document = documentOf([
      recency,
      dimension('joined', 'date'),
      {
        ...calibrated,
        kind: 'bands',
        cuts: { method: 'quantile', count: 2, offset: '0', values: ['7'] },
      } as ModelNode,
      {
        kind: 'tier',
        id: 'old',
        name: { en: 'Old' },
        rank: 3,
        entry: { and: [{ '<': [{ var: 'joined' }, '2020-01-01'] }, { '>': [{ var: 'previous.days' }, 30] }] },
      },
      condition('x', { '>=': [{ var: 'rank' }, 2] }, 'good'),
    ]);
    const { list, sidesOf } = thresholdsOf(document);
    expect(list.map(({ nodeId, value }) => [nodeId, value])).toEqual([['old', '2020-01-01']]);
    expect(sidesOf({ joined: '2019-12-31' })).toEqual(['below']);
    expect(sidesOf({ joined: '2020-01-01' })).toEqual(['on']);
  });
});
