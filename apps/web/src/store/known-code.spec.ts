import { describe, expect, it } from '@jest/globals';
import type { ActionPreset, DimensionEntry, Plugin } from '@terrace/client';
import { checkDocument, type ModelDocument } from '@terrace/model';
import { knownCodeOf } from './known-code';

const plugin = (state: Plugin['state'], version = '1.0.0'): Plugin => ({
  id: 'hotel',
  version,
  name: { en: 'Hotel' },
  source: 'package',
  state,
  isEnabled: state === 'enabled',
  problem: state === 'quarantined' ? { en: 'It took too long.' } : null,
  signature: { state: 'unsigned', signer: null, fingerprint: null },
  hasCode: true,
  counts: {
    recordTypes: 0,
    fields: 0,
    dimensions: 1,
    nodeKinds: 0,
    templates: 0,
    tiers: 0,
    actions: 1,
    reports: 0,
    samples: 0,
    testCases: 0,
  },
  samples: [],
});
const days = { id: 'days', name: { en: 'Days' }, type: 'integer', default: 30, maximum: 90 } as const;
const node = {
  kind: 'dimension',
  id: 'steadiness',
  name: { en: 'Steadiness' },
  valueType: 'number',
  source: { kind: 'code', dimension: 'hotel.steadiness', version: '1.0.0', parameters: { days: 30 } },
  missing: { policy: 'noMatch' },
} as const;
const dimensions: DimensionEntry[] = [
  { id: 'hotel.steadiness', owner: 'hotel', subjectType: 'guest', node: { ...node }, parameters: [days] },
];
const actions: ActionPreset[] = [
  {
    id: 'hotel.greet',
    owner: 'hotel',
    name: { en: 'Greet' },
    on: ['enter'],
    action: { type: 'code', action: 'hotel.greet', version: '1.0.0', parameters: {} },
  },
];

const faultsOf = (plugins: readonly Plugin[], given = 30): string[] => {
  const document: ModelDocument = {
    schema: 2,
    name: { en: 'M' },
    subjectType: 'guest',
    nodes: [
      { ...node, source: { ...node.source, parameters: { days: given } } },
      { kind: 'tier', id: 'all', name: { en: 'All' }, rank: 1 },
      {
        kind: 'action',
        id: 'greet',
        name: { en: 'Greet' },
        tier: 'all',
        on: ['enter'],
        action: { type: 'code', action: 'hotel.greet', version: '1.0.0', parameters: {} },
      },
    ],
    fallback: 'all',
    layout: {},
  };
  return checkDocument(document, undefined, knownCodeOf(plugins, dimensions, actions))
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
};

describe('a document that uses code, in the editor', () => {
  it('is sound while the plugin is enabled', () => {
    expect(faultsOf([plugin('enabled')])).toEqual([]);
  });

  it('says what is wrong with a parameter', () => {
    expect(faultsOf([plugin('enabled')], 91)).toEqual(['WRONG_PARAMETER']);
  });

  it.each([
    ['is not there', [], 'PLUGIN_MISSING'],
    ['was removed', [plugin('available')], 'PLUGIN_MISSING'],
    ['is disabled', [plugin('disabled')], 'PLUGIN_MISSING'],
    ['is quarantined', [plugin('quarantined')], 'PLUGIN_QUARANTINED'],
    ['is another version', [plugin('enabled', '2.0.0')], 'PLUGIN_VERSION'],
  ] as const)('says when the plugin %s', (_, plugins, code) => {
    expect(faultsOf(plugins)).toEqual([code, code]);
  });
});
