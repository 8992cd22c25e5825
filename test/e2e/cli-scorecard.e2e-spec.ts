import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  arbitraryCards,
  arbitraryCardSubjects,
  arbitraryWritings,
  plainTotal,
  scaledText,
  writeCard,
  type Card,
  type CardSubject,
} from '@terrace/model/testing';
import type { ModelDocument } from '@terrace/model';
import { createTestDatabase, sharedData } from '@terrace/testing';
import fc from 'fast-check';
import jsonLogic from 'json-logic-js';
import { readFileSync, writeFileSync } from 'node:fs';
import { readCsv, temporaryFolder, terrace, type CommandResult } from './cli.js';

jest.setTimeout(180_000);

const data = sharedData('bank-german-credit');
const work = temporaryFolder();
afterAll(() => work.remove());

type Row = Readonly<Record<string, string>>;

const readModel = (file: string): ModelDocument => JSON.parse(readFileSync(file, 'utf8')) as ModelDocument;

/** Every row's tier under stock json-logic-js, from the dimension columns as they stand in the file. */
function tiersByLogic(modelFile: string, logicFile: string, rows: readonly Row[]): unknown[] {
  const logic = JSON.parse(readFileSync(logicFile, 'utf8')) as Parameters<typeof jsonLogic.apply>[0];
  const ids = readModel(modelFile)
    .nodes.filter(({ kind }) => kind === 'dimension')
    .map(({ id }) => id);
  return rows.map((row) => jsonLogic.apply(logic, Object.fromEntries(ids.map((id) => [id, row[id]]))));
}

data.describe('terrace model scorecard on the German credit card', () => {
  const model = work.file('german.json');
  const out = work.file('german.csv');
  const logic = work.file('german-logic.json');
  let made: CommandResult;
  let scored: CommandResult;

  beforeAll(async () => {
    const points = `${data.path}/reference/scorecard_points.csv`;
    made = await terrace(['model', 'scorecard', '--points', points, '--subject', 'loan', '--out', model]);
    scored = await terrace([
      ...['tier', '--model', model, '--subjects', `loan=${data.path}/german_credit.csv`],
      ...['--map', 'loan.key=row_id', '--out', out, '--logic', logic, '--format', 'json'],
    ]);
  });

  it('says what it read and where the tiers are cut', () => {
    expect(made).toMatchObject({ code: 0, out: '' });
    expect(made.err.trimEnd().split('\n').slice(-2)).toEqual([
      '10 variables with 35 bins, base points 456; totals from 71 to 861 are possible.',
      'Tiers are cut at the usual 400, 500, 600, 700; --cuts gives others.',
    ]);
    expect(scored).toMatchObject({ code: 0 });
    expect(scored.err).toContain('Made for this command, since no plugin brings it: loan (10 fields)\n');
  });

  it('gives all 1,000 totals', () => {
    const totals = Object.fromEntries(readCsv(out).map((row) => [row['key'], row['score']]));
    const reference = readCsv(`${data.path}/reference/scores.csv`);
    expect(reference).toHaveLength(1000);
    expect(totals).toEqual(Object.fromEntries(reference.map((row) => [row['row_id'], row['score']])));
  });

  it('gives the tiers by their cut-offs, and as many of each as the reference has', () => {
    const reference = readCsv(`${data.path}/reference/score_tiers.csv`);
    const report = JSON.parse(scored.out) as { tiers: { name: string; count: number }[] };
    expect(report.tiers.map(({ name, count }) => [name, String(count)])).toEqual([
      ...reference.map((row) => [row['tier'], row['customers']]),
      ['Not scored', '0'],
    ]);
    const ofScore = (score: number): string | undefined =>
      reference.find((row) => {
        const [from = '', to = ''] = [row['score_from_inclusive'], row['score_to_exclusive']];
        return (from === '' || score >= Number(from)) && (to === '' || score < Number(to));
      })?.['tier'];
    const rows = readCsv(out);
    expect(rows.map((row) => row['tier_name'])).toEqual(rows.map((row) => ofScore(Number(row['score']))));
  });

  it('writes JSON Logic that gives every row the same tier under json-logic-js', () => {
    const rows = readCsv(out);
    expect(tiersByLogic(model, logic, rows)).toEqual(rows.map((row) => row['tier']));
  });
});

/** Subjects of a card as a file, the variables being the headers. */
function subjectsFile(card: Card, subjects: readonly CardSubject[]): string {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  return [
    ['row_id', ...card.variables.map(({ name }) => name)],
    ...subjects.map((values, index) => [`r${index}`, ...values.map((value) => value ?? '')]),
  ]
    .map((cells) => cells.map(quoted).join(','))
    .join('\n');
}

