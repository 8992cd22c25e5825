import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { sharedData } from '@terrace/testing';
import jsonLogic from 'json-logic-js';
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { csvRows, readCsv, temporaryFolder, terrace, type CommandResult } from './cli.js';

jest.setTimeout(180_000);

const data = sharedData('retail-rfm-orders');
const work = temporaryFolder();
afterAll(() => work.remove());

const dimensions = ['recency', 'frequency', 'monetary'] as const;
const scores = ['recency_score', 'frequency_score', 'monetary_score'] as const;

/** Set A's English name for a tier as the reference writes it. */
function scoresOf(row: Record<string, string>): string {
  return [...scores.map((id) => row[id]), row['tier_name']].join(' ');
}

function referenceOf(row: Record<string, string>): string {
  return [...scores.map((id) => row[id]), row['segment_set_a']].join(' ');
}

/** Every row's tier under stock json-logic-js, where `value` reads a cell. */
function tiersByLogic(
  logicFile: string,
  rows: readonly Record<string, string>[],
  value: (cell: string) => unknown,
): unknown[] {
  const logic = JSON.parse(readFileSync(logicFile, 'utf8')) as Parameters<typeof jsonLogic.apply>[0];
  return rows.map((row) =>
    jsonLogic.apply(logic, Object.fromEntries(dimensions.map((id) => [id, value(row[id] ?? '')]))),
  );
}

function expectSameTiers(logicFile: string, rows: readonly Record<string, string>[]): void {
  const tiers = rows.map((row) => row['tier']);
  const number = (cell: string, missing: unknown): unknown => (cell === '' ? missing : Number(cell));
  expect(tiersByLogic(logicFile, rows, (cell) => number(cell, null))).toEqual(tiers);
  // The other ways to read a cell: json-logic-js is too slow to take every row of the large file again for each.
  const some = rows.filter((_, index) => index % Math.ceil(rows.length / 1000) === 0);
  const theirs = some.map((row) => row['tier']);
  expect(tiersByLogic(logicFile, some, (cell) => number(cell, ''))).toEqual(theirs);
  expect(tiersByLogic(logicFile, some, (cell) => number(cell, undefined))).toEqual(theirs);
  expect(tiersByLogic(logicFile, some, (cell) => cell)).toEqual(theirs);
}

data.describe('terrace tier --model retail/rfm on the reference orders', () => {
  const out = work.file('orders-out.csv');
  const logic = work.file('orders-logic.json');
  let result: CommandResult;
  beforeAll(async () => {
    result = await terrace([
      ...['tier', '--model', 'retail/rfm', '--events', `order=${data.path}/orders.csv`],
      ...['--as-of', '2006-12-31', '--out', out, '--logic', logic],
    ]);
  });

  it('ends well, and says on standard output how many are in each tier', () => {
    expect(result).toMatchObject({ code: 0 });
    const counts = result.out
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s{2,}/));
    expect(counts[0]).toEqual(['Tier', 'Count', 'Share', 'Amount']);
    const reference = readCsv(`${data.path}/reference-orders/rfm_segments.csv`).filter(
      ({ segment_set: set }) => set === 'a',
    );
    for (const { segment, customers, revenue } of reference)
      expect(counts.find(([name]) => name === segment)).toEqual([
        segment,
        customers,
        `${((Number(customers) / 995) * 100).toFixed(1)}%`,
        revenue,
      ]);
  });

  it('gives every one of the 995 customers the reference scores and segment', () => {
    const rows = readCsv(out);
    const reference = readCsv(`${data.path}/reference-orders/rfm_scores.csv`);
    const actual = Object.fromEntries(rows.map((row) => [row['key'], scoresOf(row)]));
    const expected = Object.fromEntries(reference.map((row) => [row['customer_id'], referenceOf(row)]));
    expect(rows).toHaveLength(995);
    expect(actual).toEqual(expected);
  });

  it('writes the dimensions as they were computed', () => {
    const actual = readCsv(out).map((row) => [row['key'], ...dimensions.map((id) => row[id])]);
    const expected = readCsv(`${data.path}/reference-orders/rfm_scores.csv`).map((row) => [
      row['customer_id'],
      row['recency_days'],
      row['transaction_count'],
      row['amount'],
    ]);
    expect(actual.sort()).toEqual(expected.sort());
  });

  it('writes JSON Logic that gives every customer the same tier under json-logic-js', () => {
    expectSameTiers(logic, readCsv(out));
  });
});

