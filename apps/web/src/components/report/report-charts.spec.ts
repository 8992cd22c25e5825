import { describe, expect, it } from '@jest/globals';
import type { RunReport } from '@terrace/client';
import { barOption, measureGroups, pieOption } from './report-charts';

const measure = (id: string, unit: string | null, aggregate = 'sum'): RunReport['measures'][number] => ({
  id,
  name: { en: id },
  aggregate,
  unit,
});
const tiers: RunReport['tiers'] = [
  { tier: 'gold', name: { en: 'Gold' }, color: '#ffd700', values: { a: '0.75', b: '3' } },
  { tier: 'rest', name: { en: 'Rest' }, color: null, values: { a: '0.25', b: null } },
];
const words = {
  nameOf: ({ name }: { readonly name: { readonly en?: string | undefined } }) => name.en ?? '',
  say: (value: string | number | null) => String(value),
};

describe('measureGroups', () => {
  it('puts measures of one scale into one chart, and each without a unit into its own', () => {
    const groups = measureGroups([
      measure('a', 'share'),
      measure('n', null),
      measure('total', 'currency'),
      measure('mean', 'currency', 'average'),
      measure('c', 'share'),
      measure('m', null),
      measure('most', 'currency', 'maximum'),
    ]);
    expect(groups.map((group) => group.map(({ id }) => id))).toEqual([
      ['a', 'c'],
      ['n'],
      ['total'],
      ['mean', 'most'],
      ['m'],
    ]);
  });
});

describe('barOption', () => {
  it('shows one measure in the colours of the tiers, the best tier on top', () => {
    expect(barOption(tiers, [measure('a', 'share')], words)).toMatchObject({
      yAxis: { data: ['Rest', 'Gold'] },
      series: [
        {
          data: [
            { value: 0.25, itemStyle: { color: '#8c8c8c' } },
            { value: 0.75, itemStyle: { color: '#ffd700' } },
          ],
        },
      ],
    });
  });

  it('shows several with a legend, and no bar where there is no figure', () => {
    expect(barOption(tiers, [measure('a', 'share'), measure('b', 'share')], words)).toMatchObject({
      legend: {},
      series: [
        { name: 'a', data: [{ value: 0.25 }, { value: 0.75 }] },
        { name: 'b', data: [{ value: null }, { value: 3 }] },
      ],
    });
  });
});

describe('pieOption', () => {
  it('leaves out tiers without a figure', () => {
    expect(pieOption(tiers, measure('b', null), words)).toMatchObject({
      series: [{ data: [{ name: 'Gold', value: 3, itemStyle: { color: '#ffd700' } }] }],
    });
  });
});
