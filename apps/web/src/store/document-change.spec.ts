import { describe, expect, it } from '@jest/globals';
import type { ModelDocument, ModelNode } from '@terrace/model';
import { applyChange, withText, type DocumentChange } from './document-change';
import { record, redo, startHistory, undo } from './history';

const dimension = (id: string): ModelNode => ({
  kind: 'dimension',
  id,
  name: { en: id },
  valueType: 'number',
  source: { kind: 'field', field: id },
  missing: { policy: 'noMatch' },
});
const tier = (id: string, rank: number): ModelNode => ({ kind: 'tier', id, name: { en: id }, rank });

const base: ModelDocument = {
  schema: 2,
  name: { en: 'Model' },
  subjectType: 'customer',
  nodes: [
    dimension('spend'),
    dimension('visits'),
    {
      kind: 'bands',
      id: 'score',
      name: { en: 'score' },
      input: 'spend',
      cuts: { method: 'explicit', values: ['10'] },
      closed: 'left',
      outputs: [1, 2],
    },
    {
      kind: 'condition',
      id: 'busy',
      name: { en: 'busy' },
      when: { and: [{ '>=': [{ var: 'spend' }, 5] }, { '<': [{ var: 'visits' }, 3] }] },
      tier: 'gold',
    },
    {
      kind: 'decisionTable',
      hit: 'first',
      id: 'table',
      name: { en: 'table' },
      inputs: ['score', 'visits'],
      rows: [
        {
          id: 'row_1',
          cells: [
            { op: '==', value: 2 },
            { op: '>', value: 4 },
          ],
          tier: 'gold',
        },
      ],
    },
    tier('gold', 1),
    tier('plain', 2),
    {
      kind: 'action',
      id: 'greet',
      name: { en: 'greet' },
      tier: 'gold',
      on: ['enter'],
      action: { type: 'webhook', webhook: 'crm' },
    },
  ],
  fallback: 'plain',
  amount: 'spend',
  layout: { spend: { x: 0, y: 0 }, gold: { x: 300, y: 40 } },
};

const nodeOf = (document: ModelDocument, id: string): ModelNode | undefined =>
  document.nodes.find((node) => node.id === id);

