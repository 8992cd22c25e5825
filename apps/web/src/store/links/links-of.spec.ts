import { describe, expect, it } from '@jest/globals';
import type { ModelDocument, ModelNode } from '@terrace/model';
import { connect, disconnect } from '../connections';
import { applyChange } from '../document-change';

const named = <K extends ModelNode['kind']>(kind: K, id: string) => ({ kind, id, name: { en: id } });
const dimension = (id: string, valueType: 'number' | 'text'): ModelNode => ({
  ...named('dimension', id),
  valueType,
  source: { kind: 'field', field: id },
  missing: { policy: 'noMatch' },
});
const bands = (id: string, outputs: (string | number)[]): ModelNode => ({
  ...named('bands', id),
  input: 'spend',
  cuts: { method: 'explicit', values: ['10', '20'] },
  closed: 'left',
  outputs,
});

const document: ModelDocument = {
  schema: 2,
  name: { en: 'Model' },
  subjectType: 'customer',
  nodes: [
    dimension('spend', 'number'),
    dimension('visits', 'number'),
    dimension('age', 'number'),
    dimension('city', 'text'),
    bands('grade', ['low', 'mid', 'high']),
    bands('points', [1, 2, 3]),
    {
      ...named('scorecard', 'card'),
      base: '0',
      items: [{ id: 'item', input: 'unconnected' }],
      weightSets: [{ id: 'normal', name: { en: 'Normal' }, weights: { item: '100' } }],
    },
    {
      ...named('matrix', 'grid'),
      axes: [
        { input: 'unconnected', values: [1] },
        { input: 'unconnected', values: [1] },
      ],
      cells: ['gold'],
    },
    { ...named('categoryMap', 'map'), input: 'unconnected', entries: [{ values: ['A'], output: 7 }] },
    { ...named('formula', 'sum'), valueType: 'number', expression: 0 },
    {
      ...named('timeDecay', 'fresh'),
      age: 'unconnected',
      curve: { shape: 'linear', end: '90' },
      floor: '0',
    },
    { ...named('tier', 'gold'), rank: 1, keep: { '>=': [{ var: 'spend' }, 5] } },
    { ...named('tier', 'plain'), rank: 2 },
  ],
  fallback: 'plain',
  layout: {},
};

/** The document after lines were drawn one after the other; the last must be accepted. */
function drawn(...lines: [source: string, target: string][]): ModelDocument {
  return lines.reduce((before, [source, target]) => {
    const change = connect(before, { source, target });
    if (change === undefined) throw new Error(`${source} into ${target} was refused`);
    return applyChange(before, change);
  }, document);
}
const node = (after: ModelDocument, id: string): ModelNode | undefined =>
  after.nodes.find((each) => each.id === id);
function cut(before: ModelDocument, source: string, target: string): ModelDocument {
  const change = disconnect(before, { source, target });
  if (change === undefined) throw new Error('the line was not cut');
  return applyChange(before, change);
}
const isRefused = (before: ModelDocument, source: string, target: string): boolean =>
  connect(before, { source, target }) === undefined;

describe('a line into a scorecard', () => {
  it('fills the open item, then adds items with weights in every set', () => {
    const after = drawn(['points', 'card'], ['grade', 'card']);
    expect(node(after, 'card')).toMatchObject({
      items: [
        { id: 'item', input: 'points' },
        {
          id: 'grade',
          input: 'grade',
          bins: [
            { cell: { op: '==', value: 'low' }, points: '1' },
            { cell: { op: '==', value: 'mid' }, points: '2' },
            { cell: { op: '==', value: 'high' }, points: '3' },
          ],
        },
      ],
      weightSets: [{ weights: { item: '100', grade: '0' } }],
    });
    expect(isRefused(after, 'grade', 'card')).toBe(true);
  });

  it('takes item and weight with it when it is cut, down to one open item', () => {
    const two = drawn(['points', 'card'], ['spend', 'card']);
    const one = cut(two, 'points', 'card');
    expect(node(one, 'card')).toMatchObject({
      items: [{ id: 'spend', input: 'spend' }],
      weightSets: [{ weights: { spend: '0' } }],
    });
    expect(node(cut(one, 'spend', 'card'), 'card')).toMatchObject({
      items: [{ id: 'spend', input: 'unconnected' }],
    });
  });
});

