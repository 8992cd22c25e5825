import { describe, expect, it } from '@jest/globals';
import type { ModelDocument, ModelNode } from '@terrace/model';
import { connect, disconnect, newRowHandle, rowHandle, type Ends } from './connections';
import { applyChange } from './document-change';

const named = <K extends ModelNode['kind']>(kind: K, id: string) => ({ kind, id, name: { en: id } });
const dimension = (id: string, valueType: 'number' | 'text'): ModelNode => ({
  ...named('dimension', id),
  valueType,
  source: { kind: 'field', field: id },
  missing: { policy: 'noMatch' },
});
const bands = (id: string, input: string, outputs: (string | number)[]): ModelNode => ({
  ...named('bands', id),
  input,
  cuts: { method: 'explicit', values: ['10'] },
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
    dimension('city', 'text'),
    bands('score', 'spend', [1, 2]),
    bands('grade', 'spend', ['low', 'high']),
    { ...named('condition', 'busy'), when: { '>=': [{ var: 'visits' }, 3] } },
    { ...named('condition', 'open'), when: true },
    { ...named('condition', 'custom'), when: { '>': [{ '+': [{ var: 'spend' }, 1] }, 3] } },
    {
      ...named('decisionTable', 'table'),
      hit: 'first',
      inputs: ['score', 'city'],
      rows: [
        { id: 'row_1', cells: [{ op: '==', value: 2 }, null], tier: 'gold' },
        { id: 'row_2', cells: [null, { op: '==', value: 'Rome' }], tier: 'plain' },
      ],
    },
    { ...named('decisionTable', 'fresh'), hit: 'first', inputs: ['unconnected'], rows: [] },
    { ...named('tier', 'gold'), rank: 1 },
    { ...named('tier', 'plain'), rank: 2 },
    { ...named('action', 'greet'), tier: 'gold', on: ['enter'], action: { type: 'webhook', webhook: 'crm' } },
  ],
  fallback: 'plain',
  layout: {},
};

const ends = (source: string, target: string, sourceHandle?: string): Ends => ({
  source,
  target,
  sourceHandle,
});

/** The target or source after the connection; nothing when it is refused. */
function after(change: ReturnType<typeof connect>, id: string, before = document): ModelNode | undefined {
  return change === undefined ? undefined : applyChange(before, change).nodes.find((node) => node.id === id);
}
const connected = (id: string, ...line: Parameters<typeof ends>) =>
  after(connect(document, ends(...line)), id);
const cut = (id: string, ...line: Parameters<typeof ends>) => after(disconnect(document, ends(...line)), id);

describe('which connections are valid', () => {
  it.each([
    ['a dimension into bands', 'visits', 'score'],
    ['bands with numbers into bands', 'score', 'grade'],
    ['a text into a condition', 'city', 'busy'],
    ['bands with labels into a condition', 'grade', 'busy'],
    ['a condition into a condition', 'open', 'busy'],
    ['a condition into a table', 'busy', 'table'],
    ['a condition into a tier', 'busy', 'gold'],
    ['a tier into an action', 'plain', 'greet'],
  ])('%s', (_, source, target) => {
    expect(connect(document, ends(source, target))).toBeDefined();
  });

  it.each([
    ['a text into bands', 'city', 'score'],
    ['bands with labels into bands', 'grade', 'score'],
    ['a condition into bands', 'busy', 'score'],
    ['the input that bands have already', 'spend', 'score'],
    ['a variable that a condition reads already', 'visits', 'busy'],
    ['anything into a rule that the rows cannot show', 'visits', 'custom'],
    ['the column that a table has already', 'city', 'table'],
    ['a tier into a table', 'gold', 'table'],
    ['anything into a dimension', 'score', 'visits'],
    ['a dimension into a tier', 'spend', 'gold'],
    ['bands into a tier', 'score', 'gold'],
    ['a tier into a tier', 'plain', 'gold'],
    ['the tier that an action has already', 'gold', 'greet'],
    ['a dimension into an action', 'spend', 'greet'],
    ['an action into anything', 'greet', 'busy'],
    ['a node into itself', 'busy', 'busy'],
    ['a node that is not there', 'nobody', 'busy'],
  ])('not %s', (_, source, target) => {
    expect(connect(document, ends(source, target))).toBeUndefined();
  });

  it('not one that closes a circle, also over several nodes', () => {
    const first = connect(document, ends('open', 'busy'));
    const second = connect(
      first === undefined ? document : applyChange(document, first),
      ends('busy', 'table'),
    );
    expect(second).toBeDefined();
    const chained = first === undefined ? document : applyChange(document, first);
    expect(connect(chained, ends('busy', 'open'))).toBeUndefined();
    const scored = applyChange(document, { type: 'replace', node: bands('grade', 'score', [1, 2]) });
    expect(connect(scored, ends('grade', 'score'))).toBeUndefined();
  });
});

