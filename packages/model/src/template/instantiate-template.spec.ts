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
    [{ city: '' }, [['WRONG_PARAMETER', 'parameters.city']]],
    [{ city: ' \u3000' }, [['WRONG_PARAMETER', 'parameters.city']]],
  ])('refuses %j', (values, expected) => {
    expect(codes(values)).toEqual(expected);
  });

  it('refuses a value that is not above the one it must be above, given or default', () => {
    const bars: TemplateParameter[] = [
      { id: 'high', name: { en: 'High' }, type: 'number', default: 10, above: 'medium' },
      { id: 'medium', name: { en: 'Medium' }, type: 'number', default: 5, minimum: 1 },
    ];
    const faultsOf = (values: Record<string, number>) => {
      const made = instantiateTemplate(template, [...parameters, ...bars], values);
      return made.ok ? [] : made.issues.map(({ path, details }) => [path.join('.'), details]);
    };
    const refused = (value: number) => [['parameters.high', { parameter: 'high', value, above: 'medium' }]];
    expect(faultsOf({ high: 5.01 })).toEqual([]);
    expect(faultsOf({ high: 5 })).toEqual(refused(5));
    expect(faultsOf({ medium: 12 })).toEqual(refused(10));
    expect(faultsOf({ medium: 12, high: 13 })).toEqual([]);
    expect(
      instantiateTemplate(template, [...parameters, ...bars.map((bar) => ({ ...bar, above: 'low' }))]),
    ).toMatchObject({ ok: false, issues: [{ code: 'UNKNOWN_PARAMETER' }, { code: 'UNKNOWN_PARAMETER' }] });
    expect(faultsOf({ medium: 0, high: -1 })).toEqual([
      ['parameters.medium', { parameter: 'medium', value: 0 }],
    ]);
  });

  it('takes an empty text where the default is empty', () => {
    const made = instantiateTemplate(
      { ...template, description: { en: { $parameter: 'remark' } } },
      [...parameters, { id: 'remark', name: { en: 'Remark' }, type: 'text', default: '' }],
      { remark: '' },
    );
    expect(made).toMatchObject({ ok: true, document: { description: { en: '' } } });
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

  it.each<[number, string[], string[]]>([
    [2, ['1'], ['a', 'b']],
    [3, ['1', '2'], ['a', 'b', 'c']],
    [4, ['1', '2', '3'], ['a', 'b', 'c', 'd']],
  ])('leaves out what %i levels do not have', (levels, values, outputs) => {
    const from = (minimum: number) => ({ $when: { parameter: 'levels', minimum } });
    const bands = {
      kind: 'bands',
      id: 'level',
      name: { en: 'Level' },
      input: 'position',
      cuts: { method: 'explicit', values: ['1', { ...from(3), $value: '2' }, { ...from(4), $value: '3' }] },
      outputs: ['a', 'b', { ...from(3), $value: 'c' }, { ...from(4), $value: 'd' }],
    };
    const tiers = ['a', 'b', 'c', 'd'].map((id, index) => ({
      ...(index < 2 ? {} : from(index + 1)),
      kind: 'tier',
      id,
      name: { en: id },
      rank: index + 1,
    }));
    const made = instantiateTemplate(
      { ...template, nodes: [bands, ...tiers], fallback: 'b' },
      [{ id: 'levels', name: { en: 'Levels' }, type: 'integer', default: 2, minimum: 2, maximum: 4 }],
      { levels },
    );
    if (!made.ok) throw new Error(JSON.stringify(made.issues));
    expect(made.document.nodes[0]).toMatchObject({ cuts: { values }, outputs });
    expect(made.document.nodes.slice(1).map(({ id }) => id)).toEqual(outputs);
  });

  it('names a condition of presence that is none, and one of an unknown parameter', () => {
    const nodes = [
      { $when: { parameter: 'months', least: 2 } },
      { $when: { parameter: 'years', equals: 2 } },
    ];
    const made = instantiateTemplate({ nodes }, parameters);
    expect(made.ok ? [] : made.issues.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['WRONG_PRESENCE', 'nodes.0.$when'],
      ['UNKNOWN_PARAMETER', 'nodes.1.$when.parameter'],
    ]);
  });
});
