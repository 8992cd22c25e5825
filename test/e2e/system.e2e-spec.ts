import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { problemSchema, type Problem } from '@terrace/client';
import { startTestServer, type TestServer } from '@terrace/testing';
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

jest.setTimeout(60_000);

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

async function problemOf(path: string, init: RequestInit = {}): Promise<Problem> {
  const headers = { authorization: `Bearer ${server.token}`, ...(init.headers as Record<string, string>) };
  const response = await fetch(server.url + path, { ...init, headers });
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = problemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  expect(problem.requestId).toMatch(/^[0-9a-f-]{36}$/);
  return problem;
}

const json = { 'content-type': 'application/json' };

describe('a problem document', () => {
  it.each<[string, string, RequestInit, number, string]>([
    ['an unknown address', '/api/v1/nothing', {}, 404, 'NOT_FOUND'],
    ['an unknown address outside the version', '/api/v2/health', {}, 404, 'NOT_FOUND'],
    ['a method that is not there', '/api/v1/health', { method: 'DELETE' }, 404, 'NOT_FOUND'],
    [
      'malformed JSON',
      '/api/v1/users',
      { method: 'POST', headers: json, body: '{"name":' },
      400,
      'INVALID_REQUEST',
    ],
    [
      'JSON that would change prototypes',
      '/api/v1/users',
      { method: 'POST', headers: json, body: '{"__proto__":{"role":"administrator"}}' },
      400,
      'INVALID_REQUEST',
    ],
    [
      'another content type',
      '/api/v1/users',
      { method: 'POST', headers: { 'content-type': 'text/xml' }, body: '<x/>' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['a query that is not valid', '/api/v1/users?page=0', {}, 400, 'INVALID_REQUEST'],
    ['a missing session', '/api/v1/users', { headers: { authorization: '' } }, 401, 'NOT_SIGNED_IN'],
    ['a path that cannot be decoded', '/api/v1/models/%E0%A4', {}, 400, 'INVALID_REQUEST'],
  ])('answers %s', async (_, path, init, status, code) => {
    const problem = await problemOf(path, init);
    expect([problem.status, problem.code]).toEqual([status, code]);
    for (const { message } of problem.issues ?? []) {
      expect(message.en).toMatch(/\w/);
      expect(message['zh-CN']).toMatch(/\p{Script=Han}/u);
    }
    expect(problem.issues?.length).toBeGreaterThan(0);
  });

  it('lists every fault of a request, each with its path', async () => {
    const body = JSON.stringify({ name: 'x y', role: 'boss', password: 'short' });
    const { issues } = await problemOf('/api/v1/users', { method: 'POST', headers: json, body });
    expect(issues?.map(({ path }) => path.join('.'))).toEqual(['body.name', 'body.role', 'body.password']);
  });
});

it('refuses a body past the limit before reading it', async () => {
  const request = httpRequest(`${server.url}/api/v1/users`, {
    method: 'POST',
    headers: { ...json, authorization: `Bearer ${server.token}`, 'content-length': 9_000_000 },
  });
  request.flushHeaders();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const problem = problemSchema.parse(await new Response(Readable.toWeb(response) as ReadableStream).json());
  request.destroy();
  expect([problem.status, problem.code]).toEqual([413, 'BODY_TOO_LARGE']);
});

describe('the OpenAPI document', () => {
  type Part = Record<string, unknown>;
  let document: Part;

  beforeAll(async () => {
    document = await server.client.call('getOpenApi');
  });

  it('is a 3.1 document whose references all lead somewhere', () => {
    expect(document['openapi']).toBe('3.1.1');
    const references = new Set(
      [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target ?? ''),
    );
    expect(references.size).toBeGreaterThan(5);
    for (const reference of references) {
      const target = reference
        .split('/')
        .slice(1)
        .reduce<unknown>((part, key) => (part as Part | undefined)?.[key], document);
      expect([reference, typeof target]).toEqual([reference, 'object']);
    }
  });

  it('describes each operation once, with its parameters, role and faults', () => {
    const paths = document['paths'] as Record<string, Record<string, Part>>;
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, operation })),
    );
    const ids = operations.map(({ operation }) => operation['operationId']);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, operation } of operations) {
      const parameters = operation['parameters'] as { name: string; in: string; required: boolean }[];
      const inPath = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect([path, inPath.sort()]).toEqual([path, named.sort()]);
      expect(Object.keys(operation['responses'] as Part)).toContain('default');
    }
    const setUp = paths['/api/v1/setup']?.['post'];
    expect(setUp?.['security']).toEqual([]);
    const users = paths['/api/v1/users']?.['get'];
    expect(users).toMatchObject({
      security: [{ session: [] }, { token: [] }],
      parameters: [
        { name: 'page', in: 'query', required: false, schema: { minimum: 1, default: 1 } },
        { name: 'pageSize', in: 'query', required: false, schema: { maximum: 500 } },
      ],
    });
  });

  it('tells files from JSON, both ways', () => {
    const paths = document['paths'] as Record<string, Record<string, Part>>;
    expect(paths['/api/v1/uploads']?.['post']).toMatchObject({
      requestBody: { content: { 'application/octet-stream': {} } },
    });
    expect(paths['/api/v1/runs/{id}/result.csv']?.['get']).toMatchObject({
      responses: { 200: { content: { 'text/csv': {} } } },
    });
  });
});

describe('pages', () => {
  it('come with a policy that allows scripts of this server only', async () => {
    const { headers } = await fetch(`${server.url}/api/docs`);
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('of the API bring all they need', async () => {
    const page = await (await fetch(`${server.url}/api/docs`)).text();
    expect(page).not.toMatch(/https?:|<script>/);
    for (const [, file] of page.matchAll(/(?:src|href)="([^"]+)"/g))
      expect([file, (await fetch(server.url + file)).status]).toEqual([file, 200]);
  });

  it('outside the web app are not found, rather than the app', async () => {
    expect((await problemOf('/assets/none.js')).status).toBe(404);
    for (const path of ['/..%2f..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json'])
      expect(await (await fetch(server.url + path)).text()).not.toContain('"dependencies"');
  });
});
