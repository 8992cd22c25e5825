import { describe, expect, it } from '@jest/globals';
import {
  checkDocument,
  cutPointsOf,
  instantiateTemplate,
  proveDocument,
  type ModelDocument,
} from '@terrace/model';
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

async function documentOf(id: string, values: Record<string, string | number> = {}): Promise<ModelDocument> {
  const { manifest, templates } = await banking();
  const parameters = manifest.contributes.templates.find((template) => template.id === id)?.parameters ?? [];
  const made = instantiateTemplate(templates[id], parameters, values);
  if (!made.ok) throw new Error(JSON.stringify(made.issues, null, 2));
  return made.document;
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

/** Faults of a template's rules that need mending: of the document, and of the proof. */
async function faults(id: string, values: Record<string, string | number>): Promise<string[]> {
  const { subjectTypes, eventTypes } = (await banking()).manifest.contributes;
  const document = await documentOf(id, values);
  const issues = checkDocument(document, { subjectTypes, eventTypes });
  const { findings } = proveDocument(document, { effort: 5_000 });
  return [
    ...issues.map(({ code, path }) => `${code} ${path.join('.')}`),
    ...findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message.en),
  ];
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
    const tiers = (await documentOf(id)).nodes.filter(({ kind }) => kind === 'tier').map((tier) => tier.id);
    const { results } = runTestCases(await banking(), [id]);
    const reached = new Set(results.map(({ tier }) => tier));
    expect(tiers.filter((tier) => !reached.has(tier))).toEqual([]);
  });

  it.each(templates)(
    '%s has no gap, overlap or dead rule, also with its parameters at their ends',
    async (id) => {
      const { parameters } =
        (await banking()).manifest.contributes.templates.find((each) => each.id === id) ?? {};
      const end = (side: 'minimum' | 'maximum') =>
        Object.fromEntries(
          (parameters ?? []).flatMap((parameter) => {
            const value = parameter[side] ?? parameter.options?.at(side === 'minimum' ? 0 : -1)?.value;
            return value === undefined ? [] : [[parameter.id, value]];
          }),
        );
      for (const values of [{}, end('minimum'), end('maximum')])
        expect([values, await faults(id, values)]).toEqual([values, []]);
    },
  );

  it.each([18, 21, 25])('has %i risk levels when asked', async (levels) => {
    const document = await documentOf('credit-score', { levels });
    const tiers = document.nodes.filter(({ kind, id }) => kind === 'tier' && id.startsWith('level_'));
    expect(tiers.length).toBe(levels);
  });

  it('keeps the weights of the credit score at 100 percent in every cycle', async () => {
    const score = (await documentOf('credit-score')).nodes.find(({ id }) => id === 'score');
    if (score?.kind !== 'scorecard') throw new Error('no scorecard');
    expect(score.weightSets?.map(({ weights }) => Object.values(weights).map(Number))).toEqual([
      [35, 30, 15, 10, 10],
      [30, 40, 13, 8.5, 8.5],
    ]);
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
    const scores = (await records('applications')).flatMap((record) => record.values['score'] ?? []);
    const node = (await documentOf('calibration')).nodes.find(({ id }) => id === 'percentile');
    if (node?.kind !== 'bands' || node.cuts.method !== 'quantile') throw new Error('no calibrated bands');
    expect(cutPointsOf(node.cuts, scores)).toEqual(node.cuts.values);
  });
});
