import { describe, expect, it } from '@jest/globals';
import { checkDocument } from '../check/check-document.js';
import type { ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';
import { compileDocument } from '../lowering/compile-document.js';
import {
  condition,
  dimension,
  model,
  numberDimension,
  rfmDocument,
  table,
  tier,
} from '../testing/documents.js';
import type { Finding, FindingKind } from './proof.js';
import { proveDocument } from './prove-document.js';
import { applyRepair } from './repair/apply-repair.js';
import { orderDimension, printedRules } from './testing/capability-16.js';
import { inRegion } from './testing/in-region.js';

const of = (findings: readonly Finding[], ...kinds: FindingKind[]): Finding[] =>
  findings.filter(({ kind }) => kinds.includes(kind));

/** Every subject shown gets what is claimed, and every repair removes its finding and adds no error. */
function expectToHold(document: ModelDocument): void {
  const proof = proveDocument(document);
  const compiled = compileDocument(document);
  for (const finding of proof.findings) {
    for (const witness of finding.witnesses) {
      expect(compiled.evaluate(witness.values).tier).toBe(witness.tier);
      if (finding.region !== null)
        expect([finding.region.words.en, inRegion(finding.region, witness.values)]).toEqual([
          finding.region.words.en,
          true,
        ]);
    }
    if (finding.repair === null) continue;
    const repaired = applyRepair(document, finding.repair);
    expect(checkDocument(repaired).filter(({ severity }) => severity === 'error')).toEqual([]);
    const after = proveDocument(repaired);
    const again = of(after.findings, finding.kind).filter(
      (other) =>
        other.rules.join() === finding.rules.join() &&
        other.nodes.join() === finding.nodes.join() &&
        other.message.en === finding.message.en,
    );
    expect([finding.message.en, again.length]).toEqual([finding.message.en, 0]);
    for (const witness of finding.kind === 'gap' || finding.kind === 'missingEdge' ? finding.witnesses : [])
      expect(
        of(after.findings, 'gap', 'missingEdge').some(
          (other) => other.region !== null && inRegion(other.region, witness.values),
        ),
      ).toBe(false);
    expect(of(after.findings, 'weights').length).toBeLessThanOrEqual(of(proof.findings, 'weights').length);
  }
}

const words = (findings: readonly Finding[]): string[] =>
  findings.map(({ region }) => region?.words.en ?? '');

describe('the printed rules of capability 16', () => {
  const proof = proveDocument(printedRules());
  const gaps = of(proof.findings, 'gap', 'missingEdge');
  const overlaps = of(proof.findings, 'overlap', 'sharedEdge');

  it('have exactly these holes', () => {
    expect(proof.isExact).toBe(true);
    expect(proof.omitted).toEqual({});
    expect(words(of(proof.findings, 'gap'))).toEqual([
      'orders in 12 months is 1–4 and amount in 12 months is at least 5,000 and orders in 6 months is at least 1',
      'orders in 12 months is 5–9 and amount in 12 months is at least 10,000 and orders in 6 months is at least 1',
      'orders in 12 months is 5–9 and amount in 12 months is less than 5,000 and orders in 6 months is at least 1',
    ]);
    expect(words(of(proof.findings, 'missingEdge'))).toEqual([
      'orders in 12 months is 5–9 and amount in 12 months is more than 9,999 and less than 10,000 and orders in 6 months is at least 1',
    ]);
    expect(gaps.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('leave 9,999.50 between 9,999 and 10,000', () => {
    const [edge] = of(proof.findings, 'missingEdge');
    expect(edge?.witnesses).toEqual([
      { values: { frequency: 7, amount: 9999.5, recent: 4 }, tier: 'unclassified', rules: [] },
    ]);
    expect(edge?.repair?.words).toEqual({
      en: 'Change the upper end of “Medium value” to “less than 10,000”.',
      'zh-CN': '将“中价值规则”的上限改为“少于 1 万元”。',
    });
  });

  it('overlap where nobody bought for six months, and nowhere else', () => {
    expect(new Set(overlaps.map(({ rules }) => rules.join()))).toEqual(
      new Set(['high,churn', 'medium,churn', 'low,churn']),
    );
    expect(overlaps[0]?.message['zh-CN']).toBe(
      '近 12 个月消费次数不少于 10 次，且近 12 个月消费金额不少于 1 万元，且近 6 个月消费次数为 0 次：“高价值规则”与“流失风险规则”同时成立，结果为“高价值”（级别 1 高于级别 4）。',
    );
  });

  it('agree with the grid of O1 cell by cell: 22.5 % without a tier, 27.5 % with two', () => {
    const tiersOf = (frequency: number, amount: number, recent: number): string[] => [
      ...(frequency >= 10 && amount >= 10_000 ? ['high'] : []),
      ...((frequency >= 5 && frequency <= 9 && amount >= 5000 && amount <= 9999) ||
      (frequency >= 10 && amount < 10_000)
        ? ['medium']
        : []),
      ...(frequency >= 1 && frequency <= 4 && amount < 5000 ? ['low'] : []),
      ...(recent === 0 ? ['churn'] : []),
    ];
    let [cells, none, two] = [0, 0, 0];
    for (let frequency = 1; frequency <= 15; frequency += 1)
      for (const recent of [0, 1])
        for (let amount = 0; amount <= 20_000; amount += 62.5) {
          const count = tiersOf(frequency, amount, recent).length;
          const values = { frequency, amount, recent };
          const isIn = (findings: readonly Finding[]): boolean =>
            findings.some(({ region }) => region !== null && inRegion(region, values));
          if (isIn(gaps) !== (count === 0) || isIn(overlaps) !== count > 1)
            throw new Error(`${JSON.stringify(values)} has ${count} tiers`);
          cells += 1;
          none += count === 0 ? 1 : 0;
          two += count > 1 ? 1 : 0;
        }
    expect(Math.round((none / cells) * 1000) / 10).toBe(22.5);
    expect(Math.round((two / cells) * 1000) / 10).toBe(27.5);
  });

  it('hold: witnesses are computed as claimed, repairs remove what they are for', () => {
    expectToHold(printedRules());
  });
});

const aum = { var: 'aum' };
const tiers: readonly ModelNode[] = [
  tier('diamond', 1),
  tier('platinum', 2),
  tier('gold', 3),
  tier('standard', 4),
];
const wealth = numberDimension('aum', { unit: 'currency', en: 'AUM', chinese: '资产规模' });

describe('closed bands that share their edges', () => {
  const closed = (): ModelDocument =>
    model(
      [
        wealth,
        condition('d', { '>=': [aum, 50_000_000] }, 'diamond'),
        condition('p', { '<=': [10_000_000, aum, 50_000_000] }, 'platinum'),
        condition('g', { '<=': [3_000_000, aum, 10_000_000] }, 'gold'),
        ...tiers,
      ],
      'standard',
    );

  it('share two single values, and leave out who is below the lowest', () => {
    const { findings, isExact } = proveDocument(closed());
    expect(isExact).toBe(true);
    expect(of(findings, 'sharedEdge').map(({ region, rules }) => [region?.words['zh-CN'], rules])).toEqual([
      ['资产规模为 5,000 万元', ['d', 'p']],
      ['资产规模为 1,000 万元', ['p', 'g']],
    ]);
    expect(of(findings, 'gap').map(({ region, severity }) => [region?.words.en, severity])).toEqual([
      ['AUM is missing', 'info'],
      ['AUM is less than 3,000,000', 'info'],
    ]);
    expect(of(findings, 'overlap')).toEqual([]);
    expect(of(findings, 'sharedEdge')[1]?.repair?.words.en).toBe(
      'Change the upper end of “g” to “less than 10,000,000”, so that 10,000,000 belongs to “p” alone.',
    );
    expectToHold(closed());
  });

  it('are found in the rows of a table, too', () => {
    const document = model(
      [
        wealth,
        table(
          'rows',
          ['aum'],
          [
            ['platinum', { op: 'between', min: 10_000_000, max: 50_000_000 }],
            ['gold', { op: 'between', min: 3_000_000, max: 10_000_000 }],
          ],
        ),
        ...tiers,
      ],
      'standard',
    );
    const { findings } = proveDocument(document);
    const [edge] = of(findings, 'sharedEdge');
    expect([edge?.severity, edge?.rules, edge?.witnesses[0]?.values]).toEqual([
      'info',
      ['rows.r1', 'rows.r2'],
      { aum: 10_000_000 },
    ]);
    expectToHold(document);
  });

  it('leave a single value out where both sides are open', () => {
    const document = model(
      [
        wealth,
        condition('p', { '>': [aum, 580] }, 'platinum'),
        condition('g', { and: [{ '>=': [aum, 0] }, { '<': [aum, 580] }] }, 'gold'),
        ...tiers,
      ],
      'standard',
    );
    const { findings } = proveDocument(document);
    const [edge] = of(findings, 'missingEdge');
    expect([edge?.region?.words.en, edge?.repair?.words.en]).toEqual([
      'AUM is 580',
      'Change the lower end of “p” to “at least 580”.',
    ]);
    expectToHold(document);
  });
});

describe('a score with an undefined middle', () => {
  it('has a gap that is a warning, between a worse and a better tier', () => {
    const score: ModelNode = {
      ...numberDimension('fico', { en: 'FICO score', chinese: 'FICO 评分' }),
      ...({ domain: { minimum: '300', maximum: '850', step: '1' }, better: 'higher' } as object),
    } as ModelNode;
    const document = model(
      [
        score,
        condition('green', { '>': [{ var: 'fico' }, 720] }, 'approved'),
        condition('risk', { '<': [{ var: 'fico' }, 580] }, 'provision'),
        tier('approved', 1),
        tier('review', 2),
        tier('provision', 3),
      ],
      'review',
    );
    const { findings, isExact } = proveDocument(document);
    expect(isExact).toBe(true);
    expect(of(findings, 'gap').map(({ region, severity }) => [region?.words.en, severity])).toEqual([
      ['FICO score is 580–720', 'warning'],
      ['FICO score is missing', 'info'],
    ]);
    expect(of(findings, 'gap')[0]?.region?.parts).toEqual([
      {
        dimension: 'fico',
        missing: false,
        kind: 'interval',
        minimum: 580,
        maximum: 720,
        minimumIncluded: true,
        maximumIncluded: true,
      },
    ]);
    expectToHold(document);
  });
});

describe('rules that never decide', () => {
  it('are told from those that hold for nobody, stand behind others or lose to better tiers', () => {
    const document = model(
      [
        numberDimension('n', { fallback: 0 }),
        table(
          'rows',
          ['n'],
          [
            ['gold', { op: '>=', value: 10 }],
            ['silver', { op: '>', value: 20 }],
            ['silver', { op: '<', value: 5 }],
          ],
        ),
        condition('never', { and: [{ '<': [{ var: 'n' }, 3] }, { '>': [{ var: 'n' }, 4] }] }, 'silver'),
        condition('loses', { '>': [{ var: 'n' }, 100] }, 'bronze'),
        tier('gold', 1),
        tier('silver', 2),
        tier('bronze', 3),
        tier('basic', 4),
      ],
      'basic',
    );
    const { findings } = proveDocument(document);
    expect(of(findings, 'deadRule').map(({ rules, message }) => [rules, message.en])).toEqual([
      [
        ['rows.r2', 'rows.r1'],
        'Row 2 of “rows” never decides: whoever fulfils it is taken by row 1 of “rows” before.',
      ],
      [['never'], '“never” never holds: its conditions contradict each other or what its dimensions can be.'],
      [
        ['loses', 'rows.r1'],
        '“loses” never decides: whoever fulfils it gets a tier that comes first, by row 1 of “rows”.',
      ],
    ]);
    expect(of(findings, 'unreachableTier').map(({ nodes }) => nodes)).toEqual([['bronze']]);
    expectToHold(document);
  });
});

describe('a better value', () => {
  it('that lowers the tier is shown by two subjects alike but for it', () => {
    const document = model(
      [
        {
          ...numberDimension('n', { fallback: 0, en: 'Amount' }),
          ...({ better: 'higher' } as object),
        } as ModelNode,
        numberDimension('m', { fallback: 0 }),
        table(
          'rows',
          ['n', 'm'],
          [
            ['gold', { op: 'range', min: 10, max: 20, closed: 'left' }, { op: '>=', value: 3 }],
            ['silver', { op: '>=', value: 20 }, null],
          ],
        ),
        tier('gold', 1),
        tier('silver', 2),
        tier('basic', 3),
      ],
      'basic',
    );
    const [finding] = of(proveDocument(document).findings, 'nonMonotone');
    expect([finding?.severity, finding?.nodes, finding?.witnesses.map(({ tier: each }) => each)]).toEqual([
      'warning',
      ['n'],
      ['gold', 'silver'],
    ]);
    const [worse, better] = finding?.witnesses ?? [];
    expect(worse?.values['m']).toBe(better?.values['m']);
    expect(Number(better?.values['n'])).toBeGreaterThan(Number(worse?.values['n']));
  });
});

describe('weights', () => {
  const scored = (weights: Record<string, string>): ModelDocument =>
    model(
      [
        numberDimension('a', { fallback: 0 }),
        numberDimension('b', { fallback: 0 }),
        {
          kind: 'scorecard',
          id: 'score',
          name: { en: 'Score' },
          base: '0',
          items: ['a', 'b'].map((input) => ({
            id: input,
            input,
            bins: [
              { cell: { op: '>=', value: 10 }, points: '100' },
              { cell: null, points: '0' },
            ],
          })),
          weightSets: [{ id: 'normal', name: { en: 'Normal' }, weights }],
        },
        condition('good', { '>=': [{ var: 'score' }, 60] }, 'gold'),
        condition('poor', { '<': [{ var: 'score' }, 60] }, 'basic'),
        tier('gold', 1),
        tier('basic', 2),
      ],
      'basic',
    );

  it('that do not sum to 100 are brought there in proportion', () => {
    const { findings } = proveDocument(scored({ a: '60', b: '30' }));
    const [finding] = of(findings, 'weights');
    expect([finding?.severity, finding?.message.en]).toEqual([
      'error',
      'The weights of “Score” in “Normal” sum to 90%, not to 100%.',
    ]);
    const repaired = applyRepair(
      scored({ a: '60', b: '30' }),
      finding?.repair ?? { replaced: [], added: [], removed: [] },
    );
    expect(repaired.nodes.find(({ id }) => id === 'score')).toMatchObject({
      weightSets: [{ weights: { a: '66.67', b: '33.33' } }],
    });
    expect(proveDocument(repaired).findings).toEqual([]);
  });

  it('of a sound scorecard leave nothing to say, exactly', () => {
    expect(proveDocument(scored({ a: '60', b: '40' }))).toMatchObject({ findings: [], isExact: true });
  });
});

describe('what is not decided by single dimensions', () => {
  it('is sampled, and said to be', () => {
    const document = model(
      [
        numberDimension('amount', { fallback: 1 }),
        numberDimension('orders', { fallback: 1 }),
        condition(
          'big',
          { '>': [{ '-': [{ var: 'amount' }, { '*': [{ var: 'orders' }, 100] }] }, 0] },
          'gold',
        ),
        tier('gold', 1),
        tier('basic', 2),
      ],
      'basic',
    );
    const proof = proveDocument(document);
    expect([proof.isExact, proof.samples > 0]).toEqual([false, true]);
    expect(of(proof.findings, 'gap')[0]?.witnesses[0]?.tier).toBe('basic');
    expect(proof).toEqual(proveDocument(document));
  });

  it('is exact where arithmetic is about one dimension', () => {
    const document = model(
      [
        numberDimension('amount', { fallback: 1 }),
        condition('big', { '>=': [{ '*': [{ var: 'amount' }, 0.1] }, 500] }, 'gold'),
        tier('gold', 1),
        tier('basic', 2),
      ],
      'basic',
    );
    const proof = proveDocument(document);
    expect([proof.isExact, words(of(proof.findings, 'gap'))]).toEqual([true, ['amount is less than 5,000']]);
  });
});

describe('dimensions of the same events', () => {
  it('are not thought to have values they cannot have together', () => {
    const document = model(
      [
        orderDimension('year', 'count', 12, { en: 'Year', chinese: '年' }),
        orderDimension('half', 'count', 6, { en: 'Half', chinese: '半年' }),
        condition('active', { '>=': [{ var: 'half' }, 5] }, 'gold'),
        condition('rest', { '<': [{ var: 'half' }, 5] }, 'basic'),
        condition('odd', { and: [{ '>=': [{ var: 'half' }, 5] }, { '<': [{ var: 'year' }, 5] }] }, 'silver'),
        tier('gold', 1),
        tier('silver', 2),
        tier('basic', 3),
      ],
      'basic',
    );
    const { findings } = proveDocument(document);
    expect(findings.map(({ kind, rules }) => [kind, rules])).toEqual([
      ['deadRule', ['odd']],
      ['unreachableTier', ['odd']],
    ]);
  });
});

describe('texts, booleans and dates', () => {
  it('are told apart by what rules name', () => {
    const city = dimension('city', 'text');
    const document = model(
      [
        city,
        dimension('vip', 'boolean'),
        dimension('since', 'date'),
        condition('a', { in: [{ var: 'city' }, ['Beijing', 'Shanghai']] }, 'gold'),
        condition(
          'b',
          { and: [{ '!': { in: [{ var: 'city' }, ['Beijing', 'Shanghai']] } }, { var: 'vip' }] },
          'silver',
        ),
        condition('c', { '<': [{ var: 'since' }, '2020-01-01'] }, 'silver'),
        tier('gold', 1),
        tier('silver', 2),
        tier('basic', 3),
      ],
      'basic',
    );
    const { findings, isExact } = proveDocument(document);
    expect(isExact).toBe(true);
    expect(words(of(findings, 'gap'))).toContain(
      'city is other than “Beijing” or “Shanghai” and vip is no and since is on or after 2020-01-01',
    );
    expectToHold(document);
  });
});

describe('the segments of rfm', () => {
  it('have the holes that are known of set A, told from those of missing values', () => {
    const { findings, isExact } = proveDocument(rfmDocument());
    expect(isExact).toBe(true);
    expect(of(findings, 'gap').map(({ region, severity }) => [region?.words.en, severity])).toEqual([
      ['recency is less than 482 days and frequency is at least 6 and amount is less than 255.8', 'warning'],
      [
        'recency is at least 297.4 and less than 482 days and frequency is at least 8 and amount is less than 382',
        'warning',
      ],
      [
        'recency is at least 297.4 and less than 482 days and frequency is less than 4 and amount is at least 666',
        'warning',
      ],
      ['frequency is missing', 'info'],
      ['recency is missing', 'info'],
      ['amount is missing', 'info'],
    ]);
  });
});