data.describe('terrace tier --model retail/rfm-summary on the reference customers', () => {
  const out = work.file('customers-out.csv');
  const logic = work.file('customers-logic.json');
  let result: CommandResult;
  beforeAll(async () => {
    result = await terrace([
      ...['tier', '--model', 'retail/rfm-summary'],
      ...['--subjects', `customer=${data.path}/customers.csv.gz`, '--as-of', '2007-01-01'],
      ...['--out', out, '--logic', logic, '--format', 'json'],
    ]);
  });

  it('gives every one of the 39,999 customers the reference scores and segment', () => {
    expect(result).toMatchObject({ code: 0 });
    const rows = readCsv(out);
    const reference = csvRows(gunzipSync(readFileSync(`${data.path}/reference-customers/rfm_scores.csv.gz`)));
    const expected = new Map(reference.map((row) => [row['customer_id'], referenceOf(row)]));
    const wrong = rows.filter((row) => expected.get(row['key']) !== scoresOf(row));
    expect(rows).toHaveLength(39_999);
    expect(wrong).toEqual([]);
  });

  it('writes one JSON object with the counts of the reference', () => {
    const report = JSON.parse(result.out) as { total: number; tiers: { name: string; count: number }[] };
    const reference = readCsv(`${data.path}/reference-customers/rfm_segments.csv`);
    expect(report.total).toBe(39_999);
    expect(Object.fromEntries(report.tiers.map(({ name, count }) => [name, count]))).toEqual(
      Object.fromEntries(reference.map(({ segment, customers }) => [segment, Number(customers)])),
    );
  });

  it('writes JSON Logic that gives every customer the same tier under json-logic-js', () => {
    expectSameTiers(logic, readCsv(out));
  });
});

data.describe('terrace tier on the same orders in other clothes', () => {
  async function tierOf(file: string, content: string | Buffer, ...args: string[]) {
    writeFileSync(work.file(file), content);
    const out = work.file(`${file}.out.csv`);
    const result = await terrace([
      ...['tier', '--model', 'retail/rfm', '--events', `order=${work.file(file)}`],
      ...['--as-of', '2006-12-31', '--out', out, ...args],
    ]);
    expect(result).toMatchObject({ code: 0 });
    return Object.fromEntries(readCsv(out).map((row) => [row['key'], scoresOf(row)]));
  }

  const reference = (): Record<string, string> =>
    Object.fromEntries(
      readCsv(`${data.path}/reference-orders/rfm_scores.csv`).map((row) => [
        row['customer_id'],
        referenceOf(row),
      ]),
    );
  const orders = (): Record<string, string>[] => readCsv(`${data.path}/orders.csv`);

  it('reads Chinese headers in GB18030, semicolons and gzip, without a mapping', async () => {
    // GB18030 of 客户编号;下单时间;实付金额, which Node can read and not write.
    const header = Buffer.from('bfcdbba7b1e0bac53bcfc2b5a5cab1bce43bcab5b8b6bdf0b6ee0d0a', 'hex');
    expect(new TextDecoder('gb18030').decode(header)).toBe('客户编号;下单时间;实付金额\r\n');
    const lines = orders().map(
      (row) => `${row['customer_id']};${row['order_date']} 13:30:00;${row['revenue']}`,
    );
    const content = gzipSync(Buffer.concat([header, Buffer.from(lines.join('\r\n'))]));
    expect(await tierOf('chinese.csv.gz', content)).toEqual(reference());
  });

  it('reads unknown headers, tabs and a byte order mark with a mapping', async () => {
    const lines = orders().map((row, index) =>
      [index, row['revenue'], row['order_date']?.replaceAll('-', '/'), row['customer_id']].join('\t'),
    );
    const content = `\uFEFFline\tpaid in full\twhen\twho\n${lines.join('\n')}\n`;
    const maps = ['order.subject=who', 'order.time=when', 'order.amount=paid in full'];
    expect(await tierOf('tabs.tsv', content, ...maps.flatMap((map) => ['--map', map]))).toEqual(reference());
  });

  it('counts several files of a type together, and rows that share an order number each', async () => {
    const line = (row: Record<string, string>): string =>
      `A1,${JSON.stringify(row['customer_id'])},${row['order_date']},${row['revenue']}`;
    const rows = orders();
    const header = 'order_id,customer_id,order_date,revenue';
    writeFileSync(work.file('second.csv'), [header, ...rows.slice(2000).map(line)].join('\n'));
    const content = [header, ...rows.slice(0, 2000).map(line)].join('\n');
    expect(await tierOf('first.csv', content, '--events', `order=${work.file('second.csv')}`)).toEqual(
      reference(),
    );
  });
});

