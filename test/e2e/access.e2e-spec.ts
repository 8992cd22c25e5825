import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createClient, type Role } from '@terrace/client';
import { startTestServer, type TestServer } from '@terrace/testing';

const password = 'correct horse battery';
jest.setTimeout(60_000);

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** What a browser at the server's own address sends. */
function browser(method: string, path: string, body?: unknown, cookie?: string): Promise<Response> {
  return fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(cookie === undefined ? {} : { cookie }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function codeOf(response: Response): Promise<string> {
  const problem = (await response.json()) as { issues: { code: string }[] };
  return problem.issues[0]?.code ?? '';
}

function cookieOf(response: Response): string {
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

async function signIn(name: string, secret = password): Promise<string> {
  const response = await browser('POST', '/session', { name, password: secret });
  expect(response.status).toBe(200);
  return cookieOf(response);
}

let users = 0;
async function addUser(role: Role): Promise<{ id: string; name: string }> {
  users += 1;
  return server.client.call('createUser', { body: { name: `${role}-${users}`, role, password } });
}

describe('the first start', () => {
  it('makes one administrator, once, even when two ask at the same time', async () => {
    const code = server.setupCode ?? '';
    const ask = (name: string, given: string) => browser('POST', '/setup', { code: given, name, password });
    expect(await (await browser('GET', '/setup')).json()).toEqual({ isNeeded: true });
    const wrong = await ask('mallory', `${code}x`);
    expect([wrong.status, await codeOf(wrong)]).toEqual([403, 'WRONG_SETUP_CODE']);
    const answers = await Promise.all([ask('first', code), ask('second', code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { items } = await server.client.call('listUsers');
    expect(items.map(({ role }) => role)).toEqual(['administrator']);
    expect(await (await browser('GET', '/setup')).json()).toEqual({ isNeeded: false });
    const later = await ask('third', code);
    expect([later.status, await codeOf(later)]).toEqual([409, 'ALREADY_SET_UP']);
  });

  it('gives no code once there is an administrator', async () => {
    const second = await startTestServer({ env: { DATABASE_URL: server.databaseUrl } });
    await second.stop();
    expect(second.setupCode).toBeUndefined();
    expect(second.log()).not.toContain('/setup?code=');
  });
});

describe('signing in', () => {
  it('sets a cookie that scripts and other sites cannot use, and stores only its hash', async () => {
    const { name } = await addUser('viewer');
    const response = await browser('POST', '/session', { name: name.toUpperCase(), password });
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^terrace_session=[\w-]{43}; /);
    expect(cookie).toContain('Path=/; HttpOnly; SameSite=Strict');
    const session = await browser('GET', '/session', undefined, cookieOf(response));
    expect(await session.json()).toMatchObject({ user: { name, role: 'viewer' }, via: 'session' });
  });

  it('marks the cookie Secure where people come over HTTPS', async () => {
    const secure = await startTestServer({
      env: { DATABASE_URL: server.databaseUrl, TERRACE_SECURE_COOKIES: '1' },
    });
    const { name } = await addUser('viewer');
    const response = await fetch(`${secure.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, password }),
    });
    await secure.stop();
    expect(response.headers.getSetCookie()[0]).toContain('; Secure');
    expect(response.headers.get('strict-transport-security')).toBe('max-age=15552000');
  });

  it('answers the same for an unknown name, a wrong password and a deactivated user', async () => {
    const { id, name } = await addUser('viewer');
    const wrong = await browser('POST', '/session', { name, password: `${password}!` });
    const unknown = await browser('POST', '/session', { name: 'nobody', password });
    await server.client.call('updateUser', { params: { id }, body: { isActive: false } });
    const inactive = await browser('POST', '/session', { name, password });
    for (const response of [wrong, unknown, inactive])
      expect([response.status, await codeOf(response)]).toEqual([401, 'WRONG_CREDENTIALS']);
  });

  it('is refused for a while after twenty failures for one name, and only for that', async () => {
    const { name } = await addUser('viewer');
    const other = await addUser('viewer');
    const tries = Array.from({ length: 21 }, () =>
      browser('POST', '/session', { name, password: 'not the password' }),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(20);
    const refused = await browser('POST', '/session', { name, password });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800);
    expect(await codeOf(refused)).toBe('TOO_MANY_ATTEMPTS');
    await signIn(other.name);
  });

  it('ends with signing out', async () => {
    const { name } = await addUser('viewer');
    const cookie = await signIn(name);
    const out = await browser('DELETE', '/session', undefined, cookie);
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie()[0]).toMatch(
      /^terrace_session=; .*(Max-Age=0|Expires=Thu, 01 Jan 1970)/,
    );
    expect((await browser('GET', '/session', undefined, cookie)).status).toBe(401);
  });
});

describe('a session', () => {
  it('follows a change of role at once', async () => {
    const { id, name } = await addUser('viewer');
    const cookie = await signIn(name);
    expect((await browser('GET', '/users', undefined, cookie)).status).toBe(403);
    await server.client.call('updateUser', { params: { id }, body: { role: 'administrator' } });
    expect((await browser('GET', '/users', undefined, cookie)).status).toBe(200);
  });

  it.each([{ password: 'another long password' }, { isActive: false }])('ends with %j', async (body) => {
    const { id, name } = await addUser('viewer');
    const cookie = await signIn(name);
    await server.client.call('updateUser', { params: { id }, body });
    expect((await browser('GET', '/session', undefined, cookie)).status).toBe(401);
  });

  it.each([
    ['cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['same-site', { 'sec-fetch-site': 'same-site' }],
    ['a foreign origin', { origin: 'https://example.org' }],
    ['the origin of a sandboxed page', { origin: 'null' }],
    ['no origin at all', {}],
  ])('changes nothing for a request from %s', async (_, headers) => {
    const { name } = await addUser('administrator');
    const cookie = await signIn(name);
    const response = await fetch(`${server.url}/api/v1/workspace`, {
      method: 'PATCH',
      headers: { ...(headers as Record<string, string>), cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ currency: 'USD' }),
    });
    expect([response.status, await codeOf(response)]).toEqual([403, 'CROSS_SITE']);
    expect((await server.client.call('getWorkspace')).currency).toBe('CNY');
  });

  it('accepts changes from its own origin', async () => {
    const { name } = await addUser('viewer');
    const response = await fetch(`${server.url}/api/v1/session`, {
      method: 'DELETE',
      headers: { origin: server.url, cookie: await signIn(name) },
    });
    expect(response.status).toBe(204);
  });
});

describe('users', () => {
  it('have names that differ by more than case and width', async () => {
    await server.client.call('createUser', { body: { name: '王芳.A', role: 'viewer', password } });
    await expect(
      server.client.call('createUser', { body: { name: '王芳.A', role: 'viewer', password } }),
    ).rejects.toMatchObject({ problem: { status: 409, issues: [{ code: 'NAME_TAKEN' }] } });
  });

  it('always include an active administrator, even when two give up the role at the same time', async () => {
    const { items } = await server.client.call('listUsers', { query: { pageSize: 500 } });
    const administrators = items.filter(({ role, isActive }) => role === 'administrator' && isActive);
    const [keep, also, ...others] = administrators;
    for (const { id } of others)
      await server.client.call('updateUser', { params: { id }, body: { role: 'designer' } });
    const results = await Promise.allSettled([
      server.client.call('updateUser', { params: { id: keep?.id ?? '' }, body: { role: 'viewer' } }),
      server.client.call('updateUser', { params: { id: also?.id ?? '' }, body: { isActive: false } }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { problem: { status: 409, issues: [{ code: 'LAST_ADMINISTRATOR' }] } },
    });
  });

  it('are not found by something that is no id', async () => {
    await expect(
      server.client.call('updateUser', { params: { id: "1' OR true" }, body: { role: 'viewer' } }),
    ).rejects.toMatchObject({ problem: { status: 404, code: 'NOT_FOUND' } });
  });
});

describe('an API token', () => {
  it('has its role until it is revoked, and shows when it was used', async () => {
    const token = await server.client.call('createToken', { body: { name: 'etl', role: 'designer' } });
    const client = createClient({ baseUrl: server.url, token: token.secret });
    expect(await client.call('getSession')).toMatchObject({
      user: { id: token.id, name: 'etl', role: 'designer' },
      via: 'token',
    });
    await expect(client.call('listTokens')).rejects.toMatchObject({
      problem: { status: 403, issues: [{ code: 'ROLE_NEEDED' }] },
    });
    const { items } = await server.client.call('listTokens');
    const listed = items.find(({ id }) => id === token.id);
    expect(Date.now() - Date.parse(listed?.lastUsedAt ?? '')).toBeLessThan(60_000);
    expect(JSON.stringify(items)).not.toContain(token.secret);
    await server.client.call('deleteToken', { params: { id: token.id } });
    await expect(client.call('getSession')).rejects.toMatchObject({ problem: { status: 401 } });
  });

  it('ends on its day', async () => {
    const token = await server.client.call('createToken', {
      body: { name: 'short', role: 'viewer', expiresInDays: 1 },
    });
    const left = Date.parse(token.expiresAt ?? '') - Date.now();
    expect(Math.round(left / 3_600_000)).toBe(24);
  });

  it('that is wrong is not made up for by a session', async () => {
    const { name } = await addUser('viewer');
    const response = await fetch(`${server.url}/api/v1/session`, {
      headers: { cookie: await signIn(name), authorization: 'Bearer terrace_wrong' },
    });
    expect(response.status).toBe(401);
  });
});

describe('the workspace', () => {
  it('takes a known time zone, spelled right, and refuses others with a reason', async () => {
    const set = (timeZone: string) => server.client.call('updateWorkspace', { body: { timeZone } });
    expect(await set('asia/shanghai')).toMatchObject({ timeZone: 'Asia/Shanghai' });
    for (const wrong of ['Mars/Base', '+08:00', 'FOO3', "UTC'"])
      await expect(set(wrong)).rejects.toMatchObject({
        problem: { status: 400, issues: [{ code: 'UNKNOWN_TIME_ZONE', path: ['body', 'timeZone'] }] },
      });
    expect(await set('UTC')).toMatchObject({ timeZone: 'UTC' });
  });
});
