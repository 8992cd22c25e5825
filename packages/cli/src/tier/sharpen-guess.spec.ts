import { describe, expect, it } from '@jest/globals';
import type { MappingGuess } from '@terrace/client';
import { fieldSchema } from '@terrace/model';
import { sharpenGuess } from './sharpen-guess.js';

const field = (id: string, name: string) => fieldSchema.parse({ id, name: { en: name }, type: 'text' });

function guessOf(
  headers: readonly string[],
  guess: Partial<MappingGuess> = {},
  fields: readonly ReturnType<typeof field>[] = [],
  kind: 'subject' | 'event' = 'subject',
): Pick<MappingGuess, 'mapping' | 'ambiguous'> {
  const file = { kind, type: 'plot', path: 'plots.csv' };
  const { mapping, ambiguous } = sharpenGuess(
    { file, headers, guess: { mapping: {}, ambiguous: [], missing: [], ...guess } },
    fields,
  ).guess;
  return { mapping, ambiguous };
}

describe('sharpenGuess', () => {
  it('gives columns that differ in punctuation alone to the fields that are called exactly so', () => {
    const columns = ['a.b', 'a_b'];
    const ambiguous = [
      { target: 'a_b', columns },
      { target: 'a_b_2', columns },
    ];
    expect(guessOf(columns, { ambiguous }, [field('a_b', 'a_b'), field('a_b_2', 'a.b')])).toEqual({
      mapping: { a_b: 'a_b', a_b_2: 'a.b' },
      ambiguous: [],
    });
  });

  it('takes a column from a target that only resembles it, and leaves what is clear then', () => {
    const guess = {
      mapping: { status: 'status.now' },
      ambiguous: [
        { target: 'key', columns: ['no', 'key'] },
        { target: 'size', columns: ['Size', 'SIZE'] },
      ],
    };
    expect(guessOf([], guess)).toEqual(guess);
    expect(
      guessOf(['status.now', 'no', 'key'], guess, [field('x', 'status.now'), field('y', 'key')]),
    ).toEqual({
      mapping: { x: 'status.now', y: 'key', key: 'no' },
      ambiguous: [{ target: 'size', columns: ['Size', 'SIZE'] }],
    });
  });

  it.each([
    ['row_id', ['row_id', 'area']],
    ['Plot No.', ['Plot No.', 'branch_id']],
    ['编号', ['编号', '面积']],
  ])('guesses that %s is the key', (key, headers) => {
    expect(guessOf(headers)).toEqual({ mapping: { key }, ambiguous: [] });
  });

  it('leaves the key open where two columns may be it, none is, or one was recognised', () => {
    expect(guessOf(['id', 'row_id']).ambiguous).toEqual([{ target: 'key', columns: ['id', 'row_id'] }]);
    expect(guessOf(['branch_id'])).toEqual({ mapping: {}, ambiguous: [] });
    expect(guessOf(['id', 'no'], { mapping: { key: 'no' } }).mapping).toEqual({ key: 'no' });
    expect(guessOf(['id'], {}, [], 'event').mapping).toEqual({});
  });
});