data.describe('terrace tier --model retail/value', () => {
  it('counts the windows from the end of the as-of day, and takes parameters', async () => {
    const out = work.file('value-out.csv');
    const parameters = { high_orders: 6, high_amount: 400, medium_orders: 3, medium_amount: 200 };
    const { code } = await terrace([
      ...['tier', '--model', 'retail/value', '--as-of', '2006-11-30', '--out', out],
      ...['--events', `order=${data.path}/orders.csv`],
      ...Object.entries(parameters).flatMap(([name, value]) => ['--param', `${name}=${value}`]),
    ]);
    expect(code).toBe(0);

    const customers = new Map<string, { orders: number; amount: number; recent: number }>();
    for (const { customer_id: key = '', order_date: day = '', revenue } of readCsv(
      `${data.path}/orders.csv`,
    )) {
      if (day > '2006-11-30') continue;
      const customer = customers.get(key) ?? { orders: 0, amount: 0, recent: 0 };
      customers.set(key, customer);
      // 12 and 6 months back from the end of 30 November begin with the first day of a month.
      if (day >= '2005-12-01') {
        customer.orders += 1;
        customer.amount += Number(revenue);
      }
      if (day >= '2006-06-01') customer.recent += 1;
    }
    const tierOf = ({
      orders,
      amount,
      recent,
    }: {
      orders: number;
      amount: number;
      recent: number;
    }): string => {
      if (recent === 0) return 'churn_risk';
      if (orders >= 6 && amount >= 400) return 'high_value';
      if (orders >= 6 || amount >= 400) return 'medium_value';
      return orders >= 3 && amount >= 200 ? 'medium_value' : 'low_value';
    };
    const expected = [...customers].map(([key, customer]) => [key, tierOf(customer)]);
    expect(new Set(expected.map(([, tier]) => tier)).size).toBe(4);
    expect(Object.fromEntries(readCsv(out).map((row) => [row['key'], row['tier']]))).toEqual(
      Object.fromEntries(expected),
    );
  });
});

