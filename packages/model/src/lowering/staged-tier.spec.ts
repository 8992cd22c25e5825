import { describe, expect, it } from '@jest/globals';
import { applyJsonLogic } from '@terrace/expression';
import jsonLogic from 'json-logic-js';
import type { ModelDocument } from '../document/model-document.js';
import { documentOf, field } from '../testing/probe-node.js';
import { compileDocument } from './compile-document.js';
import { tierJsonLogic } from './tier-json-logic.js';

const formula = (id: string, expression: object): object => ({
  kind: 'formula',
  id,
  name: { en: id },
  valueType: 'number',
  expression,
});

/** Each formula reads the one before twice, so that written out in line the last one has 2 ** `levels` parts. */
function chain(levels: number): ModelDocument {
  const nodes = Array.from({ length: levels }, (_, level) => {
    const before = { var: level === 0 ? 'amount' : `f${level - 1}` };
    return formula(`f${level}`, { '-': [{ '+': [before, before] }, { max: [before, { var: 'floor' }] }] });
  });
  const rule = { '>': [{ var: `f${levels - 1}` }, 10] };
  return documentOf([
    field('amount', 'number'),
    field('floor', 'number', { missing: { policy: 'default', value: 5 } }),
    ...nodes,
    { kind: 'condition', id: 'rich', name: { en: 'rich' }, when: rule, tier: 'gold' },
  ]);
}

const rows = [
  { amount: 20, floor: 3 },
  { amount: '20', floor: '' },
  { amount: 10 },
  { amount: 10.01 },
  { amount: 12, floor: 13 },
  { amount: null, floor: 3 },
  { amount: '', floor: null },
  {},
];
type Rule = Parameters<typeof jsonLogic.apply>[0];

describe('the JSON Logic of a model', () => {
  it('stands in line while it is small', () => {
    expect(JSON.stringify(tierJsonLogic(chain(3)))).not.toContain('reduce');
  });

  it('computes each node once where it would multiply: twice the nodes, twice the size', () => {
    const sizes = [30, 60].map((levels) => JSON.stringify(tierJsonLogic(chain(levels))).length);
    expect(sizes[0]).toBeLessThan(15_000);
    expect((sizes[1] ?? 0) / (sizes[0] ?? 1)).toBeLessThan(2.1);
  });

  it.each([3, 30, 100])('gives one tier in every reader, %i levels deep', (levels) => {
    const document = chain(levels);
    const exported = tierJsonLogic(document);
    const { tierOf } = compileDocument(document);
    const tiers = rows.map((row) => tierOf(row));
    expect(new Set(tiers).size).toBe(2);
    expect(rows.map((row) => jsonLogic.apply(exported as Rule, row) as unknown)).toEqual(tiers);
    expect(rows.map((row) => applyJsonLogic(exported, row))).toEqual(tiers);
  });
});
