import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cutPointsOf, type BandsNode, type CutPoints } from '@terrace/model';
import { startTestServer, type TestServer } from '@terrace/testing';
import fc from 'fast-check';
import type pg from 'pg';
import { compute, connect, customers, dimension, rowsOf, type NodeInput } from '../fixtures/tiering.js';

let server: TestServer;
let database: pg.Client;

beforeAll(async () => {
  server = await startTestServer();
  database = await connect(server.databaseUrl);
});
afterAll(async () => {
  await database.end();
  await server.stop();
});

const asOf = '2024-12-31';
const spent = dimension('spent', { kind: 'field', field: 'total_amount' });

const bands = (id: string, count: number, offset = '0', population?: object) => ({
  kind: 'bands',
  id,
  name: { en: id, 'zh-CN': id },
  input: 'spent',
  cuts: { method: 'quantile', count, offset, values: [], ...(population ? { population } : {}) },
  outputs: Array.from({ length: count }, (_, i) => i + 1),
});

async function store(amounts: readonly (string | null)[]): Promise<void> {
  await database.query('TRUNCATE data.subject_customer');
  await database.query(
    `INSERT INTO data.subject_customer (key, f_total_amount)
     SELECT 'c' || i, v FROM unnest($1::numeric[]) WITH ORDINALITY AS t(v, i)`,
    [amounts],
  );
}

type Calibrated = Exclude<CutPoints, { method: 'explicit' }>;

const methods: Readonly<Record<string, Calibrated>> = {
  quantiles: { method: 'quantile', count: 5, offset: '0.5', values: [] },
  widths: { method: 'equalWidth', count: 3, values: [] },
  breaks: { method: 'naturalBreaks', count: 4, values: [] },
  deviations: { method: 'standardDeviation', steps: ['-1', '0', '1.5'], values: [] },
  shares: { method: 'topShare', shares: ['2.5', '20', '50'], values: [] },
};
const bandCounts: Readonly<Record<string, number>> = {
  quantiles: 5,
  widths: 3,
  breaks: 4,
  deviations: 4,
  shares: 4,
};

const everyMethod = Object.entries(methods).map(([id, cuts]) => ({
  ...bands(id, 2),
  cuts,
  outputs: Array.from({ length: bandCounts[id] ?? 0 }, (_, i) => i + 1),
}));

async function cutsOf(nodes: readonly NodeInput[]) {
  const run = await compute(server.client, customers([spent, ...nodes]), asOf);
  const document = await server.client.call('getRunDocument', { params: { id: run.id } });
  const cuts = document.nodes.filter((node): node is BandsNode => node.kind === 'bands');
  return { run, cuts: new Map(cuts.map((node) => [node.id, node.cuts.values])) };
}

/** The type-7 quantiles in whole numbers: amounts are cents, all is multiplied by 100 · count. Only for counts that divide a power of ten. */
function exactCuts(cents: readonly bigint[], count: number, offsetCents: bigint): string[] {
  const sorted = cents.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const divisor = BigInt(count);
  return Array.from({ length: count - 1 }, (_, index) => {
    const position = BigInt(sorted.length - 1) * BigInt(index + 1);
    const low = sorted[Number(position / divisor)] ?? 0n;
    const high = sorted[Number(position / divisor) + 1] ?? low;
    const scaled = (low + offsetCents) * divisor + (position % divisor) * (high - low);
    return decimalText(scaled * (10_000n / divisor));
  });
}

