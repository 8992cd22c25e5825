import { describe, expect, it } from '@jest/globals';
import { manifestSchema, type LoadedPlugin } from '@terrace/plugin-sdk';
import { compareVersions } from './compare-versions.js';

const tier = (id: string, rank: number) => ({ kind: 'tier', id, name: { en: id }, rank });

/** A plugin whose template gives everybody `basic`, with so many cases that expect it and so many that do not. */
function pluginWith(right: number, wrong: number): LoadedPlugin {
  const cases = [...Array<string>(right).fill('basic'), ...Array<string>(wrong).fill('gold')];
  return {
    manifest: manifestSchema.parse({
      id: 'hotel',
      version: '1.0.0',
      host: '*',
      name: { en: 'Hotel' },
      license: 'MIT',
      contributes: { templates: [{ id: 'all', name: { en: 'All' }, file: 'models/all.json' }] },
    }),
    folder: '/hotel',
    templates: {
      all: {
        schema: 2,
        name: { en: 'All' },
        subjectType: 'guest',
        nodes: [tier('gold', 1), tier('basic', 2)],
        fallback: 'basic',
      },
    },
    testCases: [
      {
        template: 'all',
        parameters: {},
        base: {},
        cases: cases.map((each) => ({ tier: each, values: {}, expect: {} })),
      },
    ] as never,
    code: null,
  };
}

describe('compareVersions', () => {
  it('counts every case that fails, also those it does not tell', () => {
    const { testCases } = compareVersions({
      before: null,
      after: pluginWith(5, 150),
      models: [],
      types: { subjectTypes: [], eventTypes: [] },
    });
    expect([testCases.passed, testCases.failedCount, testCases.failed.length]).toEqual([5, 150, 100]);
    expect(testCases.failed[0]).toMatchObject({ template: 'all', case: 6 });
  });
});
