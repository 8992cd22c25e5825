import { describe, expect, it } from '@jest/globals';
import jsonLogic from 'json-logic-js';
import type { ModelDocument } from '../document/model-document.js';
import { explain } from '../explain/explain.js';
import { compileDocument } from '../lowering/compile-document.js';
import { lowerDocument } from '../lowering/lower-document.js';
import type { PreviousValues } from '../lowering/subject-values.js';
import { tierJsonLogic } from '../lowering/tier-json-logic.js';
import { condition, model, numberDimension, tier } from '../testing/documents.js';
import type { Lifecycle } from './lifecycle-schema.js';

const n = { var: 'n' };

/** Four tiers by `n`: 10 bronze, 20 silver, 30 gold, less is basic. */
function loyalty(lifecycle: Partial<Lifecycle>): ModelDocument {
  return {
    ...model(
      [
        numberDimension('n', { en: 'Points', chinese: '积分' }),
        condition('is_gold', { '>=': [n, 30] }, 'gold'),
        condition('is_silver', { '>=': [n, 20] }, 'silver'),
        condition('is_bronze', { '>=': [n, 10] }, 'bronze'),
        tier('gold', 1, { en: 'Gold', chinese: '金卡' }),
        tier('silver', 2, { en: 'Silver', chinese: '银卡' }),
        tier('bronze', 3, { en: 'Bronze', chinese: '铜卡' }),
        tier('basic', 4, { en: 'Basic', chinese: '普通' }),
      ],
      'basic',
    ),
    lifecycle,
  };
}

/** Tier and policy in every reader, which must agree. */
function decide(
  document: ModelDocument,
  points: number | null,
  previous: PreviousValues = {},
): [tier: string, policy: string | null] {
  const values = { n: points, previous };
  const traced = compileDocument(document, { generateCode: true }).trace(values);
  const flat = Object.fromEntries(Object.entries(previous).map(([key, each]) => [`previous.${key}`, each]));
  expect(compileDocument(document).trace({ n: points, ...flat })).toEqual(traced);
  expect(compileDocument(document, { generateCode: false }).trace(values)).toEqual(traced);
  expect(compileDocument(document).evaluate(values)).toEqual({ tier: traced.tier, values: traced.values });
  const exported = tierJsonLogic(document) as Parameters<typeof jsonLogic.apply>[0];
  expect(jsonLogic.apply(exported, values)).toBe(traced.tier);
  expect(explain(document, values)).toMatchObject({ tier: traced.tier, policy: traced.policy });
  return [traced.tier, traced.policy];
}

