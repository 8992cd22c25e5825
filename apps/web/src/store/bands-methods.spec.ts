import { describe, expect, it } from '@jest/globals';
import { cutPointsSchema, type BandsNode } from '@terrace/model';
import { ascendingDecimals, bandCount, cutMethods, cutsBy, outputsFor, withCuts } from './bands-methods';

const bands: BandsNode = {
  kind: 'bands',
  id: 'score',
  name: { en: 'Score' },
  input: 'spend',
  cuts: { method: 'quantile', count: 4, offset: '0', values: ['1', '2', '3'], population: { var: 'active' } },
  closed: 'left',
  outputs: [1, 2, 3, 4],
};

describe('another method of taking cut points', () => {
  it.each(cutMethods)('%s keeps the number of bands and is well-formed', (method) => {
    const cuts = cutsBy(method, bands, ['1', '2', '3']);
    expect(bandCount(cuts)).toBe(4);
    expect(cutPointsSchema.safeParse(cuts).success).toBe(true);
  });

  it('keeps the population and what the last run found', () => {
    expect(cutsBy('topShare', bands, ['1', '2', '3'])).toEqual({
      method: 'topShare',
      shares: ['5', '20', '50'],
      values: ['1', '2', '3'],
      population: { var: 'active' },
    });
    expect(cutsBy('standardDeviation', bands, [])).toMatchObject({ steps: ['-1', '0', '1'] });
    expect(cutsBy('explicit', bands, [])).toEqual({ method: 'explicit', values: ['10', '20', '30'] });
  });

  it('brings as many outputs as there are bands', () => {
    const cuts = { method: 'topShare', shares: ['1', '5', '10', '20', '50'], values: [] } as const;
    expect(withCuts(bands, { ...cuts, shares: [...cuts.shares], values: [] }).outputs).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
    expect(outputsFor(['low', 'high'], 3)).toEqual(['low', 'high', 'high 3']);
  });
});

it('reads a typed list of decimals', () => {
  expect(ascendingDecimals(['20%', ' 5', 'x', '5.0', '0.5', '-1'])).toEqual(['-1', '0.5', '5.0', '20']);
});
