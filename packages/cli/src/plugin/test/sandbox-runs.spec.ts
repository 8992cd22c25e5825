import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { codeDeclarationsSchema, manifestSchema, type LoadedPlugin } from '@terrace/plugin-sdk';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxLine, sandboxRuns } from './sandbox-runs.js';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-runs-'));
let server: Server;
let host = '';
let calls = 0;
beforeAll(async () => {
  server = createServer((_request, response) => {
    calls += 1;
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

const name = { en: 'Name', 'zh-CN': '名称' };

/** A plugin with a sample of 600 customers, and the dimensions that `code` has. */
function pluginOf(dimensions: Record<string, { events?: object; compute: string }>): LoadedPlugin {
  const declared = Object.entries(dimensions).map(([id, { events = {} }]) => ({
    id,
    name,
    subjectType: 'customer',
    inputs: { events },
    valueType: 'number',
  }));
  const items = declared.map(
    (each) =>
      `{ ...${JSON.stringify(each)}, async compute(subjects, context) { ${dimensions[each.id]?.compute} } }`,
  );
  mkdirSync(join(folder, 'dist'), { recursive: true });
  writeFileSync(join(folder, 'dist/index.js'), `export default { dimensions: [${items.join()}] };`);
  const manifest = manifestSchema.parse({
    id: 'shop',
    version: '1.0.0',
    host: '^0.1.0',
    name,
    description: name,
    license: 'MIT',
    code: {},
    permissions: { network: [host] },
    contributes: {
      samples: [
        {
          id: 'year',
          name,
          seed: 1,
          asOf: '2025-06-30',
          subjects: { type: 'customer', count: 600, key: { kind: 'key', prefix: 'C', width: 4 }, fields: {} },
          events: [{ type: 'order', count: 30_000, days: 365, withoutEvents: 0, fields: {} }],
        },
      ],
    },
  });
  const code = codeDeclarationsSchema.parse({ dimensions: declared });
  return { manifest, folder, templates: {}, testCases: [], code };
}

it('gives code the first subjects, with events of the days and as many as it declares', async () => {
  const outcomes = await sandboxRuns(
    pluginOf({
      recent: {
        events: { order: { days: 7, limit: 3 } },
        compute: `return subjects.map(({ events: { order } }) => {
          if (order.length > 3 || order.some(({ daysAgo }) => daysAgo > 6 || daysAgo < 0)) throw new Error('too many');
          return order.length === 0 ? null : order[0].daysAgo;
        });`,
      },
      ever: {
        events: { order: { limit: 1000 } },
        compute:
          'return subjects.map(({ events: { order } }) => order.some(({ daysAgo }) => daysAgo > 6) ? 1 : null);',
      },
    }),
  );
  expect(outcomes).toEqual([
    {
      dimension: 'recent',
      subjects: 501,
      values: expect.any(Number),
      hosts: [],
      unanswered: null,
      problem: null,
    },
    {
      dimension: 'ever',
      subjects: 501,
      values: expect.any(Number),
      hosts: [],
      unanswered: null,
      problem: null,
    },
  ]);
  const [recent = 0, ever = 0] = outcomes.map(({ values }) => values);
  expect([recent > 20, recent < 400, ever > 400]).toEqual([true, true, true]);
});

it('calls no host, and tells failing without an answer apart from being wrong', async () => {
  const ask = "await context.fetch('http://' + HOST + '/a')".replace('HOST', `'${host}'`);
  const outcomes = await sandboxRuns(
    pluginOf({
      asks: { compute: `${ask}; return subjects.map(() => 1);` },
      copes: { compute: `try { ${ask}; } catch { return subjects.map(() => null); }` },
      wrong: { compute: "throw new Error('no luck');" },
    }),
  );
  expect(calls).toBe(0);
  expect(
    outcomes.map(({ hosts, unanswered, problem }) => [hosts, unanswered === null, problem === null]),
  ).toEqual([
    [[host], false, true],
    [[host], true, true],
    [[], true, false],
  ]);
  expect(outcomes.map((outcome) => sandboxLine(outcome, 'en'))).toEqual([
    expect.stringContaining(
      `Dimension "asks" in code: it calls ${host}, which is not done in a test, and failed without an answer: `,
    ),
    `Dimension "copes" in code: 0 values for 501 subjects. It calls ${host}, which is not done in a test.`,
    expect.stringMatching(
      /^Dimension "wrong" in code: The dimension "wrong" of the plugin "shop" failed: Error: no luck/,
    ),
  ]);
});
