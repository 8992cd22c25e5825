import { hash, verify, type Options } from '@node-rs/argon2';
import { makeSecret } from './secret.js';

/** argon2id with 19 MiB, 2 passes, 1 lane: OWASP Password Storage Cheat Sheet. The algorithm is the library's default. */
const options: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let decoy: Promise<string> | undefined;

/** What is stored of a password; the same text in another Unicode form gives a password that matches. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalized(password), options);
}

/**
 * Whether `password` is the one of `stored`; without `stored` (no such user) false, after the same time, so that the
 * time tells nobody which users exist.
 */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  if (stored !== undefined) return verify(stored, normalized(password), options);
  decoy ??= hash(makeSecret(), options);
  await verify(await decoy, normalized(password), options);
  return false;
}

/** Prepares what an unknown user's password is compared with, so that the first such sign-in takes no longer than others. */
export async function prepareDecoy(): Promise<void> {
  decoy ??= hash(makeSecret(), options);
  await decoy;
}

/** NIST SP 800-63B, section 5.1.1.2, asks for NFKC or NFKD: keyboards differ in how they write "é". */
function normalized(password: string): string {
  return password.normalize('NFKC');
}
