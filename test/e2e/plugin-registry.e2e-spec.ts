import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { ApiError } from '@terrace/client';
import { startTestServer, type TestServer } from '@terrace/testing';
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { packHotel } from '../fixtures/plugin-package.js';

jest.setTimeout(120_000);

/** A registry of one package, as npm asks for it. */
let registry: Server;
let requests: string[] = [];
let server: TestServer;
const packages = new Map<string, Uint8Array>();

beforeAll(async () => {
  packages.set('1.0.0', await packHotel());
  packages.set('1.1.0', await packHotel({ manifest: { version: '1.1.0' }, regularFrom: 12 }));
  packages.set('6.6.6', new TextEncoder().encode('no package at all'));
  registry = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    requests.push(path);
    const base = `http://127.0.0.1:${(registry.address() as AddressInfo).port}`;
    const tarball = /^\/@acme\/hotel\/-\/hotel-([\d.]+)\.tgz$/.exec(path)?.[1];
    const bytes = packages.get(tarball ?? '');
    if (bytes !== undefined) return void response.end(bytes);
    if (path !== '/@acme/hotel') return void response.writeHead(404).end('{"error":"not found"}');
    const versions = [...packages].map(([version, packed]) => [
      version,
      {
        name: '@acme/hotel',
        version,
        scripts: { preinstall: 'exit 1', prepack: 'exit 1' },
        dist: {
          tarball: `${base}/@acme/hotel/-/hotel-${version}.tgz`,
          integrity: `sha512-${createHash('sha512').update(packed).digest('base64')}`,
        },
      },
    ]);
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        name: '@acme/hotel',
        'dist-tags': { latest: '1.0.0', broken: '6.6.6' },
        versions: Object.fromEntries(versions) as object,
      }),
    );
  });
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
  server = await startTestServer({
    env: {
      TERRACE_ALLOW_UNSIGNED_PLUGINS: '1',
      npm_config_registry: `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`,
      npm_config_fetch_retries: '0',
    },
  });
});
afterAll(async () => {
  await server.stop();
  registry.closeAllConnections();
  await new Promise((resolve) => registry.close(resolve));
});

const install = (name: string, version?: string) =>
  server.client.call('installPlugin', {
    body: { source: { kind: 'registry', name, ...(version === undefined ? {} : { version }) } },
  });

async function refusalOf(call: Promise<unknown>): Promise<[number, string]> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw new Error(`not refused: ${String(error)}`);
  const [issue] = error.problem.issues ?? [];
  expect(issue?.message['zh-CN']).toMatch(/\p{Script=Han}/u);
  return [error.problem.status, issue?.code ?? ''];
}

it.each([
  ['a folder', '../../etc'],
  ['a file', './hotel.tgz'],
  ['an address', 'https://example.com/hotel.tgz'],
  ['Git', 'git+ssh://git@example.com/acme/hotel.git'],
  ['GitHub', 'acme/hotel'],
  ['an option of npm', '--registry=http://example.com'],
  ['an alias', 'npm:@acme/hotel'],
])('takes names of a registry only: not %s', async (_what, name) => {
  requests = [];
  expect(await refusalOf(install(name))).toEqual([400, 'NOT_A_PACKAGE_NAME']);
  expect(await refusalOf(install('hotel', name))).toEqual([400, 'NOT_A_PACKAGE_NAME']);
  expect(requests).toEqual([]);
});

it('says what the registry does not have, and what is no plugin', async () => {
  expect(await refusalOf(install(' '))).toEqual([400, 'NOT_A_PACKAGE_NAME']);
  expect(await refusalOf(install('@acme/motel'))).toEqual([404, 'PACKAGE_NOT_IN_REGISTRY']);
  expect(await refusalOf(install('@acme/hotel', '2.0.0'))).toEqual([404, 'PACKAGE_NOT_IN_REGISTRY']);
  expect(await refusalOf(install('@acme/hotel', 'broken'))).toEqual([400, 'PACKAGE_NOT_GZIP']);
});

it('installs a package by its name, and upgrades to a version, running nothing of it', async () => {
  expect(await install('@acme/hotel')).toMatchObject({
    id: 'hotel',
    version: '1.0.0',
    source: 'registry',
    state: 'enabled',
    signature: { state: 'unsigned' },
  });
  const body = { source: { kind: 'registry' as const, name: '@acme/hotel', version: '^1.0.1' } };
  const params = { id: 'hotel' };
  expect(await server.client.call('previewUpgrade', { params, body })).toMatchObject({
    from: '1.0.0',
    to: '1.1.0',
    canUpgrade: true,
  });
  expect(await server.client.call('upgradePlugin', { params, body })).toMatchObject({
    version: '1.1.0',
    source: 'registry',
  });
});
