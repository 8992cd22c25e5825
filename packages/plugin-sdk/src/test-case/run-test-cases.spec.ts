import { describe, expect, it } from '@jest/globals';
import { manifestSchema } from '../manifest.js';
import type { LoadedPlugin } from '../reader/read-plugin.js';
import { runTestCases } from './run-test-cases.js';
import { testCaseFileSchema } from './test-case-schema.js';

const both = (text: string) => ({ en: text, 'zh-CN': text });

function plugin(file: object): LoadedPlugin {
  const manifest = manifestSchema.parse({
    id: 'hotel',
    version: '1.0.0',
    host: '*',
    name: both('Hotel'),
    license: 'MIT',
    contributes: {
      templates: [
        {
          id: 'visits',
          name: both('Visits'),
          file: 'visits.json',
          parameters: [{ id: 'often', name: both('Often'), type: 'integer', default: 3 }],
        },
      ],
    },
  });
  const visits = {
    kind: 'dimension',
    id: 'visits',
    name: both('Visits'),
    valueType: 'number',
    source: { kind: 'field', field: 'visits' },
    missing: { policy: 'noMatch' },
  };
  const double = {
    kind: 'formula',
    id: 'third',
    name: both('Third'),
    valueType: 'number',
    expression: { '/': [{ var: 'visits' }, 3] },
  };
  const often = {
    kind: 'condition',
    id: 'often',
    name: both('Often'),
    when: { '>=': [{ var: 'visits' }, { $parameter: 'often' }] },
    tier: 'good',
  };
  const tiers = [
    { kind: 'tier', id: 'good', name: both('Good'), rank: 1 },
    { kind: 'tier', id: 'other', name: both('Other'), rank: 2 },
  ];
  const document = {
    schema: 2,
    name: both('Visits'),
    subjectType: 'guest',
    nodes: [visits, double, often, ...tiers],
    fallback: 'other',
  };
  return {
    manifest,
    folder: '',
    templates: { visits: document },
    testCases: [testCaseFileSchema.parse({ template: 'visits', ...file })],
    code: null,
  };
}

describe('runTestCases', () => {
  it('lays values over the base, fills in parameters and compares calculated numbers with a margin', () => {
    const { results, issues } = runTestCases(
      plugin({
        parameters: { often: 2 },
        base: { visits: 1 },
        cases: [
          { values: { visits: 2 }, tier: 'good', expect: { third: 0.6666666667, visits: 2 } },
          { tier: 'other', expect: { third: 0.33333333333 } },
          { values: { visits: null }, tier: 'other', expect: { third: null } },
        ],
      }),
    );
    expect(issues).toEqual([]);
    expect(results.map(({ mismatches }) => mismatches)).toEqual([[], [], []]);
  });

  it('tells what was expected and what came instead', () => {
    const { results } = runTestCases(
      plugin({ cases: [{ note: 'wrong', values: { visits: 2 }, tier: 'good', expect: { third: 1 } }] }),
    );
    expect(results).toEqual([
      {
        template: 'visits',
        index: 0,
        note: 'wrong',
        tier: 'other',
        mismatches: [
          { what: 'tier', expected: 'good', actual: 'other' },
          { what: 'third', expected: 1, actual: 2 / 3 },
        ],
      },
    ]);
  });

  it('runs no case of a template that is no sound model with the given parameters', () => {
    const { results, issues } = runTestCases(
      plugin({ parameters: { often: 'many' }, cases: [{ tier: 'good' }] }),
    );
    expect(results).toEqual([]);
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ['WRONG_PARAMETER', ['visits', 'parameters', 'often']],
    ]);
  });
});