/** Freezes all of it, so that a change in place throws. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
frozen(base);

describe('a change of the document', () => {
  it('adds a node at whole canvas units and leaves the others where they are', () => {
    const node = tier('silver', 3);
    const after = applyChange(base, { type: 'add', node, position: { x: 10.4, y: -2.6 } });
    expect(after.nodes.map(({ id }) => id)).toEqual([...base.nodes.map(({ id }) => id), 'silver']);
    expect(after.layout).toEqual({ ...base.layout, silver: { x: 10, y: -3 } });
  });

  it('replaces a node in its place', () => {
    const after = applyChange(base, { type: 'replace', node: tier('gold', 7) });
    expect(after.nodes.map(({ id }) => id)).toEqual(base.nodes.map(({ id }) => id));
    expect(nodeOf(after, 'gold')).toEqual(tier('gold', 7));
    expect(nodeOf(after, 'plain')).toBe(nodeOf(base, 'plain'));
  });

  it('moves the named nodes only', () => {
    const after = applyChange(base, { type: 'move', positions: { gold: { x: 1.5, y: 2.2 } } });
    expect(after.layout).toEqual({ spend: { x: 0, y: 0 }, gold: { x: 2, y: 2 } });
    expect(after.nodes).toBe(base.nodes);
  });

  it('describes the model, and can take a description away', () => {
    const after = applyChange(base, { type: 'describe', patch: { name: { en: 'New' }, amount: undefined } });
    expect(after.name).toEqual({ en: 'New' });
    expect(after.amount).toBeUndefined();
    expect(after.fallback).toBe('plain');
  });

  it('restores another document', () => {
    const other = { ...base, name: { en: 'Earlier' } };
    expect(applyChange(base, { type: 'restore', document: other })).toBe(other);
  });

  it('folds several changes in their order', () => {
    const after = applyChange(base, {
      type: 'all',
      changes: [
        { type: 'replace', node: tier('gold', 5) },
        { type: 'replace', node: tier('gold', 6) },
        { type: 'remove', ids: ['greet'] },
      ],
    });
    expect(nodeOf(after, 'gold')).toMatchObject({ rank: 6 });
    expect(nodeOf(after, 'greet')).toBeUndefined();
  });
});

describe('removing a node', () => {
  const remove = (...ids: string[]): ModelDocument => applyChange(base, { type: 'remove', ids });

  it('is no change when none of the ids is there', () => {
    expect(remove('nobody')).toBe(base);
  });

  it('takes a dimension out of bands, conditions, the amount and the layout', () => {
    const after = remove('spend');
    expect(nodeOf(after, 'score')).toMatchObject({ input: 'unconnected' });
    expect(nodeOf(after, 'busy')).toMatchObject({ when: { '<': [{ var: 'visits' }, 3] }, tier: 'gold' });
    expect('amount' in after).toBe(false);
    expect(after.layout).toEqual({ gold: { x: 300, y: 40 } });
  });

  it('takes a column out of a table together with its cells', () => {
    expect(nodeOf(remove('score'), 'table')).toMatchObject({
      inputs: ['visits'],
      rows: [{ id: 'row_1', cells: [{ op: '>', value: 4 }], tier: 'gold' }],
    });
  });

  it('leaves a table one open column when it loses all its inputs', () => {
    expect(nodeOf(remove('score', 'visits'), 'table')).toMatchObject({
      inputs: ['unconnected'],
      rows: [{ cells: [null], tier: 'gold' }],
    });
  });

  it('leaves rows, conditions and actions of a tier without one', () => {
    const after = remove('gold');
    expect(nodeOf(after, 'table')).toMatchObject({ rows: [{ tier: 'unconnected' }] });
    expect(nodeOf(after, 'busy')).not.toHaveProperty('tier');
    expect(nodeOf(after, 'greet')).toMatchObject({ tier: 'unconnected' });
    expect(after.fallback).toBe('plain');
  });

  it('leaves the model without a fallback when that tier goes', () => {
    expect(remove('plain').fallback).toBe('unconnected');
  });
});

describe('undo and redo', () => {
  const steps: readonly DocumentChange[] = [
    { type: 'add', node: tier('silver', 3), position: { x: 0, y: 0 } },
    { type: 'replace', node: tier('silver', 4) },
    { type: 'move', positions: { silver: { x: 9, y: 9 } } },
    { type: 'describe', patch: { fallback: 'silver' } },
    { type: 'remove', ids: ['spend', 'gold'] },
    { type: 'restore', document: { ...base, name: { en: 'Earlier' } } },
    { type: 'all', changes: [{ type: 'remove', ids: ['greet'] }] },
  ];

  it('walk back and forth through every kind of change', () => {
    let history = startHistory(base);
    const states = [base];
    for (const step of steps) {
      history = record(history, applyChange(history.present, step));
      states.push(history.present);
    }
    expect(new Set(states).size).toBe(steps.length + 1);
    for (const state of states.toReversed().slice(1)) {
      history = undo(history);
      expect(history.present).toBe(state);
    }
    expect(undo(history)).toBe(history);
    for (const state of states.slice(1)) {
      history = redo(history);
      expect(history.present).toBe(state);
    }
    expect(redo(history)).toBe(history);
  });

  it('take the steps of one gesture together, but not those of the next one', () => {
    let history = startHistory('a');
    for (const [state, key] of [
      ['b', 'drag/1'],
      ['c', 'drag/1'],
      ['d', 'drag/2'],
      ['e', undefined],
      ['f', undefined],
    ] as const)
      history = record(history, state, key);
    expect([...history.past, history.present]).toEqual(['a', 'c', 'd', 'e', 'f']);
  });

  it('do not merge a gesture into what was undone before it', () => {
    const dragged = record(record(startHistory('a'), 'b'), 'c', 'drag');
    const again = record(undo(dragged), 'd', 'drag');
    expect([...again.past, again.present]).toEqual(['a', 'b', 'd']);
    expect(again.future).toEqual([]);
  });

  it('record nothing when nothing changed, and keep two hundred steps', () => {
    const start = startHistory(0);
    expect(record(start, 0)).toBe(start);
    let history = start;
    for (let step = 1; step <= 250; step++) history = record(history, step);
    expect(history.past).toHaveLength(200);
    expect(history.past[0]).toBe(50);
  });
});

describe('a text in one language', () => {
  it('keeps the other language', () => {
    expect(withText({ en: 'Gold', 'zh-CN': '金' }, 'en', 'Golden')).toEqual({ en: 'Golden', 'zh-CN': '金' });
  });

  it('is left out when emptied, unless it is the only one', () => {
    expect(withText({ en: 'Gold', 'zh-CN': '金' }, 'en', '')).toEqual({ 'zh-CN': '金' });
    expect(withText({ en: 'Gold' }, 'en', '')).toEqual({ en: '' });
  });
});
