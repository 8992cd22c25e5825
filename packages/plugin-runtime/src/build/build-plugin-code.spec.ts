import { afterAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asOf, TestPlugins, valuesOf } from '../testing/plugin-folder.js';
import { buildPluginCode } from './build-plugin-code.js';

const plugins = new TestPlugins();
afterAll(() => plugins.end());

function source(id: string, text: string, manifest: object = { code: {} }): string {
  plugins.write(`${id}/plugin.json`, JSON.stringify({ id, ...manifest }));
  plugins.write(`${id}/src/index.ts`, text);
  return join(plugins.root, id);
}

const steady = `
import { defineDimension, definePlugin } from '@terrace/plugin-sdk/code';
import { double } from './double';
export default definePlugin({
  dimensions: [
    defineDimension({
      id: 'twice', name: '%twice%', subjectType: 'customer', inputs: { fields: { amount: 'number' } }, valueType: 'number',
      compute: (customers) => customers.map(({ fields }) => double(fields.amount)),
    }),
  ],
});`;

describe('buildPluginCode', () => {
  it('makes one small module, and the file of what it declares', async () => {
    const folder = source('steady', steady);
    plugins.write(
      'steady/src/double.ts',
      'export const double = (amount: number | null) => amount === null ? null : 2 * amount;',
    );
    const result = await buildPluginCode(folder);
    expect(result).toMatchObject({
      ok: true,
      declarations: { dimensions: [{ id: 'twice', valueType: 'number' }] },
    });
    // The SDK adds no library to it.
    expect(result.ok && result.bytes).toBeLessThan(1500);
    expect(JSON.parse(readFileSync(join(folder, 'dist/code.json'), 'utf8'))).toEqual({
      dimensions: [
        {
          id: 'twice',
          name: '%twice%',
          subjectType: 'customer',
          inputs: { fields: { amount: 'number' }, events: {} },
          parameters: [],
          valueType: 'number',
        },
      ],
      actions: [],
    });
    const process = plugins.process('', { pluginId: 'steady', folder });
    expect(await process.computeBatch('twice', ['[[4],[]]', '[[null],[]]'], asOf).then(valuesOf)).toEqual([
      8,
      null,
    ]);
  });

  it('takes packages in, those that require modules of Node.js too', async () => {
    const folder = source(
      'packed',
      `import crypto from 'node:crypto';\nimport { digest } from 'digester';\n${steady.replace('double(fields.amount)', "digest('a') === crypto.createHash('md5').update('a').digest('hex') ? 1 : 0").replace("import { double } from './double';", '')}`,
    );
    plugins.write('packed/node_modules/digester/package.json', '{"name":"digester","main":"index.js"}');
    plugins.write(
      'packed/node_modules/digester/index.js',
      "const { createHash } = require('crypto'); const fs = require('node:fs').promises; exports.digest = (text) => createHash('md5').update(text).digest('hex');",
    );
    expect(await buildPluginCode(folder)).toMatchObject({ ok: true });
    const process = plugins.process('', { pluginId: 'packed', folder });
    expect(await process.computeBatch('twice', ['[[4],[]]'], asOf).then(valuesOf)).toEqual([1]);
  });

  it('says what is wrong with the source, and where', async () => {
    const folder = source('broken', `${steady}\nimport '@terrace/model';\nimport './none';`);
    const result = await buildPluginCode(folder);
    const texts = result.ok ? [] : result.faults.map(({ code, message }) => `${code} ${message.en}`);
    expect(texts.sort()).toEqual([
      'CODE_SOURCE src/index.ts:12: A plugin may import @terrace/plugin-sdk/code alone, not "@terrace/model".',
      'CODE_SOURCE src/index.ts:13: Could not resolve "./none"',
      'CODE_SOURCE src/index.ts:3: Could not resolve "./double"',
    ]);
    expect(existsSync(join(folder, 'dist/code.json'))).toBe(false);
  });

  it('runs nothing of the plugin in its own process', async () => {
    const folder = source(
      'nosy',
      "import { writeFileSync } from 'node:fs';\nwriteFileSync('/tmp/terrace-nosy', 'x');\nexport default {};",
    );
    expect(await buildPluginCode(folder)).toMatchObject({
      ok: false,
      faults: [
        { code: 'PERMISSION', message: { en: expect.stringContaining('wrote to /tmp/terrace-nosy') } },
      ],
    });
    expect(existsSync('/tmp/terrace-nosy')).toBe(false);
  });

  it('says so when there is nothing to build', async () => {
    expect(await buildPluginCode(source('plain', '', {}))).toMatchObject({
      ok: false,
      faults: [{ code: 'NO_CODE' }],
    });
    expect(await buildPluginCode(join(plugins.root, 'none'))).toMatchObject({
      ok: false,
      faults: [{ code: 'NO_CODE' }],
    });
  });
});
