import { describe, expect, it } from '@jest/globals';
import type { KnownCode, KnownPlugin } from '../catalog/known-code.js';
import type { ModelNode } from '../document/node.js';
import { parseDocument } from '../document/parse-document.js';
import { model, tier } from '../testing/documents.js';
import { isCompatible } from './check-code-use.js';
import { checkDocument } from './check-document.js';

const name = { en: 'Name', 'zh-CN': '名称' };
const hotel: KnownPlugin = {
  version: '1.4.0',
  state: 'enabled',
  reason: null,
  dimensions: [
    {
      id: 'calm',
      subjectType: 'customer',
      valueType: 'number',
      parameters: [{ id: 'least', name, type: 'integer', default: 3, minimum: 1 }],
    },
    { id: 'room', subjectType: 'room', valueType: 'text', parameters: [] },
  ],
  actions: [{ id: 'call', parameters: [] }],
};
const known = (changes: Partial<KnownPlugin> = {}): KnownCode =>
  new Map([['hotel', { ...hotel, ...changes }]]);

const calm = (source: object = {}, node: object = {}): ModelNode =>
  ({
    kind: 'dimension',
    id: 'calm',
    name,
    valueType: 'number',
    source: { kind: 'code', dimension: 'hotel.calm', version: '1.2.0', parameters: {}, ...source },
    missing: { policy: 'noMatch' },
    ...node,
  }) as ModelNode;
const call = (action: object = {}): ModelNode =>
  ({
    kind: 'action',
    id: 'call',
    name,
    tier: 'basic',
    on: ['enter'],
    action: { type: 'code', action: 'hotel.call', version: '1.2.0', parameters: {}, ...action },
  }) as ModelNode;

function issues(node: ModelNode, code?: KnownCode) {
  return checkDocument(model([node, tier('basic', 9)], 'basic'), undefined, code);
}
const faults = (node: ModelNode, code?: KnownCode): string[] =>
  issues(node, code).map((issue) => `${issue.code} ${issue.path.join('.')}`);

describe('a model that uses code of a plugin', () => {
  it('is sound when the plugin is there, and is not checked when nothing is known of plugins', () => {
    expect(faults(calm({ parameters: { least: 2 } }), known())).toEqual([]);
    expect(faults(call(), known())).toEqual([]);
    expect(faults(calm())).toEqual([]);
  });

  it('opens without the plugin, and says which one is missing', () => {
    const document = { ...model([calm(), tier('basic', 9)], 'basic') };
    expect(parseDocument(JSON.parse(JSON.stringify(document))).ok).toBe(true);
    const [missing] = issues(calm(), new Map());
    expect(missing).toMatchObject({
      code: 'PLUGIN_MISSING',
      severity: 'error',
      nodeId: 'calm',
      path: ['nodes', 0, 'source', 'dimension'],
      message: {
        en: 'The plugin "hotel" (version 1.2.0), whose code computes this, is not installed. Install it, or replace the dimension.',
        'zh-CN': '计算该维度的插件“hotel”（版本 1.2.0）未安装。请安装该插件，或替换该维度。',
      },
    });
    expect(faults(call(), new Map())).toEqual(['PLUGIN_MISSING nodes.0.action.action']);
  });

  it('says why the plugin cannot be used', () => {
    const reason = { en: 'It opened a connection to 10.0.0.1:80.', 'zh-CN': '它连接了 10.0.0.1:80。' };
    const message = (changes: Partial<KnownPlugin>) => {
      const [issue] = issues(calm(), known(changes));
      return `${issue?.code} ${issue?.message.en}`;
    };
    expect(message({ state: 'disabled' })).toMatch(/^PLUGIN_MISSING .* is disabled\. Enable it/);
    expect(message({ state: 'faulty', reason })).toMatch(/^PLUGIN_MISSING .* cannot be used: It opened/);
    expect(message({ state: 'quarantined', reason })).toMatch(
      /^PLUGIN_QUARANTINED .* is quarantined: It opened a connection/,
    );
    expect(message({ version: '2.0.0' })).toMatch(/^PLUGIN_VERSION .* is installed as version 2\.0\.0/);
  });

  it('finds what the code does not declare', () => {
    expect(faults(calm({ dimension: 'hotel.wild' }), known())).toEqual([
      'UNKNOWN_CODE nodes.0.source.dimension',
    ]);
    expect(faults(call({ action: 'hotel.calm' }), known())).toEqual(['UNKNOWN_CODE nodes.0.action.action']);
    expect(faults(calm({ parameters: { least: 0, most: 9 } }), known())).toEqual([
      'UNKNOWN_PARAMETER nodes.0.source.parameters.most',
      'WRONG_PARAMETER nodes.0.source.parameters.least',
    ]);
    expect(faults(calm({}, { valueType: 'text' }), known())).toEqual(['WRONG_VALUE_TYPE nodes.0.valueType']);
    expect(faults(calm({ dimension: 'hotel.room' }, { valueType: 'text' }), known())).toEqual([
      'OTHER_SUBJECT_TYPE nodes.0.source.dimension',
    ]);
  });
});

describe('isCompatible', () => {
  it.each([
    ['1.2.0', '1.2.0', true],
    ['1.2.0', '1.10.1', true],
    ['1.2.3', '1.2.2', false],
    ['1.2.0', '2.0.0', false],
    ['0.2.0', '0.2.5', true],
    ['0.2.0', '0.3.0', false],
  ])('of %s with %s is %s', (needed, present, expected) => {
    expect(isCompatible(needed, present)).toBe(expected);
  });
});
