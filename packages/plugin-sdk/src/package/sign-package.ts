import type { Issue } from '@terrace/model';
import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pluginIssue } from '../reader/plugin-issue.js';
import { allFiles } from './package-files.js';
import { filesOf, signatureFile, signedBytes, type Signature } from './signature-file.js';
import { fingerprintOf } from './signing-key.js';
import { unpackPackage } from './unpack-package.js';
import { writeArchive } from './write-archive.js';

/** A signed package, or why it cannot be signed. @since 0.1.0 */
export type SignResult =
  | { readonly ok: true; readonly bytes: Buffer; readonly fingerprint: string }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Signs a packed plugin: adds `signature.json` with the SHA-256 of every file and an Ed25519 signature over that list, in the place of
 * a signature it may have. The same package and key give the same bytes.
 * @param privateKey - PEM (PKCS #8), without a passphrase
 * @returns the signed package, or an issue `NOT_A_PRIVATE_KEY` or those of `unpackPackage`
 * @since 0.1.0
 */
export async function signPackage(bytes: Uint8Array, privateKey: string): Promise<SignResult> {
  const key = readPrivateKey(privateKey);
  if (key === null) return { ok: false, issues: [notAPrivateKey] };
  const root = await mkdtemp(join(tmpdir(), 'terrace-sign-'));
  try {
    const folder = join(root, 'package');
    const unpacked = await unpackPackage([bytes], folder);
    if (!unpacked.ok) return unpacked;
    const files = await filesOf(folder);
    const publicKey = createPublicKey(key);
    const signature: Signature = {
      format: 1,
      algorithm: 'ed25519',
      publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
      files,
      signature: sign(null, signedBytes(files), key).toString('base64'),
    };
    await writeFile(join(folder, signatureFile), `${JSON.stringify(signature, null, 2)}\n`);
    const packed = await writeArchive(folder, await allFiles(folder));
    return { ok: true, bytes: packed, fingerprint: fingerprintOf(publicKey) };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

function readPrivateKey(pem: string): KeyObject | null {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

const notAPrivateKey = pluginIssue(
  'NOT_A_PRIVATE_KEY',
  [],
  'The key is no Ed25519 private key in PEM without a passphrase; "terrace plugin keygen" makes one.',
  '该密钥不是无口令的 Ed25519 私钥（PEM 格式），可用“terrace plugin keygen”生成。',
);
