import { describe, expect, it } from '@jest/globals';
import { condition, model, numberDimension, tier } from '../../testing/documents.js';
import { solve } from './solve.js';
import { ProofSpace } from './space.js';

/** One subject out of very many: six numbers that are all 17, far from the middle of what they are compared with. */
const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const document = model(
  [
    ...ids.map((id) => numberDimension(id)),
    condition('all_17', { and: ids.map((id) => ({ '==': [{ var: id }, 17] })) }, 'found'),
    condition('cuts', { and: ids.map((id) => ({ in: [{ var: id }, [20, 30, 40, 50]] })) }, 'others'),
    tier('found', 1),
    tier('others', 2),
  ],
  'others',
);

describe('solve', () => {
  it.each([
    [100_000, 1, false],
    [0, 0, true],
  ])('with %i steps finds %i boxes and says %j of having been cut short', (steps, found, isCutShort) => {
    const space = new ProofSpace(document, 1);
    const [rule] = space.rules;
    if (rule === undefined) throw new Error('the document has a rule');
    const search = solve(space, rule.holds, space.everything(), { steps, found: 10, regions: 10 });
    expect([search.boxes.length, search.isCutShort]).toEqual([found, isCutShort]);
  });
});