describe('a lifecycle', () => {
  it('lets a subject without a tier go where it qualifies', () => {
    const document = loyalty({
      graceDays: 30,
      oneStep: 'both',
      minimumStay: { days: 90, direction: 'both' },
    });
    expect(decide(document, 30)).toEqual(['gold', 'new']);
    expect(decide(document, 5, { tier: null, days: 3 })).toEqual(['basic', 'new']);
    expect(decide(document, 20, { tier: 'abolished', days: 3 })).toEqual(['silver', 'new']);
  });

  it('moves up and down at once where nothing holds it', () => {
    const document = loyalty({});
    expect(decide(document, 30, { tier: 'bronze', days: 0 })).toEqual(['gold', 'up']);
    expect(decide(document, 30, { tier: 'gold', days: 0 })).toEqual(['gold', 'same']);
    expect(decide(document, 9, { tier: 'gold', days: 0 })).toEqual(['basic', 'down']);
    expect(decide(document, null, { tier: 'gold', days: 0 })).toEqual(['basic', 'down']);
  });

  it.each([
    [null, 'gold', 'grace'],
    [0, 'gold', 'grace'],
    [29, 'gold', 'grace'],
    [30, 'bronze', 'down'],
    [31, 'bronze', 'down'],
  ])('with %p days of failing and a grace period of 30 gives %s', (failingDays, expected, policy) => {
    const document = loyalty({ graceDays: 30 });
    expect(decide(document, 10, { tier: 'gold', days: 400, failingDays })).toEqual([expected, policy]);
    expect(decide(document, 30, { tier: 'gold', days: 400, failingDays })).toEqual(['gold', 'same']);
    expect(decide(document, 30, { tier: 'silver', days: 400, failingDays })).toEqual(['gold', 'up']);
  });

  it.each([
    [null, 'gold', 'minimum_stay'],
    [89, 'gold', 'minimum_stay'],
    [90, 'silver', 'down'],
    [91, 'silver', 'down'],
  ])('with %p days in the tier and a minimum stay of 90 gives %s', (days, expected, policy) => {
    const document = loyalty({ minimumStay: { days: 90, direction: 'down' } });
    expect(decide(document, 20, { tier: 'gold', days })).toEqual([expected, policy]);
    expect(decide(document, 30, { tier: 'silver', days })).toEqual(['gold', 'up']);
  });

  it.each([
    [89, 'silver', 'minimum_stay'],
    [90, 'gold', 'up'],
    [91, 'gold', 'up'],
  ])('with %p days and a minimum stay of 90 both ways moves up to %s', (days, expected, policy) => {
    const document = loyalty({ minimumStay: { days: 90, direction: 'both' } });
    expect(decide(document, 30, { tier: 'silver', days })).toEqual([expected, policy]);
  });

  it.each([
    [null, 'gold', 'valid', 'same'],
    [364, 'gold', 'valid', 'same'],
    [365, 'basic', 'down', 'requalified'],
    [366, 'basic', 'down', 'requalified'],
  ])('with %p days of a validity of 365 gives %s', (validDays, expected, policy, kept) => {
    const document = loyalty({ validityDays: 365 });
    expect(decide(document, 9, { tier: 'gold', days: 1000, validDays })).toEqual([expected, policy]);
    expect(decide(document, 30, { tier: 'gold', days: 1000, validDays })).toEqual(['gold', kept]);
    expect(decide(document, 30, { tier: 'silver', days: 1000, validDays })).toEqual(['gold', 'up']);
  });

  it('lets validity, minimum stay and grace all pass before it moves down', () => {
    const document = loyalty({
      validityDays: 365,
      graceDays: 30,
      minimumStay: { days: 400, direction: 'down' },
    });
    const at = (days: number, failingDays: number, validDays: number) =>
      decide(document, 20, { tier: 'gold', days, failingDays, validDays });
    expect(at(400, 30, 364)).toEqual(['gold', 'valid']);
    expect(at(399, 30, 365)).toEqual(['gold', 'minimum_stay']);
    expect(at(400, 29, 365)).toEqual(['gold', 'grace']);
    expect(at(400, 30, 365)).toEqual(['silver', 'down']);
  });

  it('takes one step up or down at a time', () => {
    const up = loyalty({ oneStep: 'up' });
    expect(decide(up, 30, { tier: 'basic' })).toEqual(['bronze', 'one_step_up']);
    expect(decide(up, 30, { tier: 'bronze' })).toEqual(['silver', 'one_step_up']);
    expect(decide(up, 30, { tier: 'silver' })).toEqual(['gold', 'up']);
    expect(decide(up, 9, { tier: 'gold' })).toEqual(['basic', 'down']);
    const down = loyalty({ oneStep: 'down' });
    expect(decide(down, 9, { tier: 'gold' })).toEqual(['silver', 'one_step_down']);
    expect(decide(down, 9, { tier: 'silver' })).toEqual(['bronze', 'one_step_down']);
    expect(decide(down, 9, { tier: 'bronze' })).toEqual(['basic', 'down']);
    expect(decide(down, 30, { tier: 'basic' })).toEqual(['gold', 'up']);
    const both = loyalty({ oneStep: 'both' });
    expect(decide(both, 30, { tier: 'basic' })).toEqual(['bronze', 'one_step_up']);
    expect(decide(both, 9, { tier: 'gold' })).toEqual(['silver', 'one_step_down']);
  });

  it('goes along stages where they differ from ranks', () => {
    const document = loyalty({ oneStep: 'both', stages: ['basic', 'silver', 'bronze', 'gold'] });
    expect(decide(document, 30, { tier: 'basic' })).toEqual(['silver', 'one_step_up']);
    expect(decide(document, 20, { tier: 'bronze' })).toEqual(['silver', 'down']);
    expect(decide(document, 10, { tier: 'silver' })).toEqual(['bronze', 'up']);
  });

  it('lets the first fast track that holds and leads up pass everything', () => {
    const document = loyalty({
      oneStep: 'up',
      minimumStay: { days: 90, direction: 'both' },
      fastTracks: [
        { id: 'invited', name: { en: 'Invited' }, to: 'silver', when: { '>=': [n, 25] } },
        { id: 'stars', name: { en: 'Stars' }, to: 'gold', when: { '>=': [n, 24] } },
        { id: 'low', name: { en: 'Low' }, to: 'basic', when: true },
      ],
    });
    expect(decide(document, 25, { tier: 'basic', days: 1 })).toEqual(['silver', 'fast_track']);
    expect(decide(document, 25, { tier: 'silver', days: 1 })).toEqual(['gold', 'fast_track']);
    expect(decide(document, 24, { tier: 'basic', days: 1 })).toEqual(['gold', 'fast_track']);
    expect(decide(document, 23, { tier: 'basic', days: 1 })).toEqual(['basic', 'minimum_stay']);
    expect(decide(document, 25, { tier: 'gold', days: 100 })).toEqual(['silver', 'down']);
    expect(decide(document, null, { tier: 'silver', days: 100 })).toEqual(['basic', 'down']);
    // Whoever has no tier goes where it qualifies.
    expect(decide(document, 25)).toEqual(['silver', 'new']);
    const trace = compileDocument(document).trace({ n: 24, previous: { tier: 'basic' } });
    expect([trace.fastTrack, trace.qualified, trace.reason]).toEqual(['stars', 'silver', 'is_silver']);
  });

  it('reads only what it needs of the previous tier', () => {
    const read = (lifecycle: Partial<Lifecycle>) => lowerDocument(loyalty(lifecycle)).previous;
    expect(lowerDocument({ ...loyalty({}), lifecycle: undefined }).previous).toEqual([]);
    expect(read({})).toEqual(['previous.tier']);
    expect(read({ graceDays: 3 })).toEqual(['previous.tier', 'previous.failingDays']);
    expect(read({ validityDays: 3 })).toEqual(['previous.tier', 'previous.validDays']);
    expect(read({ minimumStay: { days: 3, direction: 'down' } })).toEqual(['previous.tier', 'previous.days']);
  });
});

