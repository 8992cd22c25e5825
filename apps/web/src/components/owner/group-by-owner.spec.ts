import { describe, expect, it } from '@jest/globals';
import { groupByOwner } from './group-by-owner';

const names: Record<string, string> = { retail: 'Retail', b2b: 'Business accounts', workspace: 'Made here' };
const nameOf = (owner: string): string => names[owner] ?? owner;
const of = (owner: string, id: string) => ({ owner, id });

describe('groupByOwner', () => {
  it('orders plugins by name, what was made here last, and keeps the order within', () => {
    const items = [of('workspace', 'w'), of('retail', 'b'), of('b2b', 'x'), of('retail', 'a')];
    expect(
      groupByOwner(items, nameOf, 'en').map(({ name, items: own }) => [name, own.map(({ id }) => id)]),
    ).toEqual([
      ['Business accounts', ['x']],
      ['Retail', ['b', 'a']],
      ['Made here', ['w']],
    ]);
  });

  it('keeps two plugins of one name apart', () => {
    expect(
      groupByOwner([of('two', '2'), of('one', '1')], () => 'Same', 'en').map(({ owner }) => owner),
    ).toEqual(['one', 'two']);
  });

  it('names an unknown plugin by its id', () => {
    expect(groupByOwner([of('gone', 'g')], nameOf, 'en')).toEqual([
      { owner: 'gone', name: 'gone', items: [of('gone', 'g')] },
    ]);
  });
});
