import { describe, expect, it } from '@jest/globals';
import jsonLogic from 'json-logic-js';
import type { ModelDocument } from '../document/model-document.js';
import { bands, condition, dimension, model, numberDimension, table, tier } from '../testing/documents.js';
import { compileDocument, type Evaluation } from './compile-document.js';
import type { DimensionValues } from './dimension-values.js';
import { lowerDocument } from './lower-document.js';
import { tierJsonLogic } from './tier-json-logic.js';

function evaluate(document: ModelDocument, values: DimensionValues): Evaluation {
  const result = compileDocument(document).evaluate(values);
  const exported = tierJsonLogic(document) as Parameters<typeof jsonLogic.apply>[0];
  expect(jsonLogic.apply(exported, values)).toBe(result.tier);
  return result;
}

const threeTiers = [tier('gold', 1), tier('silver', 2), tier('basic', 3)];
const n = { var: 'n' };

describe('the choice of a tier', () => {
  it('takes the best rank of all that hold, whatever their order', () => {
    const document = model(
      [
        numberDimension('n'),
        condition('some', { '>=': [n, 10] }, 'silver'),
        condition('many', { '>=': [n, 100] }, 'gold'),
        ...threeTiers,
      ],
      'basic',
    );
    expect(evaluate(document, { n: 100 }).tier).toBe('gold');
    expect(evaluate(document, { n: 99 }).tier).toBe('silver');
    expect(evaluate(document, { n: 9 }).tier).toBe('basic');
    expect(evaluate(document, { n: null }).tier).toBe('basic');
  });

  it('lets a better rank of a condition win over a table', () => {
    const document = model(
      [
        numberDimension('n'),
        dimension('region', 'text'),
        table(
          'rules',
          ['n'],
          [
            ['silver', { op: '>=', value: 10 }],
            ['basic', null],
          ],
        ),
        condition('east', { '==': [{ var: 'region' }, 'east'] }, 'gold'),
        ...threeTiers,
      ],
      'basic',
    );
    expect(evaluate(document, { n: 50, region: 'east' })).toEqual({
      tier: 'gold',
      values: { rules: 'silver', east: true },
    });
    expect(evaluate(document, { n: 50, region: null }).tier).toBe('silver');
    expect(evaluate(document, { n: null, region: null })).toEqual({
      tier: 'basic',
      values: { rules: 'basic', east: false },
    });
  });

  it('takes the first row of a single table, not the best rank', () => {
    const document = model(
      [
        numberDimension('n'),
        table(
          'rules',
          ['n'],
          [
            ['silver', { op: '>=', value: 10 }],
            ['gold', { op: '>=', value: 5 }],
          ],
        ),
        ...threeTiers,
      ],
      'basic',
    );
    expect(evaluate(document, { n: 10 }).tier).toBe('silver');
    expect(evaluate(document, { n: 5 }).tier).toBe('gold');
    expect(evaluate(document, { n: 4 }).tier).toBe('basic');
  });

  it('does not give a tier for not over a missing value', () => {
    const document = model(
      [numberDimension('n'), condition('rare', { '!': { '>': [n, 90] } }, 'gold'), ...threeTiers],
      'basic',
    );
    expect(evaluate(document, { n: 90 }).tier).toBe('gold');
    expect(evaluate(document, { n: null }).tier).toBe('basic');
    expect(evaluate(document, { n: '' }).tier).toBe('basic');
  });

  it('settles what is unknown at the border of a condition', () => {
    const document = model(
      [
        numberDimension('n'),
        condition('many', { '>': [n, 90] }),
        condition('not_many', { '!': { var: 'many' } }, 'gold'),
        ...threeTiers,
      ],
      'basic',
    );
    // The condition "many" says false, which is a value, and its opposite is true.
    expect(evaluate(document, { n: null })).toEqual({
      tier: 'gold',
      values: { many: false, not_many: true },
    });
    expect(evaluate(document, { n: 91 }).tier).toBe('basic');
  });

  it('is the fallback where nothing routes', () => {
    expect(evaluate(model([numberDimension('n'), ...threeTiers], 'silver'), { n: 1 }).tier).toBe('silver');
  });
});

describe('cells of a table', () => {
  const document = model(
    [
      numberDimension('n'),
      dimension('region', 'text'),
      dimension('member', 'boolean'),
      dimension('since', 'date'),
      bands('label', 'n', ['10'], ['low', 'high']),
      table(
        'rules',
        ['n', 'region', 'member', 'since', 'label'],
        [
          ['gold', { op: 'missing' }, null, null, null, null],
          ['silver', null, { op: 'in', values: ['east', 'west'] }, { op: '==', value: true }, null, null],
          ['bronze', null, null, null, { op: '<', value: '2020-01-01' }, { op: '==', value: 'high' }],
          ['iron', null, { op: '!=', value: 'north' }, null, null, { op: 'missing' }],
          ['tin', { op: '!=', value: 5 }, null, null, null, null],
        ],
      ),
      ...['gold', 'silver', 'bronze', 'iron', 'tin', 'none'].map((id, index) => tier(id, index + 1)),
    ],
    'none',
  );

  it.each([
    [{ n: null }, 'gold'],
    [{ n: 1, region: 'west', member: true }, 'silver'],
    [{ n: 1, region: 'west', member: null }, 'tin'],
    [{ n: 10, since: '2019-12-31' }, 'bronze'],
    [{ n: 9, since: '2019-12-31' }, 'tin'],
    [{ n: 10, since: null }, 'tin'],
    [{ n: 5, region: null }, 'none'],
    [{ n: 0 }, 'tin'],
  ] as const)('%j gives %s', (values, expected) => {
    expect(evaluate(document, values).tier).toBe(expected);
  });
});

