import { describe, expect, it } from '@jest/globals';
import { bands, condition, dimension, model, numberDimension, table, tier } from '../testing/documents.js';
import { documentEdges } from './document-edges.js';
import { topologicalOrder } from './topological-order.js';
import { valueNodes } from './value-nodes.js';

const document = model(
  [
    table(
      'rules',
      ['score', 'region'],
      [
        ['gold', { op: '>', value: 1 }, null],
        ['gone', null, null],
      ],
    ),
    condition('core', { and: [{ '>': [{ var: 'n' }, 1] }, { missing: ['region'] }] }, 'gold'),
    bands('score', 'n', ['1'], [1, 2]),
    numberDimension('n', { unit: 'day' }),
    dimension('region', 'text'),
    tier('gold', 1),
    tier('basic', 2),
    {
      kind: 'action',
      id: 'call',
      name: { en: 'call' },
      tier: 'gold',
      on: ['enter'],
      action: { type: 'webhook', webhook: 'w' },
    },
  ],
  'basic',
);

describe('documentEdges', () => {
  it('are the references between nodes', () => {
    expect(documentEdges(document)).toEqual([
      { id: 'score->rules', source: 'score', target: 'rules', role: 'value' },
      { id: 'region->rules', source: 'region', target: 'rules', role: 'value' },
      { id: 'rules:row:r1->gold', source: 'rules', sourceHandle: 'row:r1', target: 'gold', role: 'tier' },
      { id: 'n->core', source: 'n', target: 'core', role: 'value' },
      { id: 'region->core', source: 'region', target: 'core', role: 'value' },
      { id: 'core->gold', source: 'core', target: 'gold', role: 'tier' },
      { id: 'n->score', source: 'n', target: 'score', role: 'value' },
      { id: 'gold->call', source: 'gold', target: 'call', role: 'action' },
    ]);
  });
});

describe('topologicalOrder', () => {
  it('puts every node after what it reads', () => {
    const { nodes, cycle } = topologicalOrder(document.nodes);
    expect(cycle).toBeNull();
    expect(nodes.map(({ node, depth }) => `${node.id} ${depth}`)).toEqual([
      'n 0',
      'region 0',
      'gold 0',
      'basic 0',
      'call 0',
      'core 1',
      'score 1',
      'rules 2',
    ]);
  });
});

describe('valueNodes', () => {
  it('are those with a column, in the order of the document', () => {
    expect(valueNodes(document).map(({ id, kind, type, unit }) => [id, kind, type, unit])).toEqual([
      ['rules', 'decisionTable', 'text', undefined],
      ['core', 'condition', 'boolean', undefined],
      ['score', 'bands', 'number', undefined],
      ['n', 'dimension', 'number', 'day'],
      ['region', 'dimension', 'text', undefined],
    ]);
  });
});
