import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { sharedData } from '@terrace/testing';
import { readCsv, temporaryFolder, terrace, type CommandResult } from './cli.js';

jest.setTimeout(180_000);

const data = sharedData('triage-ktas');
const work = temporaryFolder();
afterAll(() => work.remove());

const visits = `visit=${data.path}/triage.csv`;

data.describe('terrace tier --model healthcare/early-warning on 1,267 visits', () => {
  const out = work.file('early-warning.csv');
  let result: CommandResult;
  beforeAll(async () => {
    result = await terrace([
      ...['tier', '--model', 'healthcare/early-warning', '--subjects', visits],
      ...['--out', out, '--format', 'json'],
    ]);
  });

  it('imports the file by itself, without a bad row', () => {
    expect(result).toMatchObject({ code: 0 });
    expect(JSON.parse(result.out)).toMatchObject({ total: 1267, badRows: 0 });
  });

  it('gives every one of the 564 complete visits the reference points, total and level', () => {
    const reference = readCsv(`${data.path}/reference/news2_scores.csv`);
    const rows = new Map(readCsv(out).map((row) => [row['key'], row]));
    expect(reference).toHaveLength(564);
    const columns = Object.keys(reference[0] ?? {}).filter(
      (name) => !['row_id', 'ktas_expert'].includes(name),
    );
    expect(columns).toHaveLength(9);
    const given = (row: Record<string, string> | undefined) => [
      ...columns.map((name) => row?.[name]),
      row?.['tier']?.replace('_', '-'),
    ];
    expect(reference.map(({ row_id: key }) => [key, ...given(rows.get(key))])).toEqual(
      reference.map((row) => [row['row_id'], ...columns.map((name) => row[name]), row['news2_level']]),
    );
  });

  it('leaves the 703 others unscored', () => {
    const scored = new Set(readCsv(`${data.path}/reference/news2_scores.csv`).map((row) => row['row_id']));
    const others = readCsv(out).filter((row) => !scored.has(row['key'] ?? ''));
    expect(others).toHaveLength(703);
    expect(
      new Set(others.map((row) => [row['tier'], row['news2_total'], row['news2_level']].join())),
    ).toEqual(new Set(['not_scored,,']));
  });
});

data.describe('terrace tier --model healthcare/ats on the same visits', () => {
  it('needs no monitored vital signs, and sends whoever raises a red alert to category 1', async () => {
    const out = work.file('ats.csv');
    const { code } = await terrace([
      ...['tier', '--model', 'healthcare/ats', '--subjects', visits],
      ...['--as-of', '2025-12-31', '--out', out],
    ]);
    expect(code).toBe(0);
    const source = readCsv(`${data.path}/triage.csv`);
    const isBelow = (cell: string | undefined, limit: number): boolean => cell !== '' && Number(cell) < limit;
    const red = source.filter((row) => isBelow(row['spo2'], 90) || isBelow(row['sbp'], 80));
    expect(red.length).toBeGreaterThan(10);
    const rows = new Map(readCsv(out).map((row) => [row['key'], row]));
    expect(new Set(red.map((row) => rows.get(row['row_id'] ?? '')?.['tier']))).toEqual(new Set(['ats_1']));
    const alerts = [...rows.values()].filter((row) => row['red_alert'] === 'true').map((row) => row['key']);
    expect(alerts.sort()).toEqual(red.map((row) => row['row_id']).sort());

    // The nurse of the file and the rules differ; what the report reads says in which direction.
    const compared = [...rows.values()].filter((row) => row['agrees_with_expert'] !== '');
    for (const row of compared) {
      const expert = Number(source[Number(row['key']) - 1]?.['ktas_expert']);
      expect([row['agrees_with_expert'], row['less_urgent_than_expert']].map(Number)).toEqual([
        Number(Number(row['system_level']) === expert),
        Number(Number(row['system_level']) > expert),
      ]);
    }
    expect(compared.length).toBeGreaterThan(1200);
  });
});