describe('terrace tier on hostile rows', () => {
  const header = 'customer_id,order_date,amount\n';
  const names = ["O'Brien", 'say ""hi""', '王小明 😀', '欧阳;娜'];
  const regular = Array.from({ length: 40 }, (_, index) => {
    const day = String((index % 28) + 1).padStart(2, '0');
    return `C${index},2024-0${(index % 6) + 1}-${day},${(index + 1) * 10}\n`;
  }).join('');

  it('gives each its right tier or lists it as a bad row', async () => {
    writeFileSync(
      work.file('hostile.csv'),
      `${header}${regular}${names.map((name) => `"${name}",2024-06-30,250\n`).join('')}` +
        'rich,2024-06-30,1000000000000000\n' +
        'old,1900-01-01,100\n' +
        'no amount,2024-06-30,\n' +
        'no date,,100\n' +
        'wrong amount,2024-06-30,abc\n' +
        'wrong date,2024-02-30,100\n' +
        ',2024-06-30,100\n' +
        'later,2024-07-01,100\n' +
        'short row,2024-06-30\n',
    );
    writeFileSync(
      work.file('people.csv'),
      `customer_id,name,city\nnever,"Zoë ""Z"" O'Neil",上海\n王小明 😀,王小明,北京\n`,
    );
    const out = work.file('hostile-out.csv');
    const bad = work.file('hostile-bad.csv');
    const logic = work.file('hostile-logic.json');
    const result = await terrace([
      ...['tier', '--model', 'retail/rfm', '--as-of', '2024-06-30', '--format', 'json'],
      ...[
        '--events',
        `order=${work.file('hostile.csv')}`,
        '--subjects',
        `customer=${work.file('people.csv')}`,
      ],
      ...['--out', out, '--bad-rows', bad, '--logic', logic, '--lang', 'zh-CN'],
    ]);
    expect(result).toMatchObject({ code: 0 });

    const rows = new Map(readCsv(out).map((row) => [row['key'], row]));
    const values = (key: string): (string | undefined)[] => dimensions.map((id) => rows.get(key)?.[id]);
    for (const name of names) expect(values(name.replaceAll('""', '"'))).toEqual(['0', '1', '250']);
    expect(values('rich')).toEqual(['0', '1', '1000000000000000']);
    expect(rows.get('rich')?.['monetary_score']).toBe('5');
    expect(values('old')).toEqual(['45471', '1', '100']);
    expect(rows.get('old')).toMatchObject({ recency_score: '1' });

    // Known without an order: no recency, no score for it, and never a good tier.
    expect(values('never')).toEqual(['', '0', '0']);
    expect(rows.get('never')).toMatchObject({ recency_score: '', tier: 'others', tier_name: '其他客户' });
    // Its only order lies after the as-of day, so it does not exist yet.
    expect(rows.has('later')).toBe(false);

    const list = readCsv(bad).map(({ line, column }) => [line, column]);
    expect(list).toEqual([
      ['48', 'amount'],
      ['49', 'order_date'],
      ['50', 'amount'],
      ['51', 'order_date'],
      ['52', 'customer_id'],
      ['54', expect.anything()],
    ]);
    expect(result.err).toContain('第 48 行，列 amount');
    expect((JSON.parse(result.out) as { badRows: number }).badRows).toBe(6);
    for (const key of ['no amount', 'no date', 'wrong amount', 'wrong date', '', 'short row'])
      expect(rows.has(key)).toBe(false);

    expectSameTiers(logic, readCsv(out));
  });

  it('keeps records in --database, where importing a file again changes nothing', async () => {
    const { createTestDatabase } = await import('@terrace/testing');
    const database = await createTestDatabase();
    try {
      writeFileSync(work.file('kept.csv'), `${header}${regular}`);
      const run = () =>
        terrace([
          ...['tier', '--model', 'retail/rfm', '--as-of', '2024-06-30', '--format', 'csv'],
          ...['--events', `order=${work.file('kept.csv')}`, '--database', database.url],
        ]);
      const first = await run();
      expect(first).toMatchObject({ code: 0 });
      expect(first.out).toMatch(/^tier,name,count,share,amount\nchampions,Champions,\d+,[\d.]+,\d+\n/);
      expect((await run()).out).toBe(first.out);
      const stored = await terrace([
        ...['tier', '--model', 'retail/rfm', '--as-of', '2024-06-30', '--format', 'csv'],
        ...['--database', database.url],
      ]);
      expect(stored.out).toBe(first.out);
    } finally {
      await database.drop();
    }
  });
});

describe('terrace tier without a file', () => {
  it('shows the tiers of the sample that comes with the template, and says so', async () => {
    const { code, out, err } = await terrace(['tier', '--model', 'education/groups', '--format', 'json']);
    expect(code).toBe(0);
    expect(err).toContain('“Training school” (education.school), as of 2026-06-30');
    const { asOf, total, tiers } = JSON.parse(out) as {
      asOf: string;
      total: number;
      tiers: { count: number; share: number }[];
    };
    expect([asOf, total]).toEqual(['2026-06-30', 1200]);
    expect(tiers.reduce((sum, { count }) => sum + count, 0)).toBe(1200);
    expect(tiers.every(({ share }) => share > 0 && share < 0.9)).toBe(true);
  });
});
