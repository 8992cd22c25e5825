import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiError, type Problem } from '@terrace/client';
import { createSigningKeys } from '@terrace/plugin-sdk';
import { makeArchive, makeTar, type ArchiveEntry } from '@terrace/plugin-sdk/testing';
import { startTestServer, type TestServer } from '@terrace/testing';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { guestType, hotelFiles, packHotel, type PluginChange } from '../fixtures/plugin-package.js';

const keys = createSigningKeys();
let server: TestServer;
let root: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'terrace-hostile-'));
  server = await startTestServer({ env: { TERRACE_ALLOW_UNSIGNED_PLUGINS: '1' } });
});
afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

/** Whatever was tried: the server answers, and nothing of it is there. */
afterEach(async () => {
  expect((await fetch(`${server.url}/api/v1/health`)).status).toBe(200);
  const { items } = await server.client.call('listPlugins');
  expect(items.filter(({ id }) => id === 'hotel')).toEqual([]);
  expect(server.log()).not.toContain('unexpected error');
});

const bytesOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
const send = (bytes: Uint8Array) => server.client.call('uploadPluginPackage', { stream: bytesOf(bytes) });
const installFolder = (path: string) =>
  server.client.call('installPlugin', { body: { source: { kind: 'folder', path } } });

async function problemOf(call: Promise<unknown>): Promise<Problem> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw new Error(`not refused: ${JSON.stringify(error)}`);
  return error.problem;
}

/** Status and first code of a refusal, whose every issue speaks both languages. */
async function refusalOf(call: Promise<unknown>): Promise<[number, string]> {
  const { status, issues = [] } = await problemOf(call);
  for (const { message } of issues) {
    expect(message.en).toMatch(/\w+ \w+/);
    expect(message['zh-CN']).toMatch(/\p{Script=Han}/u);
  }
  return [status, issues[0]?.code ?? ''];
}

/** The files of `hotel` as entries of an archive. */
function hotelEntries(files: Readonly<Record<string, object | string>> = {}): ArchiveEntry[] {
  return Object.entries(hotelFiles({ files })).map(([path, content]) => ({
    path: `package/${path}`,
    content: typeof content === 'string' ? content : JSON.stringify(content),
  }));
}

/** Memory of the server now, in bytes; 0 where the system does not tell. */
function memoryOf({ pid }: TestServer): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

