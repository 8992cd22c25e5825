import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as text, for whoever is to prove who they are. */
export function makeSecret(prefix = ''): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`;
}

/** What is stored of a secret. It has too many bits to be guessed, so a fast hash is enough. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
