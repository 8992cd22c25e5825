import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packageLimits, type PackageLimits } from './package-limits.js';
import { makeArchive, makeTar, type ArchiveEntry } from './make-archive.js';
import { unpackPackage } from './unpack-package.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'terrace-unpack-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const manifest: ArchiveEntry = { path: 'package/plugin.json', content: '{}' };

const unpack = (bytes: Uint8Array, limits?: Partial<PackageLimits>) =>
  unpackPackage([bytes], join(root, 'out'), { ...packageLimits, ...limits });

async function codeOf(bytes: Uint8Array, limits?: Partial<PackageLimits>): Promise<string | undefined> {
  const result = await unpack(bytes, limits);
  // Whatever is refused leaves nothing behind, here or beside it.
  expect(result.ok || readdirSync(root).length === 0).toBe(true);
  return result.ok ? undefined : result.issues[0]?.code;
}

describe('unpackPackage', () => {
  it('unpacks files and tells the SHA-256 of the packed file', async () => {
    const big = randomBytes(300_000);
    const bytes = makeArchive([
      { path: 'package', type: 'Directory' },
      manifest,
      { path: 'package/models/a.json', content: '{"a":1}', mode: 0o4755 },
      { path: 'package/data.bin', content: big },
    ]);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await unpack(bytes)).toEqual({ ok: true, sha256, packedBytes: bytes.length });
    const out = join(root, 'out');
    expect(readFileSync(join(out, 'models/a.json'), 'utf8')).toBe('{"a":1}');
    expect(readFileSync(join(out, 'data.bin')).equals(big)).toBe(true);
    expect(statSync(join(out, 'models/a.json')).mode & 0o7111).toBe(0);
  });

  it.each<[string, string, ArchiveEntry[]]>([
    ['a path that leaves the package', 'PACKAGE_PATH', [{ path: 'package/../../evil' }]],
    ['a path with a dot in it', 'PACKAGE_PATH', [{ path: 'package/./a' }]],
    ['a path that Windows reads otherwise', 'PACKAGE_PATH', [{ path: 'package/..\\evil' }]],
    ['a drive', 'PACKAGE_PATH', [{ path: 'package/c:evil' }]],
    ['a device of Windows', 'PACKAGE_PATH', [{ path: 'package/models/NUL.json' }]],
    ['a name that Windows cuts', 'PACKAGE_PATH', [{ path: 'package/a. ' }]],
    ['text that turns around', 'PACKAGE_PATH', [{ path: 'package/a\u202egnp.js' }]],
    ['folders without end', 'PACKAGE_PATH', [{ path: `package/${'a/'.repeat(30)}b` }]],
    ['an absolute path', 'PACKAGE_LAYOUT', [{ path: '/etc/passwd' }]],
    ['another layout than that of npm', 'PACKAGE_LAYOUT', [{ path: 'hotel-1.0.0/plugin.json' }]],
    ['files beside the package', 'PACKAGE_LAYOUT', [{ path: 'plugin.json' }]],
    ['a symbolic link', 'PACKAGE_LINK', [{ path: 'package/a', type: 'SymbolicLink', linkpath: '/etc' }]],
    ['a hard link', 'PACKAGE_LINK', [{ path: 'package/a', type: 'Link', linkpath: 'package/plugin.json' }]],
    ['a device', 'PACKAGE_LINK', [{ path: 'package/a', type: 'CharacterDevice' }]],
    ['a pipe', 'PACKAGE_LINK', [{ path: 'package/a', type: 'FIFO' }]],
    ['a kind of entry nobody knows', 'PACKAGE_LINK', [{ path: 'package/a', type: 'TapeVolumeHeader' }]],
    ['the same file twice', 'PACKAGE_DUPLICATE', [{ path: 'package/plugin.json', content: '[]' }]],
    ['a file twice but for case', 'PACKAGE_DUPLICATE', [{ path: 'package/Plugin.json' }]],
    ['a file below a file', 'PACKAGE_DUPLICATE', [{ path: 'package/plugin.json/a' }]],
    [
      'a folder in the place of a file',
      'PACKAGE_DUPLICATE',
      [{ path: 'package/plugin.json/', type: 'Directory' }],
    ],
    ['folders that differ in case', 'PACKAGE_DUPLICATE', [{ path: 'package/a/b' }, { path: 'package/A/c' }]],
    [
      'the same letters composed otherwise',
      'PACKAGE_DUPLICATE',
      [{ path: 'package/\u00e9' }, { path: 'package/e\u0301' }],
    ],
  ])('refuses %s', async (_what, code, entries) => {
    expect(await codeOf(makeArchive([manifest, ...entries]))).toBe(code);
  });

  it('refuses a package without a manifest', async () => {
    expect(await codeOf(makeArchive([{ path: 'package/package.json' }]))).toBe('PACKAGE_WITHOUT_MANIFEST');
  });

  it.each<[string, string, Buffer]>([
    ['nothing', 'PACKAGE_NOT_GZIP', Buffer.alloc(0)],
    ['a file of another kind', 'PACKAGE_NOT_GZIP', Buffer.from('PK\u0003\u0004 a zip file')],
    ['a damaged stream', 'PACKAGE_BROKEN', Buffer.concat([gzipSync('').subarray(0, 10), randomBytes(200)])],
    ['something that is no archive', 'PACKAGE_BROKEN', gzipSync(randomBytes(5000))],
    ['an empty archive', 'PACKAGE_BROKEN', gzipSync(Buffer.alloc(1024))],
    ['what is packed twice', 'PACKAGE_BROKEN', gzipSync(makeArchive([manifest]))],
  ])('refuses %s', async (_what, code, bytes) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  it('refuses an archive that is cut off anywhere', async () => {
    const tar = makeTar([manifest, { path: 'package/a', content: randomBytes(3000) }]);
    const bytes = gzipSync(tar);
    for (const length of [20, 700, bytes.length - 9])
      expect(await codeOf(bytes.subarray(0, length))).toBe('PACKAGE_BROKEN');
    expect(await codeOf(gzipSync(tar.subarray(0, 2500)))).toBe('PACKAGE_BROKEN');
  });

  it('refuses an archive whose headers were damaged', async () => {
    const tar = makeTar([manifest, { path: 'package/a', content: 'a' }]);
    tar[1024 + 3] = 0x7a;
    expect(await codeOf(gzipSync(tar))).toBe('PACKAGE_BROKEN');
  });

  it('holds to its limits', async () => {
    const noise = makeArchive([manifest, { path: 'package/a', content: randomBytes(50_000) }]);
    expect(await codeOf(noise, { packedBytes: 40_000 })).toBe('PACKAGE_TOO_LARGE');
    expect(await codeOf(noise, { unpackedBytes: 40_000 })).toBe('PACKAGE_UNPACKS_TOO_LARGE');
    const many = makeArchive([manifest, ...Array.from({ length: 20 }, (_, i) => ({ path: `package/${i}` }))]);
    expect(await codeOf(many, { entries: 20 })).toBe('PACKAGE_TOO_MANY_FILES');
    const bomb = makeArchive([manifest, { path: 'package/a', content: Buffer.alloc(9_000_000) }]);
    expect(await codeOf(bomb)).toBe('PACKAGE_BOMB');
    const headers = Array.from({ length: 5 }, () => ({
      path: 'package/x',
      type: 'ExtendedHeader' as const,
      content: randomBytes(2_000_000),
    }));
    expect(await codeOf(makeArchive([manifest, ...headers]))).toBe('PACKAGE_BROKEN');
  });

  it('takes no memory for a bomb, and stops at once', async () => {
    // 2 GB of zeros, packed in pieces: nobody could hold them.
    const zeros = gzipSync(Buffer.alloc(50_000_000));
    let given = 0;
    async function* bomb(): AsyncGenerator<Uint8Array> {
      const header = makeTar([{ path: 'package/a', size: 2_000_000_000 }]).subarray(0, 512);
      yield gzipSync(header);
      for (let piece = 0; piece < 40; piece += 1) {
        given += 1;
        yield zeros;
      }
    }
    const before = process.memoryUsage.rss();
    const result = await unpackPackage(bomb(), join(root, 'out'));
    expect(result.ok ? [] : result.issues.map(({ code }) => code)).toEqual(['PACKAGE_BOMB']);
    expect(given).toBeLessThan(4);
    expect(process.memoryUsage.rss() - before).toBeLessThan(40_000_000);
    expect(existsSync(join(root, 'out'))).toBe(false);
  });
});
