import { describe, expect, it } from '@jest/globals';
import { generateSample, readPlugin, type LoadedPlugin, type SampleRecord } from '@terrace/plugin-sdk';

let loaded: LoadedPlugin | undefined;

async function banking(): Promise<LoadedPlugin> {
  if (loaded !== undefined) return loaded;
  const result = await readPlugin(import.meta.dirname);
  if (!result.ok) throw new Error(JSON.stringify(result.issues, null, 2));
  return (loaded = result.plugin);
}

interface Node {
  readonly kind: string;
  readonly id: string;
  readonly [key: string]: unknown;
}

/** The nodes of a template, with its parameters still open. */
async function nodesOf(id: string): Promise<Node[]> {
  const { templates: documents } = await banking();
  return (documents[id] as { nodes: Node[] }).nodes;
}

async function records(id: string): Promise<SampleRecord[]> {
  const sample = (await banking()).manifest.contributes.samples.find((each) => each.id === id);
  if (sample === undefined) throw new Error(`no sample ${id}`);
  return [...generateSample(sample)];
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
  it('brings the templates and types that other parts name', async () => {
    const { contributes } = (await banking()).manifest;
    expect(contributes.templates.map(({ id }) => id)).toEqual(templates);
    expect(contributes.subjectTypes.map(({ id }) => id)).toEqual(['client', 'applicant']);
    expect(contributes.eventTypes.map(({ id }) => id)).toEqual(['transfer', 'trade', 'credit_signal']);
  });

  it('takes in nothing that credit must not be decided by', async () => {
    const applicant = (await banking()).manifest.contributes.subjectTypes.find(
      ({ id }) => id === 'applicant',
    );
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
  it('of the credit score tries the edges of 18, 20 and 25 levels', async () => {
    const { testCases } = await banking();
    const files = testCases.filter(({ template }) => template === 'credit-score');
    const lowest = files.flatMap(({ parameters, cases }) => {
      const levels = Number(parameters['levels'] ?? 20);
      return cases.some(({ tier }) => tier === `level_${levels}`) ? [levels] : [];
    });
    expect(lowest).toEqual(expect.arrayContaining([18, 20, 25]));
  });

  it('keeps the weights of the credit score at 100 percent in every cycle', async () => {
    const score = (await nodesOf('credit-score')).find(({ id }) => id === 'score');
    const sets = score?.['weightSets'] as { weights: Record<string, string> }[];
    expect(sets.map(({ weights }) => Object.values(weights).map(Number))).toEqual([
      [35, 30, 15, 10, 10],
      [30, 40, 13, 8.5, 8.5],
    ]);
  });

  it('promises diamond clients an answer within 15 minutes', async () => {
    const diamond = (await nodesOf('private-banking')).find(({ id }) => id === 'diamond');
    expect(diamond?.['serviceLevels']).toMatchObject([{ within: { amount: 15, unit: 'minute' } }]);
  });
});

describe('the samples of banking', () => {
  it('have clients with transfers, trades and signals', async () => {
    const all = await records('clients');
    const counts = new Map<string, number>();
    for (const { type } of all) counts.set(type, (counts.get(type) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      client: 1200,
      transfer: 16_000,
      trade: 6000,
      credit_signal: 1100,
    });
  });

  it('have applications of which about a quarter defaulted', async () => {
    const all = await records('applications');
    expect(all.length).toBe(1500);
    const bad = all.filter(
      (record) => record.kind === 'subject' && record.values['outcome'] === 'bad',
    ).length;
    expect(bad / 1500).toBeGreaterThan(0.2);
    expect(bad / 1500).toBeLessThan(0.28);
  });

  it('are what the cut points of the calibration were taken from', async () => {
    const scores = (await records('applications')).map(({ values }) => Number(values['score']));
    const node = (await nodesOf('calibration')).find(({ id }) => id === 'percentile');
    expect(node?.['cuts']).toMatchObject({ method: 'quantile', values: percentiles(scores) });
  });
});
