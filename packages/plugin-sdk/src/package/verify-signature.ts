import type { Issue } from '@terrace/model';
import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pluginIssue } from '../reader/plugin-issue.js';
import { readJson } from '../reader/read-json.js';
import { filesOf, signatureFile, signatureSchema, signedBytes, type Signature } from './signature-file.js';
import { fingerprintOf, readPublicKey } from './signing-key.js';
import { unpackPackage } from './unpack-package.js';

/** A key that an administrator trusts. @since 0.1.0 */
export interface TrustedKey {
  readonly name: string;
  /** PEM (SPKI). */
  readonly publicKey: string;
}

/**
 * What a signature says. `trusted`: every file is as the owner of a trusted key signed it; `untrusted`: as the owner of a key signed it
 * that nobody vouched for; `broken`: something is not as it was signed, `file` being the first such file where it is one.
 * @since 0.1.0
 */
export type Verification =
  | { readonly state: 'trusted'; readonly signer: string; readonly fingerprint: string }
  | { readonly state: 'untrusted'; readonly fingerprint: string }
  | { readonly state: 'unsigned' }
  | { readonly state: 'broken'; readonly file: string | null; readonly issue: Issue };

/**
 * Looks at the signature of the plugin in `folder`, an unpacked package: every file has to be listed and unchanged, and the list
 * signed. Needs no network.
 * @since 0.1.0
 */
export async function verifyFolder(
  folder: string,
  trusted: readonly TrustedKey[] = [],
): Promise<Verification> {
  const isSigned = await stat(join(folder, signatureFile)).then(
    () => true,
    () => false,
  );
  if (!isSigned) return { state: 'unsigned' };
  const file = await readJson(join(folder, signatureFile), signatureFile, []);
  const parsed = file.ok ? signatureSchema.safeParse(file.json) : undefined;
  const key = parsed?.success === true ? keyOf(parsed.data) : null;
  if (parsed?.success !== true || key === null) return broken(signatureFile, unreadable);
  const signature = parsed.data;
  const wrong = await firstWrongFile(folder, signature);
  if (wrong !== undefined) return wrong;
  if (!verify(null, signedBytes(signature.files), key, Buffer.from(signature.signature, 'base64')))
    return broken(null, wrongSignature);
  const fingerprint = fingerprintOf(key);
  const signer = trusted.find(({ publicKey }) => {
    const known = readPublicKey(publicKey);
    return known !== null && fingerprintOf(known) === fingerprint;
  });
  return signer === undefined
    ? { state: 'untrusted', fingerprint }
    : { state: 'trusted', signer: signer.name, fingerprint };
}

/**
 * Looks at the signature of a packed plugin; as {@link verifyFolder}, with a package that cannot be unpacked as `broken`.
 * @since 0.1.0
 */
export async function verifyPackage(
  bytes: Uint8Array,
  trusted: readonly TrustedKey[] = [],
): Promise<Verification> {
  const root = await mkdtemp(join(tmpdir(), 'terrace-verify-'));
  try {
    const folder = join(root, 'package');
    const unpacked = await unpackPackage([bytes], folder);
    if (!unpacked.ok) return broken(null, unpacked.issues[0] ?? unreadable);
    return await verifyFolder(folder, trusted);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

function keyOf({ publicKey }: Signature): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

async function firstWrongFile(folder: string, { files }: Signature): Promise<Verification | undefined> {
  const signed = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  for (const { path, sha256 } of await filesOf(folder)) {
    const expected = signed.get(path);
    if (expected === undefined) return broken(path, added(path));
    if (expected !== sha256) return broken(path, changed(path));
    signed.delete(path);
  }
  const [missing] = signed.keys();
  return missing === undefined ? undefined : broken(missing, removed(missing));
}

function broken(file: string | null, issue: Issue): Verification {
  return { state: 'broken', file, issue };
}

const signatureIssue = (en: string, zh: string): Issue => pluginIssue('PACKAGE_SIGNATURE_BROKEN', [], en, zh);

const unreadable = signatureIssue(
  `${signatureFile} is no signature; sign the package again.`,
  `${signatureFile} 不是有效的签名，请重新签名。`,
);
const wrongSignature = signatureIssue(
  'The signature does not fit the key it names; the package was changed after it was signed.',
  '签名与其公钥不符，插件包在签名后被修改过。',
);
const changed = (path: string): Issue =>
  signatureIssue(`"${path}" was changed after the package was signed.`, `“${path}”在签名后被修改过。`);
const added = (path: string): Issue =>
  signatureIssue(`"${path}" was added after the package was signed.`, `“${path}”是签名后添加的。`);
const removed = (path: string): Issue =>
  signatureIssue(`"${path}" was removed after the package was signed.`, `“${path}”在签名后被删除。`);