/** `value` is in millionths. */
function decimalText(value: bigint): string {
  const sign = value < 0n ? '-' : '';
  const digits = (value < 0n ? -value : value).toString().padStart(7, '0');
  const text = `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '');
  return `${sign}${text}`;
}

describe('calibrated cut points', () => {
  it('are the exact type-7 quantiles, in decimal', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.bigInt({ min: -99_999n, max: 999_999_999n }), { minLength: 1, maxLength: 60 }),
        async (cents) => {
          await store(cents.map((value) => decimalText(value * 10_000n)));
          const { cuts } = await cutsOf([
            bands('two', 2),
            bands('five', 5, '1'),
            bands('hundred', 100, '-0.25'),
          ]);
          expect(cuts.get('two')).toEqual(exactCuts(cents, 2, 0n));
          expect(cuts.get('five')).toEqual(exactCuts(cents, 5, 100n));
          expect(cuts.get('hundred')).toEqual(exactCuts(cents, 100, -25n));
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);

  it('are those of the definition, by every method', async () => {
    // Few different amounts, so that many subjects share one; the length of the list is drawn down to a single subject.
    const amounts = fc.array(
      fc.oneof(fc.constantFrom('0', '0.1', '99.99', '100', '-5'), fc.integer({ max: 1_000_000 }).map(String)),
      { minLength: 1, maxLength: 80 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          amounts,
          amounts.map((each) => each.map(() => '0.1')),
        ),
        async (values) => {
          await store([...values, null]);
          const { cuts } = await cutsOf(everyMethod);
          expect(Object.fromEntries(cuts)).toEqual(
            Object.fromEntries(
              Object.entries(methods).map(([id, method]) => [id, cutPointsOf(method, values)]),
            ),
          );
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);

  it('are looked for between classes where there are too many different values, and a warning says so', async () => {
    const values = Array.from({ length: 4000 }, (_, index) => String((index * index) / 100));
    await store(values);
    const breaks = everyMethod.filter(({ id }) => id === 'breaks');
    const { run, cuts } = await cutsOf(breaks);
    expect(cuts.get('breaks')).toEqual(cutPointsOf(methods['breaks']!, values));
    expect(run.warnings).toMatchObject([
      { code: 'VALUES_GROUPED', nodeId: 'breaks', details: { distinctCount: 4000, classCount: 3000 } },
    ]);
  });

  it('are reported where they are equal, with what nobody gets', async () => {
    await store(['7', '7', '7', '7', '9']);
    const { run, cuts } = await cutsOf([bands('five', 5)]);
    expect(cuts.get('five')).toEqual(['7', '7', '7', '7.4']);
    expect(run.warnings).toMatchObject([
      { code: 'COLLAPSED_BANDS', nodeId: 'five', details: { emptyBands: [1, 2] } },
    ]);
    expect(run.warnings?.[0]?.message).toEqual({
      en: 'Many subjects have the same value, so cut points of "five" are equal (7, 7, 7, 7.4) and nobody gets 2, 3. Use fewer bands or other cut points.',
      'zh-CN':
        '较多对象的取值相同，“five”出现了相同的分界点（7、7、7、7.4），不会有对象得到 2、3。请减少分档数量或改用其他分界方式。',
    });
  });

  it('have at most 15 significant digits where a quantile has no end', async () => {
    await store(['0', '1', '2', '3', '1000000']);
    const { cuts } = await cutsOf([bands('three', 3), bands('seven', 7)]);
    // Positions 4/3 and 8/3 of five values; the last of seven is 24/7, that is 3 + 3/7 of 999997.
    expect(cuts.get('three')).toEqual(['1.33333333333333', '2.66666666666667']);
    expect(cuts.get('seven')?.at(-1)).toBe('428573.142857143');
  });

  it('keep an amount of 1e15 and can be saved again', async () => {
    await store(['1000000000000000', '1000000000000000', '5']);
    const { cuts, run } = await cutsOf([bands('five', 5, '1')]);
    expect(cuts.get('five')?.at(-1)).toBe('1000000000000000');
    const document = await server.client.call('getRunDocument', { params: { id: run.id } });
    expect((await server.client.call('createModel', { body: { document } })).issues).toEqual([]);
  });

  it('put a value that lies on a cut point into the band above, and a missing one into none', async () => {
    await store(['0.1', '0.2', '0.3', null]);
    const { run, cuts } = await cutsOf([bands('half', 2)]);
    expect(cuts.get('half')).toEqual(['0.2']);
    const rows = await rowsOf(server.client, run);
    expect(['c1', 'c2', 'c3', 'c4'].map((key) => rows.get(key)?.['half'])).toEqual(['1', '2', '2', '']);
  });

  it('look only at the population', async () => {
    await store(['-5', '0', '10', '20', '30', null]);
    const { cuts } = await cutsOf([bands('half', 2, '0', { '>': [{ var: 'spent' }, 0] }), bands('all', 2)]);
    expect(cuts.get('half')).toEqual(['20']);
    expect(cuts.get('all')).toEqual(['10']);
  });

  it('stay those of the last calibration without a population, and a warning says so', async () => {
    await store(['1', null]);
    const nobody = { '>': [{ var: 'spent' }, 100] };
    const known = bands('known', 2, '0', nobody);
    const { run, cuts } = await cutsOf([
      { ...known, cuts: { ...known.cuts, values: ['0.5'] } as never },
      bands('unknown', 2, '0', nobody),
    ]);
    expect(cuts.get('known')).toEqual(['0.5']);
    expect(cuts.get('unknown')).toEqual([]);
    expect(run.state).toBe('computed');
    expect(run.warnings?.map(({ code, nodeId }) => [code, nodeId])).toEqual([
      ['EMPTY_POPULATION', 'known'],
      ['EMPTY_POPULATION', 'unknown'],
    ]);
    const rows = await rowsOf(server.client, run);
    expect(rows.get('c1')).toMatchObject({ known: '2', unknown: '' });
  });

  it('are computed for nobody at all without failing', async () => {
    await store([]);
    const { run } = await cutsOf([bands('half', 2)]);
    expect(run).toMatchObject({ state: 'computed', subjectCount: 0 });
    const { total, items } = await server.client.call('getRunTiers', { params: { id: run.id } });
    expect({ total, items }).toEqual({
      total: 0,
      items: [{ tier: 'basic', count: 0, share: 0, amount: null }],
    });
  });
});