describe('bands', () => {
  it('leave a band between equal cut points empty', () => {
    const document = model(
      [
        numberDimension('n'),
        bands('score', 'n', ['4', '4', '8'], [1, 2, 3, 4]),
        table('rules', ['score'], [['gold', { op: '==', value: 2 }]]),
        ...threeTiers,
      ],
      'basic',
    );
    const scores = [3, 4, 7.5, 8, 9].map((value) => evaluate(document, { n: value }).values['score']);
    expect(scores).toEqual([1, 3, 3, 4, 4]);
  });

  it('closed on the right keep the cut point in the lower band', () => {
    const document = model(
      [
        numberDimension('n'),
        bands('score', 'n', ['10', '20'], ['a', 'b', 'c'], { closed: 'right' }),
        ...threeTiers,
      ],
      'basic',
    );
    const labels = [10, 10.0001, 20, 20.5, null].map(
      (value) => evaluate(document, { n: value }).values['score'],
    );
    expect(labels).toEqual(['a', 'b', 'b', 'c', null]);
  });

  it('give their own output for a missing input', () => {
    const document = model(
      [
        numberDimension('n'),
        bands('score', 'n', ['10'], [1, 2], { missing: 0 }),
        condition('unknown', { '==': [{ var: 'score' }, 0] }, 'silver'),
        ...threeTiers,
      ],
      'basic',
    );
    expect(evaluate(document, { n: null })).toEqual({ tier: 'silver', values: { score: 0, unknown: true } });
    expect(evaluate(document, { n: -5 }).tier).toBe('basic');
  });

  it('can be banded again', () => {
    const document = model(
      [
        numberDimension('n'),
        bands('score', 'n', ['10', '20'], [1, 5, 9]),
        bands('grade', 'score', ['5'], ['low', 'high']),
        condition(
          'top',
          { and: [{ '==': [{ var: 'grade' }, 'high'] }, { '!': { missing: ['score'] } }] },
          'gold',
        ),
        ...threeTiers,
      ],
      'basic',
    );
    expect(evaluate(document, { n: 10 })).toEqual({
      tier: 'gold',
      values: { score: 5, grade: 'high', top: true },
    });
    expect(evaluate(document, { n: null })).toEqual({
      tier: 'basic',
      values: { score: null, grade: null, top: false },
    });
    expect(
      lowerDocument(document).nodes.map((node) => [node.id, node.depth, node.type, node.nullable]),
    ).toEqual([
      ['score', 1, 'number', true],
      ['grade', 2, 'text', true],
      ['top', 3, 'boolean', false],
    ]);
  });

  it('without cut points give nothing', () => {
    const document = model(
      [
        numberDimension('n'),
        {
          kind: 'bands',
          id: 'score',
          name: { en: 'score' },
          input: 'n',
          cuts: { method: 'quantile', count: 3, offset: '0', values: [] },
          closed: 'left',
          outputs: [1, 2, 3],
        },
        table('rules', ['score'], [['gold', { op: '>=', value: 1 }]]),
        ...threeTiers,
      ],
      'basic',
    );
    expect(evaluate(document, { n: 5 })).toEqual({ tier: 'basic', values: { score: null, rules: null } });
  });
});

describe('a dimension with a default', () => {
  const document = model(
    [numberDimension('n', { fallback: 0 }), condition('none', { '==': [n, 0] }, 'silver'), ...threeTiers],
    'basic',
  );

  it('is never missing to the lowered model', () => {
    expect(lowerDocument(document).inputs).toEqual({ n: { type: 'number', nullable: false } });
  });

  it('has its default written out in the exported expression', () => {
    const exported = tierJsonLogic(document) as Parameters<typeof jsonLogic.apply>[0];
    const tiers = [{}, { n: null }, { n: '' }, { n: 0 }, { n: 1 }].map((values) =>
      jsonLogic.apply(exported, values),
    );
    expect(tiers).toEqual(['silver', 'silver', 'silver', 'silver', 'basic']);
  });

  it('gets its default when it is evaluated', () => {
    expect(compileDocument(document).evaluate({}).tier).toBe('silver');
    expect(compileDocument(document).evaluate({ n: '' }).tier).toBe('silver');
    expect(compileDocument(document).evaluate({ n: 1 }).tier).toBe('basic');
  });
});
