import { describe, expect, it } from '@jest/globals';
import type { DecisionTableNode } from '@terrace/model';
import { withHit, withOutcome } from './table-outcome';

const table: DecisionTableNode = {
  kind: 'decisionTable',
  id: 'table',
  name: { en: 'Table' },
  inputs: ['spend'],
  hit: 'first',
  rows: [{ id: 'row_1', cells: [{ op: '>', value: 1 }], tier: 'gold' }],
};

describe('the outcome of a decision table', () => {
  it('turns from tiers into values, and back into the fallback tier', () => {
    const values = withOutcome(table, 'value', 'plain');
    expect(values.rows).toEqual([{ id: 'row_1', cells: [{ op: '>', value: 1 }], value: 0 }]);
    expect(values).not.toHaveProperty('aggregate');
    expect(withOutcome(values, 'tier', 'plain').rows).toEqual([
      { id: 'row_1', cells: [{ op: '>', value: 1 }], tier: 'plain' },
    ]);
  });

  it('is a sum when values are collected, of numbers alone', () => {
    const texts = { ...table, rows: [{ id: 'row_1', cells: [null], value: 'A' }] };
    expect(withHit(texts, 'collect', 'plain')).toMatchObject({
      aggregate: 'sum',
      rows: [{ id: 'row_1', value: 0 }],
    });
  });

  it('is a tier by priority, and no longer aggregated', () => {
    const collected = withHit(withOutcome(table, 'value', 'plain'), 'collect', 'plain');
    const next = withHit(collected, 'priority', 'plain');
    expect(next).toMatchObject({ hit: 'priority', rows: [{ tier: 'plain' }] });
    expect(next).not.toHaveProperty('aggregate');
  });

  it('of a table without rows shows in a first row', () => {
    expect(withOutcome({ ...table, rows: [] }, 'value', 'plain').rows).toEqual([
      { id: 'row_1', cells: [null], value: 0 },
    ]);
  });
});