describe('terrace tier on random scorecards', () => {
  const cases = arbitraryCards
    .filter(({ variables }) => variables.length > 5)
    .chain((card) =>
      fc.record({
        card: fc.constant(card),
        writing: arbitraryWritings,
        subjects: fc.array(arbitraryCardSubjects(card), { minLength: 150, maxLength: 150 }),
      }),
    );

  it.each(fc.sample(cases, { seed: 4, numRuns: 2 }).map((each, index) => ({ ...each, index })))(
    'gives the totals and tiers that were added up from card $index',
    async ({ card, writing, subjects, index }) => {
      const [points, model, file, out, logic] = [
        'points.csv',
        'model.json',
        'subjects.csv',
        'out.csv',
        'logic.json',
      ].map((name) => work.file(`${index}-${name}`)) as [string, string, string, string, string];
      writeFileSync(points, writeCard(card, writing));
      writeFileSync(file, subjectsFile(card, subjects));
      const totals = subjects.map((subject) => plainTotal(card, subject));
      const reached = [...new Set(totals.filter((total) => total !== null))].sort((a, b) => (a < b ? -1 : 1));
      const units = [0.2, 0.5, 0.8].map((share) => reached[Math.floor(share * reached.length)] ?? 0n);
      const text = (total: bigint): string => scaledText({ units: total, scale: card.scale });
      const made = await terrace([
        ...['model', 'scorecard', '--points', points, '--subject', 'record', '--out', model],
        ...['--cuts', units.map(text).join(',')],
      ]);
      expect(made).toMatchObject({ code: 0 });
      const tiered = await terrace([
        ...['tier', '--model', model, '--subjects', `record=${file}`, '--out', out, '--logic', logic],
      ]);
      expect(tiered).toMatchObject({ code: 0 });

      const rows = readCsv(out);
      const actual = Object.fromEntries(rows.map((row) => [row['key'], [row['score'], row['tier_name']]]));
      const expected = subjects.map((_, at) => {
        const total = totals[at] ?? null;
        if (total === null) return [`r${at}`, ['', 'Not scored']];
        const letter = 'DCBA'[units.filter((cut) => total >= cut).length];
        return [
          `r${at}`,
          [
            text(total)
              .replace(/(\.\d*?)0+$/, '$1')
              .replace(/\.$/, ''),
            letter,
          ],
        ];
      });
      expect(actual).toEqual(Object.fromEntries(expected));
      expect(new Set(rows.map((row) => row['tier'])).size).toBe(5);
      expect(tiersByLogic(model, logic, rows)).toEqual(rows.map((row) => row['tier']));
    },
  );
});

describe('terrace tier with a model file that reads what no plugin brings', () => {
  const dimension = (id: string, valueType: string, source: object) => ({
    ...{ kind: 'dimension', id, name: { en: id }, valueType, source, missing: { policy: 'noMatch' } },
  });
  const tier = (id: string, rank: number, entry?: object) => ({
    ...{ kind: 'tier', id, name: { en: id }, rank },
    ...(entry === undefined ? {} : { entry }),
  });
  const document = {
    schema: 2,
    name: { en: 'Plots' },
    subjectType: 'plot',
    nodes: [
      dimension('area', 'number', { kind: 'field', field: 'area' }),
      dimension('harvests', 'number', {
        ...{ kind: 'aggregate', event: 'harvest', measure: 'sum', field: 'weight' },
        where: { and: [{ '==': [{ var: 'crop' }, 'rye'] }, { '>': [{ var: 'moisture' }, 10] }] },
      }),
      tier('rich', 1, { '>': [{ var: 'harvests' }, { '*': [{ var: 'area' }, 2] }] }),
      tier('plain', 2),
    ],
    fallback: 'plain',
  };

  beforeAll(() => {
    writeFileSync(work.file('plots.json'), JSON.stringify(document));
    writeFileSync(work.file('plots.csv'), 'plot_no,Area\np1,10\np2,10\n');
    writeFileSync(
      work.file('harvests.csv'),
      'plot_id,date,weight,crop,moisture\np1,2024-05-01,25,rye,12\np2,2024-05-01,25,rye,8\np2,2024-05-02,99,oat,12\n',
    );
  });
  const args = () => [
    ...['tier', '--model', work.file('plots.json'), '--subjects', `plot=${work.file('plots.csv')}`],
    ...['--events', `harvest=${work.file('harvests.csv')}`, '--format', 'csv'],
  ];

  it('needs a day only where days or events count', async () => {
    const { code, err } = await terrace(args());
    expect({ code, err }).toEqual({
      code: 2,
      err: `--as-of is missing: ${work.file('plots.json')} counts days or events up to a day, such as --as-of 2025-12-31.\n`,
    });
  });

  it('makes what is missing in a database that stays once, and says so', async () => {
    const database = await createTestDatabase();
    try {
      const run = () => terrace([...args(), '--as-of', '2024-12-31', '--database', database.url]);
      const first = await run();
      expect(first).toMatchObject({
        code: 0,
        out: 'tier,name,count,share,amount\nrich,rich,1,0.5,\nplain,plain,1,0.5,\n',
      });
      expect(first.err).toContain(
        'Added to the database for this model: plot (1 field), harvest (3 fields)\n',
      );
      const second = await run();
      expect(second.out).toBe(first.out);
      expect(second.err).not.toContain('Added');
    } finally {
      await database.drop();
    }
  });
});
