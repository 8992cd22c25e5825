import { describe, expect, it } from '@jest/globals';
import type { ModelDocument, TierNode } from '@terrace/model';
import { actionOf, customOf, dimensionOf, tierOf } from './contributed-node';

const gold: TierNode = { kind: 'tier', id: 'gold', name: { en: 'Gold' }, rank: 1 };
const silver: TierNode = { kind: 'tier', id: 'silver', name: { en: 'Silver' }, rank: 2 };
const document: ModelDocument = {
  schema: 2,
  name: { en: 'M' },
  subjectType: 'customer',
  nodes: [gold, silver],
  fallback: 'silver',
  layout: {},
};

describe('a node from what a plugin brings', () => {
  it('is a dimension that names where it is from', () => {
    const node = {
      kind: 'dimension' as const,
      id: 'age',
      name: { en: 'Age' },
      valueType: 'number' as const,
      source: { kind: 'field' as const, field: 'age' },
      missing: { policy: 'noMatch' as const },
    };
    expect(dimensionOf(document, { id: 'bank.age', owner: 'bank', subjectType: 'customer', node })).toEqual({
      ...node,
      origin: 'bank.age',
    });
  });

  it('carries the definition of its kind under a free id', () => {
    const definition = {
      inputs: [{ id: 'now', name: { en: 'Now' }, type: 'number' as const }],
      parameters: [],
      valueType: 'number' as const,
      expression: { var: 'now' },
    };
    expect(
      customOf(document, { id: 'bank.gold', owner: 'bank', version: '1.2.0', name: { en: 'G' }, definition }),
    ).toEqual({
      kind: 'custom',
      id: 'gold_2',
      name: { en: 'G' },
      origin: 'bank.gold',
      version: '1.2.0',
      inputs: {},
      parameters: {},
      definition,
    });
  });

  it.each([
    [2, 3],
    [7, 7],
  ])('is a tier: of rank %i it gets %i', (rank, given) => {
    const made = tierOf(document, { id: 'bank.gold', owner: 'bank', node: { ...gold, rank } });
    expect(made).toEqual({ ...gold, id: 'gold_2', rank: given });
  });

  it('is an action that waits for a tier', () => {
    const action = { type: 'task' as const, title: { en: 'Call' }, owner: 'sales' };
    expect(
      actionOf(document, { id: 'bank.call', owner: 'bank', name: { en: 'Call' }, on: ['enter'], action }),
    ).toEqual({
      kind: 'action',
      id: 'call',
      name: { en: 'Call' },
      tier: 'unconnected',
      on: ['enter'],
      action,
    });
  });
});
