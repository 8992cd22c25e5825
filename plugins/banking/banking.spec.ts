import { describe, expect, it } from '@jest/globals';
import {
  generateSample,
  readPlugin,
  runTestCases,
  type LoadedPlugin,
  type SampleRecord,
} from '@terrace/plugin-sdk';

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

/** Every `{ en, zh-CN }` in `json`, with where it stands. */
function texts(json: unknown, path = ''): { path: string; text: Record<string, string> }[] {
  if (json === null || typeof json !== 'object') return [];
  const own = 'en' in json || 'zh-CN' in json ? [{ path, text: json as Record<string, string> }] : [];
  return [...own, ...Object.entries(json).flatMap(([key, value]) => texts(value, `${path}/${key}`))];
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

  it('has every text in both languages, and Chinese in the Chinese ones', async () => {
    const { manifest, templates: documents } = await banking();
    const all = texts({ manifest, documents });
    expect(all.length).toBeGreaterThan(500);
    const isChinese = (text: string): boolean => /[\u4e00-\u9fff]|^\d+%$/.test(text);
    expect(all.filter(({ text }) => !text['en'] || !isChinese(text['zh-CN'] ?? ''))).toEqual([]);
  });

  it('has no column header that two fields of a type claim', async () => {
    const { subjectTypes, eventTypes } = (await banking()).manifest.contributes;
    const fold = (text: string): string => text.toLowerCase().replace(/[\s\p{P}]/gu, '');
    const claims = [
      ...subjectTypes.map((type) => [type.keyAliases, ...type.fields.map(({ aliases }) => aliases)]),
      ...eventTypes.map((type) => [
        type.subjectAliases,
        type.timeAliases,
        type.idAliases,
        ...type.fields.map(({ aliases }) => aliases),
      ]),
    ];
    for (const groups of claims) {
      const headers = groups.flatMap((group) => [...new Set(group.map(fold))]);
      expect(headers.filter((header, index) => headers.indexOf(header) !== index)).toEqual([]);
    }
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
  it('pass their test cases', async () => {
    const { results, issues } = runTestCases(await banking());
    expect(issues).toEqual([]);
    expect(results.filter(({ mismatches }) => mismatches.length > 0)).toEqual([]);
    expect(results.length).toBeGreaterThan(400);
  });

  it.each(templates)('%s has test cases that reach every tier', async (id) => {
    const levels = id === 'credit-score' ? 20 : Infinity;
    const tiers = (await nodesOf(id)).flatMap(({ kind, id: tier, rank }) =>
      kind === 'tier' && (Number(rank) <= levels || tier === 'unscored') ? [tier] : [],
    );
    const { results } = runTestCases(await banking(), [id]);
    const reached = new Set(results.map(({ tier }) => tier));
    expect(tiers.length).toBeGreaterThan(3);
    expect(tiers.filter((tier) => !reached.has(tier))).toEqual([]);
  });

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
