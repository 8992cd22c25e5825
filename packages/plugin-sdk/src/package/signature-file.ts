import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { allFiles } from './package-files.js';

/** Stands in a signed package; not among the files that it lists. */
export const signatureFile = 'signature.json';

const signedFileSchema = z.strictObject({
  path: z.string().min(1).max(500),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** `signature.json`: the files of a package with their SHA-256, and an Ed25519 signature over that list. @since 0.1.0 */
export const signatureSchema = z.strictObject({
  format: z.literal(1),
  algorithm: z.literal('ed25519'),
  /** DER (SPKI) in base64. */
  publicKey: z.string().max(200),
  /** Sorted by path. */
  files: z.array(signedFileSchema).min(1).max(2000),
  /** In base64. */
  signature: z.string().max(200),
});

/** See {@link signatureSchema}. @since 0.1.0 */
export type Signature = z.infer<typeof signatureSchema>;
/** A file of a signed package. */
export type SignedFile = Signature['files'][number];

/** The bytes that are signed: a line that says what this is, then one line per file as `sha256sum` writes it. */
export function signedBytes(files: readonly SignedFile[]): Buffer {
  const lines = files.map(({ path, sha256 }) => `${sha256}  ${path}\n`);
  return Buffer.from(`terrace-plugin-signature 1\n${lines.join('')}`);
}

/** The files below `folder` with their SHA-256, sorted by path; without the signature. */
export async function filesOf(folder: string): Promise<SignedFile[]> {
  const paths = (await allFiles(folder)).filter((path) => path !== signatureFile);
  const files: SignedFile[] = [];
  for (const path of paths) files.push({ path, sha256: await sha256Of(join(folder, path)) });
  return files;
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(file)) hash.update(bytes as Buffer);
  return hash.digest('hex');
}
