import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { apiPrefix, endpoints, roles, type Endpoint, type Role } from '@terrace/client';
import { repositoryRoot, startTestServer, type TestServer } from '@terrace/testing';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Served to everyone outside the contract: the API page and the web app's files. */
const openRoutes = [
  'GET /*',
  'GET /api/docs',
  'GET /api/docs/start.js',
  'GET /api/docs/swagger-ui-bundle.js',
  'GET /api/docs/swagger-ui.css',
];

interface Route {
  readonly method: string;
  readonly path: string;
}

jest.setTimeout(60_000);

let server: TestServer;
let routes: readonly Route[];
const secrets = new Map<Role, string>();

beforeAll(async () => {
  server = await startTestServer();
  routes = await listRoutes(server.databaseUrl);
  for (const role of roles)
    secrets.set(role, (await server.client.call('createToken', { body: { name: role, role } })).secret);
});
afterAll(() => server.stop());

/** Asks the built server itself: the program does not tell its routes to anybody. */
async function listRoutes(databaseUrl: string): Promise<readonly Route[]> {
  const script = `
    import 'reflect-metadata';
    import { readConfig } from './dist/config/config.js';
    import { startServer } from './dist/server.js';
    const server = await startServer(readConfig({ PORT: '0', LOG_LEVEL: 'silent' }), ${JSON.stringify(databaseUrl)});
    console.log(JSON.stringify(server.routes));
    await server.stop();`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    cwd: join(repositoryRoot, 'apps/server'),
    env: { PATH: process.env['PATH'] },
  });
  return JSON.parse(stdout) as Route[];
}

function call(method: string, path: string, token?: string, body?: unknown): Promise<Response> {
  return fetch(server.url + path, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const contract = new Map(
  Object.values<Endpoint>(endpoints).map((endpoint) => [
    `${endpoint.method} ${apiPrefix}${endpoint.path}`,
    endpoint.access,
  ]),
);

function served(): string[] {
  const names = routes
    .filter(({ method }) => method !== 'HEAD')
    .map(({ method, path }) => `${method} ${path}`);
  return [...new Set(names)].sort();
}

it('serves the contract, the listed open routes and nothing else', () => {
  expect(served()).toEqual([...contract.keys(), ...openRoutes].sort());
});

it('answers HEAD only where it answers GET', () => {
  const heads = routes.filter(({ method }) => method === 'HEAD').map(({ path }) => `GET ${path}`);
  expect(heads.filter((name) => !served().includes(name))).toEqual([]);
});

it('lets exactly those through that the contract names, on every route', async () => {
  const wrong: string[] = [];
  for (const [name, access] of contract) {
    const [method = '', pattern = ''] = name.split(' ');
    // Nothing has this id, so that no call changes anything; signing out with a token ends no session.
    const path = pattern.replace(/:number/g, '1').replace(/:[a-z]+/gi, 'none');
    for (const caller of [undefined, ...roles]) {
      const allowed =
        access === 'public' || (caller !== undefined && roles.indexOf(caller) <= roles.indexOf(access));
      const token = caller === undefined ? undefined : secrets.get(caller);
      const body = method === 'GET' || method === 'DELETE' ? undefined : {};
      const response = await call(method, path, token, body);
      await response.body?.cancel();
      const refused = response.status === 401 || response.status === 403;
      // A public endpoint may itself answer 401: signing in with nothing does not (400).
      if (allowed === refused) wrong.push(`${name} as ${caller ?? 'nobody'}: ${response.status}`);
      if (!allowed && response.status !== (caller === undefined ? 401 : 403))
        wrong.push(`${name} as ${caller ?? 'nobody'}: ${response.status}`);
      if (response.status >= 500) wrong.push(`${name} as ${caller ?? 'nobody'}: ${response.status}`);
    }
  }
  expect(wrong).toEqual([]);
});

it('refuses a HEAD as it refuses the GET', async () => {
  expect((await call('HEAD', '/api/v1/users')).status).toBe(401);
  expect((await call('HEAD', '/api/v1/users', secrets.get('viewer'))).status).toBe(403);
});
