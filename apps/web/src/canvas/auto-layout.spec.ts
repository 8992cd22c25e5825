import { describe, expect, it } from '@jest/globals';
import type { ModelNode } from '@terrace/model';
import { inReadingOrder } from './auto-layout';

const named = <K extends ModelNode['kind']>(kind: K, id: string) => ({ kind, id, name: { en: id } });
const tier = (id: string, rank: number): ModelNode => ({ ...named('tier', id), rank });
const dimension = (id: string): ModelNode => ({
  ...named('dimension', id),
  valueType: 'number',
  source: { kind: 'field', field: id },
  missing: { policy: 'noMatch' },
});
const bands = (id: string, input: string): ModelNode => ({
  ...named('bands', id),
  input,
  cuts: { method: 'explicit', values: ['1'] },
  closed: 'left',
  outputs: [1, 2],
});
const action = (id: string, of: string): ModelNode => ({
  ...named('action', id),
  tier: of,
  on: ['enter'],
  action: { type: 'webhook', webhook: 'crm' },
});

const order = (kind: ModelNode['kind'], nodes: ModelNode[]): string[] =>
  inReadingOrder({
    schema: 2,
    name: { en: 'Model' },
    subjectType: 'customer',
    nodes,
    fallback: 'c',
    layout: {},
  })
    .filter((node) => node.kind === kind)
    .map(({ id }) => id);

describe('the order within a layer', () => {
  const tiers = [tier('c', 30), tier('a', 10), tier('b', 20)];

  it('is that of the ranks for tiers', () => {
    expect(order('tier', tiers)).toEqual(['a', 'b', 'c']);
  });

  it('follows the tiers for their actions', () => {
    expect(order('action', [action('x', 'c'), action('y', 'a'), action('z', 'b'), ...tiers])).toEqual([
      'y',
      'z',
      'x',
    ]);
  });

  it('follows the bands for their dimensions, and puts those that none reads below', () => {
    const nodes = [
      dimension('loose'),
      dimension('p'),
      dimension('q'),
      bands('of_q', 'q'),
      bands('of_p', 'p'),
    ];
    expect(order('dimension', nodes)).toEqual(['q', 'p', 'loose']);
    expect(order('bands', nodes)).toEqual(['of_q', 'of_p']);
  });
});
