import { describe, expect, it } from '@jest/globals';
import { readPluginOrThrow, recordsOf } from '@terrace/plugin-sdk';

const plugin = await readPluginOrThrow(import.meta.dirname);

interface Node {
  readonly kind: string;
  readonly id: string;
  readonly [key: string]: unknown;
}

/** The nodes of a template, with its parameters still open. */
function nodesOf(id: string): Node[] {
  const { templates: documents } = plugin;
  return (documents[id] as { nodes: Node[] }).nodes;
}

/** Type-7 quantiles i/100 of whole numbers, as decimal text. */
function percentiles(values: readonly number[]): string[] {
  const sorted = [...values].sort((a, b) => a - b);
  return Array.from({ length: 99 }, (_, index) => {
    const position = (sorted.length - 1) * (index + 1);
    const low = sorted[Math.floor(position / 100)] ?? 0;
    const high = sorted[Math.floor(position / 100) + 1] ?? low;
    return String((low * 100 + (high - low) * (position % 100)) / 100);
  });
}

const templates = [
  'credit-score',
  'german-credit',
  'fico',
  'calibration',
  'private-banking',
  'bank-groups',
  'var-watch',
  'early-warning',
];

describe('the banking plugin', () => {
  it('brings the templates and types that other parts name', () => {
    const { contributes } = plugin.manifest;
    expect(contributes.templates.map(({ id }) => id)).toEqual(templates);
    expect(contributes.subjectTypes.map(({ id }) => id)).toEqual(['client', 'applicant']);
    expect(contributes.eventTypes.map(({ id }) => id)).toEqual(['transfer', 'trade', 'credit_signal']);
  });

  it('takes in nothing that credit must not be decided by', () => {
    const applicant = plugin.manifest.contributes.subjectTypes.find(({ id }) => id === 'applicant');
    const aliases = applicant?.fields.flatMap((field) => [field.id, ...field.aliases]) ?? [];
    for (const header of [
      'personal.status.and.sex',
      'foreign.worker',
      'sex',
      'gender',
      'nationality',
      '性别',
    ])
      expect(aliases).not.toContain(header);
  });
});

describe('the templates of banking', () => {
  it('of the credit score tries the edges of 18, 20 and 25 levels', () => {
    const { testCases } = plugin;
    const files = testCases.filter(({ template }) => template === 'credit-score');
    const lowest = files.flatMap(({ parameters, cases }) => {
      const levels = Number(parameters['levels'] ?? 20);
      return cases.some(({ tier }) => tier === `level_${levels}`) ? [levels] : [];
    });
    expect(lowest).toEqual(expect.arrayContaining([18, 20, 25]));
  });

  it('keeps the weights of the credit score at 100 percent in every cycle', () => {
    const score = nodesOf('credit-score').find(({ id }) => id === 'score');
    const sets = score?.['weightSets'] as { weights: Record<string, string> }[];
    expect(sets.map(({ weights }) => Object.values(weights).map(Number))).toEqual([
      [35, 30, 15, 10, 10],
      [30, 40, 13, 8.5, 8.5],
    ]);
  });

  it('promises diamond clients an answer within 15 minutes', () => {
    const diamond = nodesOf('private-banking').find(({ id }) => id === 'diamond');
    expect(diamond?.['serviceLevels']).toMatchObject([{ within: { amount: 15, unit: 'minute' } }]);
  });
});

describe('the samples of banking', () => {
  it('have clients with transfers, trades and signals', () => {
    const all = recordsOf(plugin, 'clients');
    const counts = new Map<string, number>();
    for (const { type } of all) counts.set(type, (counts.get(type) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      client: 1200,
      transfer: 16_000,
      trade: 6000,
      credit_signal: 1100,
    });
  });

  it('have applications of which about a quarter defaulted', () => {
    const all = recordsOf(plugin, 'applications');
    expect(all.length).toBe(1500);
    const bad = all.filter(
      (record) => record.kind === 'subject' && record.values['outcome'] === 'bad',
    ).length;
    expect(bad / 1500).toBeGreaterThan(0.2);
    expect(bad / 1500).toBeLessThan(0.28);
  });

  it('are what the cut points of the calibration were taken from', () => {
    const scores = recordsOf(plugin, 'applications').map(({ values }) => Number(values['score']));
    const node = nodesOf('calibration').find(({ id }) => id === 'percentile');
    expect(node?.['cuts']).toMatchObject({ method: 'quantile', values: percentiles(scores) });
  });
});