describe('entry and keep conditions', () => {
  const document: ModelDocument = model(
    [
      numberDimension('n'),
      condition('is_gold', { '>=': [n, 30] }, 'gold'),
      { ...tier('gold', 1), keep: { '>=': [n, 25] } } as ReturnType<typeof tier>,
      { ...tier('silver', 2), entry: { '>=': [n, 20] } } as ReturnType<typeof tier>,
      tier('basic', 3),
    ],
    'basic',
  );
  const at = (points: number | null, previous?: PreviousValues) => {
    const values = { n: points, ...(previous === undefined ? {} : { previous }) };
    const trace = compileDocument(document).trace(values);
    const exported = tierJsonLogic(document) as Parameters<typeof jsonLogic.apply>[0];
    expect(jsonLogic.apply(exported, values)).toBe(trace.tier);
    return [trace.tier, trace.reason, trace.policy];
  };

  it('lead to a tier, and hold who has it', () => {
    expect(at(30)).toEqual(['gold', 'is_gold', null]);
    expect(at(29)).toEqual(['silver', 'silver.entry', null]);
    expect(at(29, { tier: 'gold' })).toEqual(['gold', 'gold.keep', null]);
    expect(at(30, { tier: 'gold' })).toEqual(['gold', 'is_gold', null]);
    expect(at(25, { tier: 'gold' })).toEqual(['gold', 'gold.keep', null]);
    expect(at(24, { tier: 'gold' })).toEqual(['silver', 'silver.entry', null]);
    expect(at(29, { tier: 'silver' })).toEqual(['silver', 'silver.entry', null]);
    expect(at(19, { tier: 'silver' })).toEqual(['basic', 'fallback', null]);
    expect(at(null, { tier: 'gold' })).toEqual(['basic', 'fallback', null]);
  });

  it('are said in words', () => {
    const kept = explain(document, { n: 26, previous: { tier: 'gold' } });
    expect(kept.summary).toEqual({
      en: 'Tier “gold”: the keep condition of “gold” holds (n is at least 25).',
      'zh-CN': '层级为“gold”：“gold”的保级条件成立（n 不小于 25）。',
    });
    expect(kept.steps.find((step) => step.nodeId === 'gold')).toMatchObject({
      decidedBy: 'keep',
      isDecisive: true,
      sentence: { en: 'The keep condition of “gold” holds: n is at least 25.' },
    });
  });
});