describe('a line into a scorecard whose items wait for their inputs', () => {
  const below = { cell: { op: 'range', max: 9, closed: 'left' }, points: '3' } as const;
  const waiting: ModelDocument = {
    ...document,
    nodes: document.nodes.map((each) =>
      each.kind !== 'scorecard'
        ? each
        : {
            ...each,
            items: [
              { id: 'a', name: { en: 'Visits a year' }, input: 'unconnected', bins: [below] },
              { id: 'b', name: { en: 'city' }, input: 'unconnected', bins: [below] },
              { id: 'age', input: 'unconnected', bins: [below] },
            ],
          },
    ),
  };
  const cardAfter = (source: string): ModelNode | undefined => {
    const change = connect(waiting, { source, target: 'card' }, () => undefined);
    return change === undefined ? undefined : node(applyChange(waiting, change), 'card');
  };

  it('goes to the item of its name and keeps bins that fit', () => {
    expect(cardAfter('age')).toMatchObject({
      items: [{ input: 'unconnected' }, { input: 'unconnected' }, { id: 'age', input: 'age', bins: [below] }],
    });
    expect(cardAfter('spend')).toMatchObject({ items: [{ id: 'a', input: 'spend', bins: [below] }, {}, {}] });
  });

  it('replaces bins that compare with other values', () => {
    expect(cardAfter('city')).toMatchObject({
      items: [{}, { id: 'b', input: 'city', bins: [{ cell: { op: '==', value: '' } }] }, {}],
    });
  });
});

describe('a line into a matrix', () => {
  it('fills its axes with the values of the input, then adds a third, and no fourth', () => {
    const after = drawn(['grade', 'grid'], ['points', 'grid']);
    expect(node(after, 'grid')).toMatchObject({
      axes: [
        { input: 'grade', values: ['low', 'mid', 'high'] },
        { input: 'points', values: [1, 2, 3] },
      ],
      cells: ['gold', null, null, null, null, null, null, null, null],
    });
    expect(isRefused(after, 'spend', 'grid')).toBe(true);
  });

  it('takes the values that only the catalog lists', () => {
    const change = connect(document, { source: 'city', target: 'grid' }, () => ['Rome', 'Oslo']);
    expect(change).toMatchObject({ node: { axes: [{ input: 'city', values: ['Rome', 'Oslo'] }, {}] } });
    expect(isRefused(document, 'city', 'grid')).toBe(true);
  });

  it('to a tier gives it to the cells that have none; cutting it empties its cells', () => {
    const wide = drawn(['grade', 'grid']);
    const full = drawn(['grade', 'grid'], ['grid', 'plain']);
    expect(node(wide, 'grid')).toMatchObject({ cells: ['gold', null, null] });
    expect(node(full, 'grid')).toMatchObject({ cells: ['gold', 'plain', 'plain'] });
    expect(node(cut(full, 'grid', 'gold'), 'grid')).toMatchObject({ cells: [null, 'plain', 'plain'] });
  });
});

describe('a line into other nodes', () => {
  it('lists the values of its input in a new category map', () => {
    expect(node(drawn(['grade', 'map']), 'map')).toMatchObject({
      input: 'grade',
      entries: [
        { values: ['low'], output: 7 },
        { values: ['mid'], output: 2 },
        { values: ['high'], output: 3 },
      ],
    });
  });

  it('adds a number to a formula, and takes it out again', () => {
    const after = drawn(['spend', 'sum'], ['visits', 'sum']);
    expect(node(after, 'sum')).toMatchObject({ expression: { '+': [{ var: 'spend' }, { var: 'visits' }] } });
    expect(node(cut(after, 'spend', 'sum'), 'sum')).toMatchObject({ expression: { var: 'visits' } });
    expect(isRefused(document, 'city', 'sum')).toBe(true);
  });

  it('gives a time decay its age, then the number it weights', () => {
    const after = drawn(['age', 'fresh'], ['spend', 'fresh']);
    expect(node(after, 'fresh')).toMatchObject({ age: 'age', input: 'spend' });
    expect(node(cut(after, 'spend', 'fresh'), 'fresh')).not.toHaveProperty('input');
    expect(isRefused(after, 'visits', 'fresh')).toBe(true);
  });
});

describe('removing nodes', () => {
  it('clears what lifecycle, precedence, cells and conditions say of them', () => {
    const track = { id: 'fast', name: { en: 'Fast' }, to: 'gold', when: { '>': [{ var: 'spend' }, 9] } };
    const before: ModelDocument = {
      ...drawn(['grade', 'grid']),
      priority: ['plain', 'gold'],
      lifecycle: {
        graceDays: 3,
        stages: ['plain', 'gold'],
        fastTracks: [track, { ...track, id: 'up', to: 'plain' }],
      },
    };
    const after = applyChange(before, { type: 'remove', ids: ['gold'] });
    expect(after.priority).toEqual(['plain']);
    expect(after.lifecycle).toEqual({ graceDays: 3, fastTracks: [{ ...track, id: 'up', to: 'plain' }] });
    expect(node(after, 'grid')).toMatchObject({ cells: [null, null, null] });
    const poor = applyChange(before, { type: 'remove', ids: ['spend'] });
    expect(node(poor, 'gold')).not.toHaveProperty('keep');
    expect(poor.lifecycle).not.toHaveProperty('fastTracks');
  });
});
