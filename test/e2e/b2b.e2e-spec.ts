import { afterAll, expect, it, jest } from '@jest/globals';
import { sharedData } from '@terrace/testing';
import { readFileSync } from 'node:fs';
import { readCsv, temporaryFolder, terrace } from './cli.js';

jest.setTimeout(180_000);

const data = sharedData('b2b-crm-opportunities');
const work = temporaryFolder();
afterAll(() => work.remove());

interface Report {
  total: number;
  badRows: number;
  tiers: { tier: string; count: number; amount: string | null }[];
}

async function tiersOf(...args: string[]): Promise<Report> {
  const { code, out } = await terrace(['tier', '--as-of', '2017-12-31', '--format', 'json', ...args]);
  expect(code).toBe(0);
  return JSON.parse(out) as Report;
}

data.describe('terrace tier with the b2b plugin on a sales pipeline', () => {
  it('takes deals as purchases of accounts, and grades every account by what it bought', async () => {
    const out = work.file('grading.csv');
    const report = await tiersOf(
      ...['--model', 'b2b/grading', '--out', out],
      ...['--subjects', `account=${data.path}/accounts.csv`],
      ...['--events', `purchase=${data.path}/sales_pipeline.csv`],
    );
    // Open deals have no day on which they were closed.
    expect([report.total, report.badRows]).toEqual([85, 2089]);
    const reference = readCsv(`${data.path}/reference/by_account.csv`).filter(
      ({ account }) => account !== '',
    );
    const rows = new Map(readCsv(out).map((row) => [row['key'], row]));
    expect(
      reference.map(({ account }) => [rows.get(account)?.['amount'], rows.get(account)?.['orders']]),
    ).toEqual(reference.map((row) => [row['won_value'], row['won']]));
    const sum = report.tiers.reduce((total, { amount }) => total + Number(amount), 0);
    expect(sum).toBe(10_005_534);
    for (const tier of ['grade_a', 'grade_b', 'grade_c'])
      expect(report.tiers.find((each) => each.tier === tier)?.count).toBeGreaterThan(10);
  });

  it('reads the stages of the sales system: won, lost, engaging and prospecting', async () => {
    const report = await tiersOf(
      ...['--model', 'b2b/opportunity-stages', '--subjects', `opportunity=${data.path}/sales_pipeline.csv`],
    );
    const { stage_counts: stages } = JSON.parse(
      readFileSync(`${data.path}/reference/pipeline_summary.json`, 'utf8'),
    ) as { stage_counts: Record<string, number> };
    const counts = Object.fromEntries(report.tiers.map(({ tier, count }) => [tier, count]));
    expect(counts).toMatchObject({
      implementation: stages['Won'],
      lost: stages['Lost'],
      need: stages['Engaging'],
      unconfirmed: stages['Prospecting'],
    });
  });
});