describe('a condition over the present tier', () => {
  const document = model(
    [
      numberDimension('n', { en: 'Points', chinese: '积分' }),
      condition(
        'loyal',
        { and: [{ '==': [{ var: 'previous.tier' }, 'gold'] }, { '>=': [{ var: 'previous.days' }, 30] }] },
        'gold',
      ),
      tier('gold', 1, { en: 'Gold', chinese: '金卡' }),
      tier('basic', 2),
    ],
    'basic',
  );

  it('is said with the names of tiers and with days', () => {
    const { tier: found, steps } = explain(document, {
      n: 1,
      'previous.tier': 'gold',
      'previous.days': '40',
    });
    expect(found).toBe('gold');
    expect(steps.find((step) => step.nodeId === 'loyal')?.sentence).toEqual({
      en: '“loyal” holds: present tier is "Gold" and time in the present tier is at least 30 days (present tier is “Gold”, time in the present tier is 40 days).',
      'zh-CN':
        '“loyal”成立：现有层级为“金卡”，且现有层级持续时间不少于 30 天（现有层级为“金卡”，现有层级持续时间为 40 天）。',
    });
  });
});

describe('the order of precedence', () => {
  const rules = (priority: string[] | undefined): ModelDocument => ({
    ...loyalty({}),
    lifecycle: undefined,
    priority,
  });

  it('is that of ranks, unless priority says otherwise', () => {
    const tierAt = (priority: string[] | undefined, points: number) =>
      compileDocument(rules(priority)).evaluate({ n: points }).tier;
    expect([30, 20, 10, 9].map((points) => tierAt(undefined, points))).toEqual([
      'gold',
      'silver',
      'bronze',
      'basic',
    ]);
    expect([30, 20, 10, 9].map((points) => tierAt(['bronze'], points))).toEqual([
      'bronze',
      'bronze',
      'bronze',
      'basic',
    ]);
    expect([30, 20, 10, 9].map((points) => tierAt(['silver', 'gold'], points))).toEqual([
      'silver',
      'silver',
      'bronze',
      'basic',
    ]);
  });

  it('is said where it goes against rank', () => {
    expect(explain(rules(['silver']), { n: 30 }).summary).toEqual({
      en: 'Tier “Silver”: “is_silver” holds (points is at least 20). Rules of “Gold” hold as well, but “Silver” comes first in the order of precedence.',
      'zh-CN':
        '层级为“银卡”：“is_silver”成立（积分不小于 20）。“金卡”的规则同时成立，但按优先顺序“银卡”优先。',
    });
  });
});

describe('the words of a lifecycle', () => {
  const document = loyalty({ graceDays: 30, validityDays: 365, oneStep: 'both' });
  const summary = (points: number, previous: PreviousValues) =>
    explain(document, { n: points, previous }).summary;

  it('say why a subject stays, and what the rules alone would give', () => {
    expect(summary(20, { tier: 'gold', days: 400, failingDays: 12, validDays: 400 })).toEqual({
      en: 'Tier “Gold”: it stays during the grace period of 30 days (12 days so far). By the rules alone it would be “Silver”: “is_silver” holds (points is at least 20).',
      'zh-CN':
        '层级为“金卡”：仍在 30 天的宽限期内（已过 12 天），层级不变。仅按规则应为“银卡”：“is_silver”成立（积分不小于 20）。',
    });
    expect(summary(20, { tier: 'gold', days: 400, failingDays: 12, validDays: 1 })['zh-CN']).toBe(
      '层级为“金卡”：仍在 365 天的有效期内（已过 1 天），层级不变。仅按规则应为“银卡”：“is_silver”成立（积分不小于 20）。',
    );
  });

  it('say that it moved, and from where', () => {
    expect(summary(30, { tier: 'silver', days: 4 })).toEqual({
      en: 'Tier “Gold”: “is_gold” holds (points is at least 30). It moves up from “Silver”.',
      'zh-CN': '层级为“金卡”：“is_gold”成立（积分不小于 30）。由“银卡”升级。',
    });
    expect(summary(30, { tier: 'bronze', days: 4 }).en).toBe(
      'Tier “Silver”: it moves up from “Bronze”, one step at a time. By the rules alone it would be “Gold”: “is_gold” holds (points is at least 30).',
    );
  });
});