describe('connecting', () => {
  it('sets the input of bands', () => {
    expect(connected('score', 'visits', 'score')).toMatchObject({ input: 'visits' });
  });

  it('adds a row that fits the type to a condition', () => {
    const busy = { '>=': [{ var: 'visits' }, 3] };
    expect(connected('busy', 'spend', 'busy')).toMatchObject({
      when: { and: [busy, { '>=': [{ var: 'spend' }, 0] }] },
    });
    expect(connected('busy', 'city', 'busy')).toMatchObject({
      when: { and: [busy, { '!=': [{ var: 'city' }, null] }] },
    });
    expect(connected('busy', 'open', 'busy')).toMatchObject({
      when: { and: [busy, { '==': [{ var: 'open' }, true] }] },
    });
    expect(connected('open', 'spend', 'open')).toMatchObject({ when: { '>=': [{ var: 'spend' }, 0] } });
  });

  it('adds a column of open cells to a table', () => {
    expect(connected('table', 'visits', 'table')).toMatchObject({
      inputs: ['score', 'city', 'visits'],
      rows: [
        { cells: [{ op: '==', value: 2 }, null, null] },
        { cells: [null, { op: '==', value: 'Rome' }, null] },
      ],
    });
  });

  it('fills the open column of a new table', () => {
    expect(connected('fresh', 'visits', 'fresh')).toMatchObject({ inputs: ['visits'] });
  });

  it('gives the drawn row of a table its tier, and no other row', () => {
    expect(connected('table', 'table', 'plain', rowHandle('row_1'))).toMatchObject({
      rows: [
        { id: 'row_1', tier: 'plain' },
        { id: 'row_2', tier: 'plain' },
      ],
    });
    expect(connect(document, ends('table', 'gold', rowHandle('row_1')))).toBeUndefined();
  });

  it('adds a row with open cells from the handle for new rows', () => {
    const table = connected('table', 'table', 'gold', newRowHandle);
    expect(table?.kind === 'decisionTable' && table.rows.slice(2)).toEqual([
      { id: 'row_3', cells: [null, null], tier: 'gold' },
    ]);
  });

  it('sets the tier of a condition and of an action', () => {
    expect(connected('busy', 'busy', 'plain')).toMatchObject({ tier: 'plain' });
    expect(connected('greet', 'plain', 'greet')).toMatchObject({ tier: 'plain' });
  });
});

describe('deleting a line', () => {
  it('opens the input of bands; a line of their population is no input', () => {
    expect(cut('score', 'spend', 'score')).toMatchObject({ input: 'unconnected' });
    expect(disconnect(document, ends('visits', 'score'))).toBeUndefined();
  });

  it('takes the rows over the variable out of a condition', () => {
    expect(cut('busy', 'visits', 'busy')).toMatchObject({ when: true });
  });

  it('is refused where a rule must be edited by hand', () => {
    expect(disconnect(document, ends('spend', 'custom'))).toBeUndefined();
  });

  it('takes the column out of a table together with its cells', () => {
    expect(cut('table', 'score', 'table')).toMatchObject({
      inputs: ['city'],
      rows: [{ cells: [null] }, { cells: [{ op: '==', value: 'Rome' }] }],
    });
  });

  it('opens the last column of a table, so that it keeps one', () => {
    const one = applyChange(document, {
      type: 'replace',
      node: {
        ...named('decisionTable', 'table'),
        hit: 'first',
        inputs: ['score'],
        rows: [{ id: 'row_1', cells: [{ op: '==', value: 2 }], tier: 'gold' }],
      },
    });
    expect(after(disconnect(one, ends('score', 'table')), 'table', one)).toMatchObject({
      inputs: ['unconnected'],
      rows: [{ cells: [null], tier: 'gold' }],
    });
  });

  it('takes the tier from that row, condition or action alone', () => {
    expect(cut('table', 'table', 'gold', rowHandle('row_1'))).toMatchObject({
      rows: [{ tier: 'unconnected' }, { tier: 'plain' }],
    });
    expect(cut('greet', 'gold', 'greet')).toMatchObject({ tier: 'unconnected' });
    const tied = applyChange(document, {
      type: 'replace',
      node: { ...named('condition', 'open'), when: true, tier: 'gold' },
    });
    expect(after(disconnect(tied, ends('open', 'gold')), 'open', tied)).not.toHaveProperty('tier');
  });
});
