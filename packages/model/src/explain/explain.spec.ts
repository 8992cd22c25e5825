import { describe, expect, it } from '@jest/globals';
import { bands, condition, model, numberDimension, rfmDocument, tier } from '../testing/documents.js';
import { explain } from './explain.js';

describe('explain', () => {
  it('says what every node said, and which row decided', () => {
    const {
      tier: found,
      summary,
      steps,
    } = explain(rfmDocument(), {
      recency: '194.0',
      frequency: '4',
      monetary: '1405.50',
    });
    expect(found).toBe('promising');
    expect(summary).toEqual({
      en: 'Tier “promising”: row 4 of “segment” holds (recency score is 3–4, frequency score is 1–3 and amount score is 3–5).',
      'zh-CN':
        '层级为“promising”：“segment”第 4 行成立（最近消费得分为 3–4，消费频次得分为 1–3，消费金额得分为 3–5）。',
    });
    expect(steps.map((step) => [step.nodeId, step.value, step.decidedBy, step.isDecisive])).toEqual([
      ['recency', '194.0', null, true],
      ['frequency', '4', null, true],
      ['monetary', '1405.50', null, true],
      ['recency_score', 3, '2', true],
      ['frequency_score', 2, '1', true],
      ['monetary_score', 5, '4', true],
      ['segment', 'promising', 'r4', true],
    ]);
    expect(steps.slice(0, 6).map((step) => step.sentence)).toEqual([
      { en: 'Recency is 194 days.', 'zh-CN': '最近消费间隔为 194 天。' },
      { en: 'Frequency is 4.', 'zh-CN': '消费频次为 4 次。' },
      { en: 'Amount is 1,405.5.', 'zh-CN': '消费金额为 1,405.5 元。' },
      {
        en: 'Recency is 194 days: at least 181 and less than 297.4 days, so score 3.',
        'zh-CN': '最近消费间隔为 194 天，不少于 181 且少于 297.4 天，得 3 分。',
      },
      {
        en: 'Frequency is 4: at least 4 and less than 5, so score 2.',
        'zh-CN': '消费频次为 4 次，不少于 4 且少于 5 次，得 2 分。',
      },
      {
        en: 'Amount is 1,405.5: at least 666, so score 5.',
        'zh-CN': '消费金额为 1,405.5 元，不少于 666 元，得 5 分。',
      },
    ]);
  });

  it('says 1 day, and below the first cut point', () => {
    const { steps } = explain(rfmDocument(), { recency: 1, frequency: 1, monetary: 1 });
    expect(steps[3]?.sentence).toEqual({
      en: 'Recency is 1 day: less than 115 days, so score 5.',
      'zh-CN': '最近消费间隔为 1 天，少于 115 天，得 5 分。',
    });
  });

  it('says what is missing when nothing holds', () => {
    const { tier: found, summary, steps } = explain(rfmDocument(), { frequency: 100, monetary: 100_000 });
    expect(found).toBe('others');
    expect(summary).toEqual({
      en: 'Tier “Others”: no rule holds, so it is the fallback tier. Missing: recency.',
      'zh-CN': '层级为“其他”：没有任何规则成立，归入兜底层级。缺失：最近消费间隔。',
    });
    expect(steps.map((step) => step.isDecisive)).toEqual(Array(7).fill(false));
    expect(steps[3]).toMatchObject({
      value: null,
      decidedBy: null,
      sentence: { en: 'Recency is missing, so there is no score.', 'zh-CN': '最近消费间隔缺失，不评分。' },
    });
    expect(steps[6]?.sentence).toEqual({
      en: 'No row of the table holds.',
      'zh-CN': '决策表中没有任何一行成立。',
    });
  });

  it('marks the condition that gave the tier and what it looked at', () => {
    const document = model(
      [
        numberDimension('frequency', { en: 'Frequency', chinese: '消费频次' }),
        numberDimension('amount', { en: 'Amount', chinese: '消费金额', fallback: 0 }),
        numberDimension('age', { en: 'Age', chinese: '年龄' }),
        bands('level', 'age', ['18'], ['young', 'old'], { closed: 'right' }),
        condition(
          'core',
          { and: [{ '>': [{ var: 'frequency' }, 5] }, { '>': [{ var: 'amount' }, 100_000] }] },
          'gold',
        ),
        condition('regular', { '>': [{ var: 'frequency' }, 5] }, 'silver'),
        tier('gold', 1, { en: 'Core', chinese: '核心客户' }),
        tier('silver', 2, { en: 'Regular', chinese: '常规客户' }),
        tier('basic', 3),
      ],
      'basic',
    );
    const core = explain(document, { frequency: 6, amount: 100_001, age: 18 });
    expect(core.summary).toEqual({
      en: 'Tier “Core”: “core” holds (frequency is more than 5 and amount is more than 100,000).',
      'zh-CN': '层级为“核心客户”：“core”成立（消费频次大于 5，且消费金额大于 10 万）。',
    });
    expect(core.steps.filter((step) => step.isDecisive).map((step) => step.nodeId)).toEqual([
      'frequency',
      'amount',
      'core',
    ]);
    expect(core.steps.find((step) => step.nodeId === 'level')?.sentence).toEqual({
      en: 'Age is 18: at most 18, so the label is “young”.',
      'zh-CN': '年龄为 18，不大于 18，归为“young”。',
    });
    const regular = explain(document, { frequency: 6 });
    expect(regular.tier).toBe('silver');
    expect(regular.steps.find((step) => step.nodeId === 'core')?.sentence).toEqual({
      en: '“core” does not hold: frequency is more than 5 and amount is more than 100,000 (frequency is 6, amount is 0).',
      'zh-CN': '“core”不成立：消费频次大于 5，且消费金额大于 10 万（消费频次为 6，消费金额为 0）。',
    });
    expect(regular.steps.find((step) => step.nodeId === 'age')?.sentence).toEqual({
      en: 'Age is missing.',
      'zh-CN': '年龄缺失。',
    });
  });
});
