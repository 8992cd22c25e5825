import { describe, expect, it } from '@jest/globals';
import type { TemplateParameter } from '../catalog/template-parameter.js';
import { instantiateTemplate } from './instantiate-template.js';

const parameters: TemplateParameter[] = [
  { id: 'months', name: { en: 'Months' }, type: 'integer', default: 12, minimum: 1, maximum: 120 },
  { id: 'limit', name: { en: 'Limit' }, type: 'number', default: 10_000 },
  { id: 'city', name: { en: 'City' }, type: 'text', default: '上海' },
  {
    id: 'levels',
    name: { en: 'Levels' },
    type: 'choice',
    default: 18,
    options: [
      { value: 18, name: { en: '18 levels' } },
      { value: 'many', name: { en: 'Many levels' } },
    ],
  },
];
const template = {
  schema: 1,
  name: { en: 'T' },
  subjectType: 'customer',
  nodes: [
    {
      kind: 'dimension',
      id: 'amount',
      name: { en: { $parameter: 'city' } },
      valueType: 'number',
      source: {
        kind: 'aggregate',
        event: 'order',
        measure: 'sum',
        field: 'amount',
        window: { months: { $parameter: 'months' } },
      },
      missing: { policy: 'noMatch' },
    },
    {
      kind: 'bands',
      id: 'score',
      name: { en: 'score' },
      input: 'amount',
      cuts: { method: 'explicit', values: [{ $parameter: 'limit', as: 'text' }] },
      outputs: [1, 2],
    },
    {
      kind: 'condition',
      id: 'rich',
      name: { en: 'rich' },
      when: { '>=': [{ var: 'amount' }, { $parameter: 'limit' }] },
      tier: 'top',
    },
    { kind: 'tier', id: 'top', name: { en: 'top' }, rank: 1 },
  ],
  fallback: 'top',
};

const make = (values?: Record<string, string | number>) => instantiateTemplate(template, parameters, values);
const codes = (values: Record<string, string | number>) => {
  const made = make(values);
  return made.ok ? [] : made.issues.map((issue) => [issue.code, issue.path.join('.')]);
};

describe('instantiateTemplate', () => {
  it('puts defaults where no value is given', () => {
    const made = make();
    expect(made).toMatchObject({
      ok: true,
      document: {
        nodes: [
          { name: { en: '上海' }, source: { window: { months: 12 } } },
          { cuts: { values: ['10000'] } },
          { when: { '>=': [{ var: 'amount' }, 10_000] } },
          {},
        ],
      },
    });
  });

  it('takes numbers as text, as a command line gives them', () => {
    expect(make({ months: '6', limit: '0.0000005' })).toMatchObject({
      ok: true,
      document: {
        nodes: [
          { source: { window: { months: 6 } } },
          { cuts: { values: ['0.0000005'] } },
          { when: { '>=': [{ var: 'amount' }, 5e-7] } },
          {},
        ],
      },
    });
  });

  it('takes one of the options of a choice, a number as text too', () => {
    const chosen = (levels: string | number) => {
      const made = instantiateTemplate(
        { ...template, name: { en: { $parameter: 'levels', as: 'text' } } },
        parameters,
        { levels },
      );
      return made.ok ? made.document.name.en : made.issues;
    };
    expect([chosen(18), chosen('18'), chosen('many')]).toEqual(['18', '18', 'many']);
  });

  it.each<[Record<string, string | number>, string[][]]>([
    [{ month: 6 }, [['UNKNOWN_PARAMETER', 'parameters.month']]],
    [{ months: 0 }, [['WRONG_PARAMETER', 'parameters.months']]],
    [
      { months: 121, limit: 'many' },
      [
        ['WRONG_PARAMETER', 'parameters.months'],
        ['WRONG_PARAMETER', 'parameters.limit'],
      ],
    ],
    [{ months: 1.5 }, [['WRONG_PARAMETER', 'parameters.months']]],
    [{ limit: '1e400' }, [['WRONG_PARAMETER', 'parameters.limit']]],
    [{ limit: '0x10' }, [['WRONG_PARAMETER', 'parameters.limit']]],
    [{ levels: 19 }, [['WRONG_PARAMETER', 'parameters.levels']]],
  ])('refuses %j', (values, expected) => {
    expect(codes(values)).toEqual(expected);
  });

  it('finds a parameter the template does not have', () => {
    const made = instantiateTemplate({ nodes: [{ id: { $parameter: 'zzz' } }] }, parameters);
    expect(made).toMatchObject({
      ok: false,
      issues: [{ code: 'UNKNOWN_PARAMETER', path: ['nodes', 0, 'id'] }],
    });
  });

  it('says where the document has not the form of one', () => {
    const made = instantiateTemplate({ ...template, fallback: 7 }, parameters);
    expect(made).toMatchObject({ ok: false, issues: [{ code: 'INVALID_FORM', path: ['fallback'] }] });
  });
});
