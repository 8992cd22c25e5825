import { describe, expect, it } from '@jest/globals';
import { compileDocument } from '../lowering/compile-document.js';
import { condition, model, numberDimension, table, tier } from '../testing/documents.js';
import { proveDocument } from './prove-document.js';
import { applyRepair } from './repair/apply-repair.js';
import { repairDocument } from './repair/repair-document.js';

const tiers = [tier('a', 1), tier('b', 2), tier('c', 3), tier('d', 4)];

describe('a dead row that stands before others', () => {
  // From 10 on the first row keeps the second from giving `a`; it decides nothing itself, since `b` comes before `c`.
  const document = model(
    [
      numberDimension('x', { fallback: 0 }),
      condition('all', { '>=': [{ var: 'x' }, 0] }, 'b'),
      condition('rest', { '<': [{ var: 'x' }, 0] }, 'd'),
      table(
        'rows',
        ['x'],
        [
          ['c', { op: '>=', value: 10 }],
          ['a', { op: '>=', value: 5 }],
        ],
      ),
      ...tiers,
    ],
    'd',
  );

  it('is found, said to shield them, and not removed', () => {
    const dead = proveDocument(document).findings.filter(({ kind }) =>
      ['deadRule', 'unreachableTier'].includes(kind),
    );
    expect(dead.map(({ kind, repair }) => [kind, repair])).toEqual([
      ['deadRule', null],
      ['unreachableTier', null],
    ]);
    expect(dead.map(({ message }) => message.en)).toEqual([
      'Row 1 of “rows” never decides: whoever fulfils it gets a tier that comes first, by “all”. It is not to be removed as it is: it keeps row 2 of “rows” from deciding.',
      'Nobody gets “c”: none of its rules ever decides. It is not to be removed as it is: it keeps row 2 of “rows” from deciding.',
    ]);
  });

  it('stays where it is in a repaired document, and everybody keeps their tier', () => {
    const before = compileDocument(document);
    const after = compileDocument(repairDocument(document).document);
    for (const x of [-1, 0, 4, 5, 7, 9.5, 10, 20])
      expect([x, after.evaluate({ x }).tier]).toEqual([x, before.evaluate({ x }).tier]);
  });
});

describe('a rule that several take together', () => {
  const document = model(
    [
      numberDimension('x', { fallback: 0 }),
      condition('low', { '<=': [0, { var: 'x' }, 10] }, 'a'),
      condition('needless', { '<=': [2, { var: 'x' }, 3] }, 'a'),
      condition('high', { '<=': [8, { var: 'x' }, 15] }, 'b'),
      condition('within', { '<=': [5, { var: 'x' }, 15] }, 'c'),
      condition('also', { '<=': [30, { var: 'x' }, 40] }, 'c'),
      ...tiers,
    ],
    'd',
  );
  const [dead] = proveDocument(document).findings.filter(({ kind }) => kind === 'deadRule');

  it('names all that are needed', () => {
    expect(dead?.rules).toEqual(['within', 'low', 'high']);
    expect(dead?.message.en).toBe(
      '“within” never decides: whoever fulfils it gets a tier that comes first, by “low” and “high”.',
    );
  });

  it('is removed without changing a tier', () => {
    if (dead?.repair == null) throw new Error('no repair');
    const [before, after] = [compileDocument(document), compileDocument(applyRepair(document, dead.repair))];
    for (let x = -1; x < 42; x += 0.5)
      expect([x, after.evaluate({ x }).tier]).toEqual([x, before.evaluate({ x }).tier]);
  });
});

describe('a scorecard of many parts', () => {
  const inputs = Array.from({ length: 8 }, (_, index) => `x${index}`);
  /** Everybody has 0 to 10 points of each of eight parts. */
  const document = (best: number) =>
    model(
      [
        ...inputs.map((id) => numberDimension(id, { fallback: 0 })),
        {
          kind: 'scorecard',
          id: 'score',
          name: { en: 'score' },
          base: '0',
          items: inputs.map((input) => ({
            id: input,
            input,
            bins: ['10', '8', '4', '2'].map((points, index) => ({
              cell: { op: '>=' as const, value: 40 - 10 * index },
              points,
            })),
            otherwise: '0',
          })),
        },
        table(
          'rows',
          ['score'],
          [
            ['a', { op: '>=', value: best }],
            ['b', { op: '>=', value: 40 }],
            ['c', { op: '<', value: 40 }],
          ],
        ),
        ...tiers,
      ],
      'd',
    );
  const dead = (best: number) =>
    proveDocument(document(best), { effort: 20_000 }).findings.filter(
      ({ kind }) => kind === 'deadRule' || kind === 'unreachableTier',
    );

  it('has a tier that only the best of every part brings', () => {
    expect(dead(80)).toEqual([]);
  });

  it('has none that ranges rule out', () => {
    expect(dead(81).map(({ kind, nodes }) => [kind, ...nodes])).toEqual([
      ['deadRule', 'rows'],
      ['unreachableTier', 'a'],
    ]);
  });

  it('is not said to have a dead rule where that is not proved', () => {
    // 41 is no sum of such points, which only going through all of them would show.
    const changed = document(80);
    const rows = changed.nodes.find(({ id }) => id === 'rows');
    if (rows?.kind !== 'decisionTable') throw new Error('no table');
    rows.rows.unshift({ id: 'odd', cells: [{ op: '==', value: 41 }], tier: 'd' });
    const proof = proveDocument(changed, { effort: 20_000 });
    expect(proof.isExact).toBe(false);
    expect(proof.findings.filter(({ kind }) => kind === 'deadRule')).toEqual([]);
  });
});