describe('a package', () => {
  it.each<[string, string, ArchiveEntry[]]>([
    ['that writes outside its folder', 'PACKAGE_PATH', [{ path: 'package/../../../evil', content: 'x' }]],
    ['with an absolute path', 'PACKAGE_LAYOUT', [{ path: '/tmp/evil', content: 'x' }]],
    [
      'with a link to a file of the server',
      'PACKAGE_LINK',
      [{ path: 'package/a', type: 'SymbolicLink', linkpath: '/etc/passwd' }],
    ],
    [
      'with a link into itself',
      'PACKAGE_LINK',
      [{ path: 'package/a', type: 'Link', linkpath: 'package/plugin.json' }],
    ],
    ['with a device', 'PACKAGE_LINK', [{ path: 'package/a', type: 'BlockDevice' }]],
    ['that names a file twice', 'PACKAGE_DUPLICATE', [{ path: 'package/PLUGIN.json', content: '{}' }]],
    ['with a file that Windows has no name for', 'PACKAGE_PATH', [{ path: 'package/aux.js', content: '' }]],
  ])('%s is refused', async (_what, code, more) => {
    expect(await refusalOf(send(makeArchive([...hotelEntries(), ...more])))).toEqual([400, code]);
  });

  it('in another layout than that of npm is refused', async () => {
    const entries = hotelEntries().map((entry) => ({
      ...entry,
      path: entry.path.replace('package/', 'hotel/'),
    }));
    expect(await refusalOf(send(makeArchive(entries)))).toEqual([400, 'PACKAGE_LAYOUT']);
  });

  it('that is no package is refused', async () => {
    expect(await refusalOf(send(Buffer.from('PK\u0003\u0004')))).toEqual([400, 'PACKAGE_NOT_GZIP']);
    expect(await refusalOf(send(gzipSync('no archive')))).toEqual([400, 'PACKAGE_BROKEN']);
    expect(await refusalOf(send(makeArchive([{ path: 'package/a', content: 'a' }])))).toEqual([
      400,
      'PACKAGE_WITHOUT_MANIFEST',
    ]);
    const bytes = await packHotel();
    expect(await refusalOf(send(bytes.subarray(0, bytes.length - 20)))).toEqual([400, 'PACKAGE_BROKEN']);
    const json = await fetch(`${server.url}/api/v1/plugins/packages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(json.status).toBe(400);
  });

  it('whose upload is cut off leaves nothing', async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    socket.write(
      [
        'POST /api/v1/plugins/packages HTTP/1.1',
        `Host: ${hostname}`,
        `Authorization: Bearer ${server.token}`,
        'Content-Type: application/gzip',
        'Content-Length: 100000',
        '',
        '',
      ].join('\r\n'),
    );
    socket.write(await packHotel(), () => socket.destroy());
    await closed;
  });

  it.each<[string, string, (entries: ArchiveEntry[]) => ArchiveEntry[]]>([
    [
      'was changed',
      '"models/regulars.json" was changed',
      (entries) =>
        entries.map((entry) =>
          entry.path.endsWith('regulars.json')
            ? { ...entry, content: String(entry.content).replace('住客', '旅客') }
            : entry,
        ),
    ],
    [
      'was added',
      '"evil.js" was added',
      (entries) => [...entries, { path: 'package/evil.js', content: 'x' }],
    ],
    [
      'was left out',
      '"package.json" was removed',
      (entries) => entries.filter(({ path }) => !path.endsWith('/package.json')),
    ],
  ])('of which a file %s after it was signed is refused', async (_what, words, change) => {
    const signed = untar(gunzipSync(await packHotel({}, keys.privateKey)));
    const { status, issues } = await problemOf(send(makeArchive(change(signed))));
    expect([status, issues?.[0]?.code]).toEqual([400, 'PACKAGE_SIGNATURE_BROKEN']);
    expect(issues?.[0]?.message.en).toContain(words);
  });
});

describe('a package that would take the memory', () => {
  it('is not unpacked', async () => {
    // 4 GB of zeros in 4 MB.
    const head = gzipSync(makeTar([{ path: 'package/plugin.json', size: 4_000_000_000 }]).subarray(0, 512));
    const zeros = gzipSync(Buffer.alloc(100_000_000));
    const before = memoryOf(server);
    const bomb = Buffer.concat([head, ...Array.from({ length: 40 }, () => zeros)]);
    expect(await refusalOf(send(bomb))).toEqual([400, 'PACKAGE_BOMB']);
    expect(memoryOf(server) - before).toBeLessThan(60_000_000);
  });

  it('is not kept when it is too large', async () => {
    const before = memoryOf(server);
    const noise = gzipSync(makeTar([{ path: 'package/a', content: randomBytes(30_000_000) }]), { level: 0 });
    expect(await refusalOf(send(noise))).toEqual([400, 'PACKAGE_TOO_LARGE']);
    expect(memoryOf(server) - before).toBeLessThan(90_000_000);
  });

  it('with a manifest of 50 MB is refused, packed and in a folder', async () => {
    // Letters that pack to a quarter, so that neither the limit of the package nor that against bombs is met first.
    const block = randomBytes(60_000)
      .toString('hex')
      .replace(/[4-9a-f]/g, (c) => String(c.charCodeAt(0) % 4));
    const manifest = `{"id":"hotel","x":"${block.repeat(417)}"}`;
    expect(manifest.length).toBeGreaterThan(50_000_000);
    const archive = gzipSync(makeTar([{ path: 'package/plugin.json', content: manifest }]), { level: 1 });
    const before = memoryOf(server);
    expect(await refusalOf(send(archive))).toEqual([400, 'PLUGIN_FILE_TOO_LARGE']);
    writeFileSync(join(root, 'plugin.json'), manifest);
    expect(await refusalOf(installFolder(root))).toEqual([400, 'PLUGIN_FILE_TOO_LARGE']);
    expect(memoryOf(server) - before).toBeLessThan(90_000_000);
    // Not packed at all.
    expect(await refusalOf(send(Buffer.from(manifest)))).toEqual([400, 'PACKAGE_NOT_GZIP']);
  });
});

describe('a manifest', () => {
  const sendManifest = (text: string) => send(makeArchive([{ path: 'package/plugin.json', content: text }]));

  it.each<[string, string]>([
    ['that is no JSON', '{"id":'],
    ['that is no manifest', '[]'],
    [
      'nested without end',
      `{"id":"hotel","contributes":{"dimensions":${'['.repeat(900_000)}${']'.repeat(900_000)}}}`,
    ],
    [
      'with an expression nested without end',
      JSON.stringify(hotelFiles({})['plugin.json']).replace(
        '{"var":"value"}',
        `${'{"!":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
      ),
    ],
    [
      'with a name that is a prototype',
      '{"__proto__":{"id":"hotel"},"constructor":{"prototype":{"id":"x"}}}',
    ],
  ])('%s is refused', async (_what, text) => {
    const [status] = await refusalOf(sendManifest(text));
    expect(status).toBe(400);
  });

  it('that takes long to read holds nobody up, and is given up', async () => {
    const dimension = JSON.stringify(hotelFiles({})['plugin.json'].contributes.dimensions[0]);
    const many = Array.from({ length: 18_000 }, (_, i) => dimension.replace('"nights"', `"d${i}"`));
    const manifest = { ...hotelFiles({})['plugin.json'], id: 'crowd' };
    const text = JSON.stringify({
      ...manifest,
      contributes: { ...manifest.contributes, dimensions: ['@'], templates: [], reports: [], testCases: [] },
    }).replace('"@"', many.join(','));
    expect(text.length).toBeGreaterThan(3_500_000);
    let isOver = false;
    const sending = sendManifest(text).then(
      () => 'accepted',
      (error: unknown) => (error instanceof ApiError ? error.problem.issues?.[0]?.code : String(error)),
    );
    void sending.finally(() => {
      isOver = true;
    });
    let slowest = 0;
    while (!isOver) {
      const begun = performance.now();
      await fetch(`${server.url}/api/v1/health`);
      slowest = Math.max(slowest, performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(['accepted', 'PLUGIN_TOO_COSTLY']).toContain(await sending);
    expect(slowest).toBeLessThan(5000);
  });
});

describe('a folder', () => {
  it('is named by the absolute path of one that is there', async () => {
    expect(await refusalOf(installFolder('plugins/retail'))).toEqual([400, 'FOLDER_NOT_ABSOLUTE']);
    expect(await refusalOf(installFolder(join(root, 'none')))).toEqual([400, 'FOLDER_NOT_FOUND']);
    expect(await refusalOf(installFolder(join(root, 'a\0b')))).toEqual([400, 'FOLDER_NOT_ABSOLUTE']);
    expect(await refusalOf(installFolder(tmpdir()))).toEqual([400, 'PLUGIN_FILE_UNREADABLE']);
  });
});

describe('a plugin that does not fit', () => {
  const install = async (change: PluginChange) => {
    const { package: sha256, issues } = await send(await packHotel(change));
    const source = { kind: 'upload' as const, package: sha256 };
    const refusal = await refusalOf(server.client.call('installPlugin', { body: { source } }));
    // What is refused then was said before.
    return [...refusal, issues[0]?.code];
  };

  it('is refused with the reason, and names both sides of a clash', async () => {
    expect(await install({ manifest: { host: '>=99.0.0' } })).toEqual([409, 'HOST_VERSION', 'HOST_VERSION']);
    expect(await install({ manifest: { requires: { spa: '^1.0.0' } } })).toEqual([
      409,
      'REQUIRES_PLUGIN',
      'REQUIRES_PLUGIN',
    ]);
    const clash = { contributes: { subjectTypes: [guestType(), { ...guestType(), id: 'customer' }] } };
    expect(await install(clash)).toEqual([409, 'TYPE_EXISTS', 'TYPE_EXISTS']);
    const { issues } = await send(await packHotel(clash));
    expect(issues[0]?.message.en).toMatch(/"customer" belongs to "retail".*"hotel"/);
    const retail = { manifest: { id: 'retail', version: '9.0.0' } };
    expect((await install(retail)).slice(0, 2)).toEqual([409, 'PLUGIN_INSTALLED']);
  });
});

describe('what was sent', () => {
  it('is known by its SHA-256 alone', async () => {
    const source = { kind: 'upload' as const, package: '0'.repeat(64) };
    const call = server.client.call('installPlugin', { body: { source } });
    expect(await refusalOf(call)).toEqual([404, 'PACKAGE_NOT_FOUND']);
  });
});

/** The files of an archive that our own packing wrote. */
function untar(tar: Buffer): ArchiveEntry[] {
  const entries: ArchiveEntry[] = [];
  for (let at = 0; tar[at] !== 0;) {
    const text = (from: number, length: number): string =>
      tar.toString('utf8', at + from, at + from + length).replace(/\0.*$/s, '');
    const size = Number.parseInt(text(124, 12), 8);
    entries.push({ path: text(0, 100), content: tar.subarray(at + 512, at + 512 + size) });
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return entries;
}
