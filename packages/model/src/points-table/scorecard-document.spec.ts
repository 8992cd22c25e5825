import { describe, expect, it } from '@jest/globals';
import type { Field } from '../catalog/record-type.js';
import { checkDocument } from '../check/check-document.js';
import type { ModelDocument } from '../document/model-document.js';
import { proveDocument } from '../proof/prove-document.js';
import { compileDocument } from '../lowering/compile-document.js';
import { attainableRange } from './attainable-range.js';
import { identifiersFor } from './identifiers.js';
import { matchField } from './match-field.js';
import { readPointsTable } from './read-points-table.js';
import { scorecardItem } from './scorecard-item.js';
import { scorecardDocument } from './scorecard-document.js';
import { tierCuts } from './tier-cuts.js';

const tableOf = (...lines: string[]) => readPointsTable(['variable,bin,points', ...lines].join('\n')).table;

const documentOf = (lines: readonly string[], cuts = ['10'], fields?: readonly Field[]): ModelDocument => {
  const document = scorecardDocument(tableOf(...lines), {
    name: { en: 'Card' },
    subjectType: 'applicant',
    cuts,
    ...(fields === undefined ? {} : { fields }),
  });
  expect(checkDocument(document)).toEqual([]);
  return document;
};

const field = (id: string, type: Field['type'], more: Partial<Field> = {}): Field => ({
  id,
  name: { en: id },
  type,
  required: false,
  aliases: [],
  sensitivity: 'none',
  ...more,
});

/** Id, value type and field of every dimension. */
const dimensionsOf = ({ nodes }: ModelDocument): unknown[] =>
  nodes.flatMap((node) =>
    node.kind === 'dimension' && node.source.kind === 'field'
      ? [[node.id, node.valueType, node.source.field]]
      : [],
  );

const evaluate = (document: ModelDocument, values: Record<string, string | number | boolean | null>) => {
  const { tier, values: results } = compileDocument(document).evaluate(values);
  return [results['score'], tier];
};

describe('identifiersFor', () => {
  it('makes different ids of any names, and lets an id keep itself', () => {
    const long = 'installment.rate.in.percentage.of.disposable.income';
    const names = [
      'a.b',
      'a_b',
      'A b',
      '30days',
      '月均消费',
      '职业',
      'monthlyIncome',
      'Größe',
      'key',
      long,
      `${long}.2`,
      '!',
    ];
    expect([...identifiersFor(names, ['key'])]).toEqual([
      ['a_b', 'a_b'],
      ['a.b', 'a_b_2'],
      ['A b', 'a_b_3'],
      ['30days', 'v_30days'],
      ['月均消费', 'variable'],
      ['职业', 'variable_2'],
      ['monthlyIncome', 'monthly_income'],
      ['Größe', 'gro_e'],
      ['key', 'key_2'],
      [long, 'installment_rate_in_percentage_of_disposa'],
      [`${long}.2`, 'installment_rate_in_percentage_of_dispo_2'],
      ['!', 'variable_3'],
    ]);
  });
});

describe('tierCuts', () => {
  it('takes the usual cut-offs where the card reaches from below 400 to 700', () => {
    expect(tierCuts(tableOf('basepoints,,399', 'v,a,0', 'v,b,301'))).toEqual({
      cuts: ['400', '500', '600', '700'],
      method: 'usual',
    });
    expect(tierCuts(tableOf('basepoints,,400', 'v,a,0', 'v,b,301')).method).toBe('equal');
    expect(tierCuts(tableOf('basepoints,,0', 'v,a,0', 'v,b,699.9')).method).toBe('equal');
  });

  it('else cuts what the card can give into five bands of the same width', () => {
    const table = tableOf('basepoints,,0.5', 'v,a,-1', 'v,b,2', 'w,missing,0.25', 'w,c,1', 'w,d,0.75');
    expect(attainableRange(table)).toEqual({ minimum: '-0.25', maximum: '3.5' });
    expect(tierCuts(table)).toEqual({ cuts: ['0.5', '1.25', '2', '2.75'], method: 'equal' });
    expect(tierCuts(tableOf('v,a,7'))).toEqual({ cuts: ['7'], method: 'equal' });
    expect(tierCuts(table, ['1'])).toEqual({ cuts: ['1'], method: 'given' });
  });
});

