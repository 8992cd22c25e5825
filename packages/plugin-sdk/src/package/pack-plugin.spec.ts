import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPlugin } from '../reader/read-plugin.js';
import { packPlugin } from './pack-plugin.js';
import { hotelManifest, writeFiles } from './testing/plugin-folder.js';
import { unpackPackage } from './unpack-package.js';

let root: string;
let folder: string;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'terrace-pack-'));
  folder = join(root, 'hotel');
  await writeFiles(folder, { 'plugin.json': hotelManifest });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function unpacked(bytes: Buffer): Promise<string> {
  const target = join(root, 'out');
  expect(await unpackPackage([bytes], target)).toMatchObject({ ok: true });
  return target;
}

describe('packPlugin', () => {
  it('packs what the plugin needs, and nothing else', async () => {
    await writeFiles(folder, {
      'plugin.json': {
        ...hotelManifest,
        code: {},
        locales: { en: 'locales/en.json', 'zh-CN': 'locales/zh-CN.json' },
      },
      'locales/en.json': {},
      'locales/zh-CN.json': {},
      'locales/fr.json': {},
      'dist/index.js': 'export default 1;',
      'dist/code.json': '{}',
      'dist/chunk/a.js': '',
      'src/index.ts': 'secret',
      'README.md': '# Hotel',
      LICENSE: 'MIT',
      '.env': 'secret',
      'notes.txt': 'secret',
      'node_modules/a/index.js': 'secret',
      'package.json': {
        name: '@acme/hotel',
        version: '1.2.0',
        scripts: { postinstall: 'rm -rf /' },
        dependencies: { a: '1' },
        keywords: ['hotel'],
      },
    });
    const result = await packPlugin(folder);
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    expect(result.files).toEqual([
      'LICENSE',
      'README.md',
      'dist/chunk/a.js',
      'dist/code.json',
      'dist/index.js',
      'locales/en.json',
      'locales/zh-CN.json',
      'package.json',
      'plugin.json',
    ]);
    expect(result.fileName).toBe('acme-hotel-1.2.0.tgz');
    const out = await unpacked(result.bytes);
    expect(await readPlugin(out)).toMatchObject({ ok: true, plugin: { manifest: { id: 'hotel' } } });
    expect(JSON.parse(readFileSync(join(out, 'package.json'), 'utf8'))).toEqual({
      license: 'MIT',
      name: '@acme/hotel',
      version: '1.2.0',
      keywords: ['hotel', 'terrace-plugin'],
    });
  });

  it('gives the same bytes for the same files, whatever their time and order', async () => {
    const first = await packPlugin(folder);
    utimesSync(join(folder, 'plugin.json'), 1, 1);
    const second = await packPlugin(folder);
    if (!first.ok || !second.ok) throw new Error('not packed');
    expect(first.fileName).toBe('terrace-plugin-hotel-1.2.0.tgz');
    expect(second.bytes.equals(first.bytes)).toBe(true);
  });

  it('names what keeps it from being packed', async () => {
    const codes = async (): Promise<string[]> => {
      const result = await packPlugin(folder);
      return result.ok ? [] : result.issues.map(({ code }) => code);
    };
    await writeFiles(folder, {
      'package.json': { name: 'hotel', version: '1.0.0' },
    });
    symlinkSync('/etc/passwd', join(folder, 'README'));
    expect(await codes()).toEqual(['PACKAGE_LINK', 'PACKAGE_VERSION_DIFFERS']);
    await writeFiles(folder, { 'plugin.json': { ...hotelManifest, code: {} } });
    expect(await codes()).toEqual(['CODE_NOT_BUILT']);
    await writeFiles(folder, { 'plugin.json': {} });
    expect(new Set(await codes())).toEqual(new Set(['INVALID_MANIFEST']));
  });
});
