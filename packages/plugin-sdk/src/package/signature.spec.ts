import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packPlugin } from './pack-plugin.js';
import { signPackage } from './sign-package.js';
import { createSigningKeys, readPublicKey } from './signing-key.js';
import { hotelManifest, writeFiles } from './testing/plugin-folder.js';
import { unpackPackage } from './unpack-package.js';
import { verifyFolder, verifyPackage } from './verify-signature.js';

const keys = createSigningKeys();
const trusted = { name: 'Acme', publicKey: keys.publicKey };
let root: string;
let packed: Buffer;
let signed: Buffer;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'terrace-signature-'));
  const folder = join(root, 'hotel');
  await writeFiles(folder, { 'plugin.json': hotelManifest, 'README.md': '# Hotel' });
  const result = await packPlugin(folder);
  if (!result.ok) throw new Error('not packed');
  packed = result.bytes;
  const signing = await signPackage(packed, keys.privateKey);
  if (!signing.ok) throw new Error('not signed');
  signed = signing.bytes;
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a signature', () => {
  it('is that of a trusted key, or of one nobody vouched for', async () => {
    const { fingerprint } = keys;
    expect(await verifyPackage(signed, [trusted])).toEqual({ state: 'trusted', signer: 'Acme', fingerprint });
    const other = { name: 'Other', publicKey: createSigningKeys().publicKey };
    expect(await verifyPackage(signed, [other])).toEqual({ state: 'untrusted', fingerprint });
    expect(await verifyPackage(packed, [trusted])).toEqual({ state: 'unsigned' });
  });

  it('is the same for the same package and key, and replaces an earlier one', async () => {
    const again = await signPackage(signed, keys.privateKey);
    expect(again.ok && again.bytes.equals(signed)).toBe(true);
    const other = createSigningKeys();
    const resigned = await signPackage(signed, other.privateKey);
    expect(resigned.ok && (await verifyPackage(resigned.bytes))).toEqual({
      state: 'untrusted',
      fingerprint: other.fingerprint,
    });
  });

  it.each<[string, string | null, (folder: string) => void]>([
    ['a changed file', 'README.md', (folder) => appendFileSync(join(folder, 'README.md'), '!')],
    ['an added file', 'a.js', (folder) => writeFileSync(join(folder, 'a.js'), '')],
    ['a missing file', 'README.md', (folder) => rmSync(join(folder, 'README.md'))],
    [
      'a signature that is none',
      'signature.json',
      (folder) => writeFileSync(join(folder, 'signature.json'), '{}'),
    ],
    [
      'a list that fits the files but not the signature',
      null,
      (folder) => {
        const file = join(folder, 'signature.json');
        const signature = JSON.parse(readFileSync(file, 'utf8')) as { files: { path: string }[] };
        signature.files = signature.files.filter(({ path }) => path !== 'README.md');
        writeFileSync(file, JSON.stringify(signature));
        rmSync(join(folder, 'README.md'));
      },
    ],
    [
      'another key than the one that signed',
      null,
      (folder) => {
        const file = join(folder, 'signature.json');
        const signature = JSON.parse(readFileSync(file, 'utf8')) as object;
        const publicKey = createSigningKeys().publicKey.replace(/-----[A-Z ]+-----|\n/g, '');
        writeFileSync(file, JSON.stringify({ ...signature, publicKey }));
      },
    ],
  ])('breaks with %s', async (_what, file, change) => {
    const folder = join(root, 'out');
    await unpackPackage([signed], folder);
    expect(await verifyFolder(folder, [trusted])).toMatchObject({ state: 'trusted' });
    change(folder);
    expect(await verifyFolder(folder, [trusted])).toMatchObject({
      state: 'broken',
      file,
      issue: { code: 'PACKAGE_SIGNATURE_BROKEN' },
    });
  });

  it('is not given to what is no package, nor with what is no key', async () => {
    const codes = async (bytes: Uint8Array, key: string): Promise<string[]> => {
      const result = await signPackage(bytes, key);
      return result.ok ? [] : result.issues.map(({ code }) => code);
    };
    expect(await codes(Buffer.from('no'), keys.privateKey)).toEqual(['PACKAGE_NOT_GZIP']);
    expect(await codes(packed, keys.publicKey)).toEqual(['NOT_A_PRIVATE_KEY']);
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
    expect(await codes(packed, rsa.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString())).toEqual([
      'NOT_A_PRIVATE_KEY',
    ]);
    expect(readPublicKey(keys.privateKey)).toBeNull();
    expect(readPublicKey(rsa.publicKey.export({ format: 'pem', type: 'spki' }).toString())).toBeNull();
    expect(readPublicKey(keys.publicKey)).not.toBeNull();
  });
});