describe('scorecardDocument', () => {
  it('puts a total that is exactly a cut-off, in decimals, into the better tier', () => {
    const document = documentOf(
      ['basepoints,,0.1', 'v,"[-Inf,0.3)",0.1', 'v,"[0.3,Inf)",0.2', 'w,a,0.3', 'w,b,0.4'],
      ['0.5', '0.6'],
    );
    expect(evaluate(document, { v: 0.3, w: 'a' })).toEqual([expect.closeTo(0.6, 12), 'a']);
    expect(evaluate(document, { v: '0.29999', w: 'a' })[1]).toBe('b');
    expect(evaluate(document, { v: 0.1 + 0.2, w: 'b' })[1]).toBe('a');
  });

  it('scores nobody whose value is in no bin or missing without points', () => {
    const document = documentOf(['v,"[0,5)",7', 'v,"[5,9]",8', 'w,a,5', 'w,missing,6']);
    expect(evaluate(document, { v: 9, w: null })).toEqual([14, 'a']);
    expect(evaluate(document, { v: 4, w: 'NA' })).toEqual([13, 'a']);
    for (const values of [
      { v: 9.5, w: 'a' },
      { v: -1, w: 'a' },
      { v: null, w: 'a' },
      { v: 1, w: 'A' },
      { v: 1, w: 'x' },
    ])
      expect(evaluate(document, values)).toEqual([null, 'unscored']);
  });

  it('gives a single number before the range it lies in, and a listed NA as the category it is', () => {
    const document = documentOf(['v,"[-Inf,Inf)",1', 'v,-999,2', 'w,missing,10', 'w,NA,20', 'w,a,30']);
    expect(evaluate(document, { v: -999, w: 'NA' })[0]).toBe(22);
    expect(evaluate(document, { v: -998, w: 'NULL' })[0]).toBe(11);
  });

  it('leaves no gap and no overlap between its rules, and reaches every tier', () => {
    const lines = ['v,"[-Inf,5)",7', 'v,"[5,Inf)",8', 'w,a,5', 'w,b,-6', 'w,c,0'];
    const { findings, isExact } = proveDocument(documentOf(['basepoints,,5', ...lines], ['10', '15']));
    expect(isExact).toBe(true);
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(findings.filter(({ kind }) => kind !== 'nonMonotone')).toEqual([]);
  });

  it('takes a variable that has points of missing values alone', () => {
    const document = documentOf(['v,missing,3', 'w,a,1']);
    expect(evaluate(document, { v: null, w: 'a' })[0]).toBe(4);
    expect(evaluate(document, { v: '5', w: 'a' })[0]).toBeNull();
  });

  it('takes more categories than a cell holds, and longer ones', () => {
    const many = Array.from({ length: 250 }, (_, index) => `c${index}`);
    const long = 'x'.repeat(300);
    const document = documentOf([`v,"${[...many, long].join('%,%')}",1`, 'v,other,2']);
    for (const value of ['c0', 'c99', 'c100', 'c249', long])
      expect(evaluate(document, { v: value })[0]).toBe(1);
    expect(evaluate(document, { v: 'c250' })[0]).toBeNull();
  });

  it('keeps ids apart from those of the scorecard, its tiers and the columns of results', () => {
    expect(dimensionsOf(documentOf(['score,x,1', 'a,x,1', 'tier,x,1', 'unscored,x,1', 'key,x,1']))).toEqual([
      ['score_2', 'text', 'score'],
      ['a_2', 'text', 'a'],
      ['tier_2', 'text', 'tier_2'],
      ['unscored_2', 'text', 'unscored'],
      ['key_2', 'text', 'key_2'],
    ]);
  });

  it('names more tiers than there are letters', () => {
    const cuts = Array.from({ length: 30 }, (_, index) => String(index));
    const tiers = documentOf(['v,a,1'], cuts).nodes.filter(({ kind }) => kind === 'tier');
    expect(tiers.map(({ id }) => id).filter((_, index) => [0, 25, 26, 30, 31].includes(index))).toEqual([
      'a',
      'z',
      'aa',
      'ae',
      'unscored',
    ]);
  });

  it('reads the fields there are where they take what the bins do, and makes up others', () => {
    const lines = [
      ...['Age.In.Years,"[-Inf,Inf)",1', 'home,rent,1', 'city,x,1', 'income,"[-Inf,Inf)",1'],
      ...['member,yes,1', 'debt,"[-Inf,-5)",1', 'debt,"[-5,Inf)",2', 'rate,"[-Inf,5)",1', 'rate,"[5,Inf)",2'],
    ];
    const fields = [
      field('age', 'number', { aliases: ['age in years'], minimum: 0 }),
      field('home', 'enumeration', { values: ['rent', 'own'] }),
      field('town', 'text', { name: { en: 'City' } }),
      field('income', 'text'),
      field('member', 'boolean'),
      field('debt', 'number', { minimum: 0 }),
      field('rate', 'number', { minimum: 0, maximum: 100 }),
    ];
    const document = documentOf(lines, ['5'], fields);
    expect(dimensionsOf(document)).toEqual([
      ['age_in_years', 'number', 'age'],
      ['home', 'text', 'home_2'],
      ['city', 'text', 'town'],
      ['income', 'number', 'income_2'],
      ['member', 'text', 'member_2'],
      ['debt', 'number', 'debt_2'],
      ['rate', 'number', 'rate'],
    ]);
  });
});

describe('matchField', () => {
  it('prefers fields that fit, then the same text, then names before aliases', () => {
    const [variable] = tableOf('A.b,x,1').variables;
    if (variable === undefined) throw new Error('no variable');
    const chosen = (...fields: Field[]): unknown => matchField(variable, fields)?.field.id;
    expect(chosen(field('c', 'text', { aliases: ['a b'] }), field('ab', 'text'))).toBe('ab');
    expect(chosen(field('ab', 'text'), field('d', 'text', { name: { en: 'A.b' } }))).toBe('d');
    expect(chosen(field('ab', 'number'), field('c', 'text', { aliases: ['ab'] }))).toBe('c');
    expect(matchField(variable, [field('ab', 'number')])).toMatchObject({ valueType: null });
    expect(matchField(variable, [field('abc', 'text')])).toBeNull();
  });

  it('takes enumerations that have all categories, and booleans that categories name', () => {
    const [home, member] = tableOf('home,rent,1', 'home,own,2', 'member,Yes,1', 'member,no,2').variables;
    if (home === undefined || member === undefined) throw new Error('no variables');
    const typeOver = (values: string[]): unknown =>
      matchField(home, [field('home', 'enumeration', { values })])?.valueType;
    expect([typeOver(['rent', 'own', 'free']), typeOver(['rent'])]).toEqual(['text', null]);
    const type = matchField(member, [field('member', 'boolean')])?.valueType;
    expect(type).toBe('boolean');
    expect(scorecardItem(member, 'm', 'm', 'boolean').bins).toEqual([
      { cell: { op: '==', value: true }, points: '1' },
      { cell: { op: '==', value: false }, points: '2' },
    ]);
  });
});
