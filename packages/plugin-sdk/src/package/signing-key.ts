import { createHash, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** A pair of keys for signing, each as PEM. @since 0.1.0 */
export interface SigningKeys {
  /** PKCS #8; whoever has it can sign in its owner's name. */
  readonly privateKey: string;
  /** SPKI; what administrators trust. */
  readonly publicKey: string;
  readonly fingerprint: string;
}

/** Makes a new pair of Ed25519 keys. @since 0.1.0 */
export function createSigningKeys(): SigningKeys {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    publicKey: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    fingerprint: fingerprintOf(publicKey),
  };
}

/**
 * Reads an Ed25519 public key from PEM.
 * @returns null when it is none; also for a private key, which nobody should hand out
 * @since 0.1.0
 */
export function readPublicKey(pem: string): KeyObject | null {
  // `createPublicKey` would derive the public key from a private one.
  if (!pem.trim().startsWith('-----BEGIN PUBLIC KEY-----')) return null;
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

/** SHA-256 of a public key (DER, SPKI), in hexadecimal: what people compare. @since 0.1.0 */
export function fingerprintOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ format: 'der', type: 'spki' }))
    .digest('hex');
}
