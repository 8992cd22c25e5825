import { describe, expect, it } from '@jest/globals';
import { modelDocumentSchema } from '@terrace/model';
import { formatReport, tierRows, type TierReport } from './report.js';

const document = modelDocumentSchema.parse({
  schema: 1,
  name: { en: 'Value', 'zh-CN': '价值' },
  subjectType: 'customer',
  nodes: [
    { kind: 'tier', id: 'low', name: { en: 'Low, or none', 'zh-CN': '低价值' }, rank: 2 },
    { kind: 'tier', id: 'high', name: { en: 'High', 'zh-CN': '高价值' }, rank: 1 },
  ],
  fallback: 'low',
  amount: 'spent',
});

function report(language: 'en' | 'zh-CN'): TierReport {
  const results = [{ tier: 'low', count: 2, share: 1, amount: '1000000000000000.25' }];
  const tiers = tierRows(document, results, language);
  return { model: 'retail/value', asOf: '2024-01-31', total: 2, badRows: 1, tiers };
}

describe('tierRows', () => {
  it('has every tier, the best first, also those without anybody', () => {
    expect(report('zh-CN').tiers).toEqual([
      { tier: 'high', name: '高价值', count: 0, share: 0, amount: '0' },
      { tier: 'low', name: '低价值', count: 2, share: 1, amount: '1000000000000000.25' },
    ]);
  });

  it('has no amount where the model has none', () => {
    const { amount: _, ...without } = document;
    expect(tierRows(without, [], 'en').map(({ amount }) => amount)).toEqual([null, null]);
  });
});

describe('formatReport', () => {
  it('writes a table that stays aligned in Chinese', () => {
    expect(formatReport(report('zh-CN'), 'table', 'zh-CN')).toBe(
      [
        '层级    人数    占比                 金额',
        '高价值     0    0.0%                    0',
        '低价值     2  100.0%  1000000000000000.25',
        '',
      ].join('\n'),
    );
  });

  it('writes CSV with quotes where they are needed', () => {
    expect(formatReport(report('en'), 'csv', 'en')).toBe(
      'tier,name,count,share,amount\nhigh,High,0,0,0\nlow,"Low, or none",2,1,1000000000000000.25\n',
    );
  });

  it('writes one JSON object', () => {
    expect(JSON.parse(formatReport(report('en'), 'json', 'en'))).toEqual(report('en'));
  });
});
