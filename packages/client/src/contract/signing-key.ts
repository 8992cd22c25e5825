import { z } from 'zod';
import { endpoint } from './endpoint.js';

const tag = 'Plugins';

/** A public key whose signatures are believed. @since 0.1.0 */
export const signingKeySchema = z.object({
  /** SHA-256 of the key, in hexadecimal. */
  fingerprint: z.string(),
  name: z.string(),
  /** PEM (SPKI). */
  publicKey: z.string(),
  addedAt: z.string(),
  addedBy: z.string(),
});

export const signingKeyEndpoints = {
  listSigningKeys: endpoint({
    method: 'GET',
    path: '/signing-keys',
    access: 'administrator',
    tag,
    summary: 'Keys whose signatures are trusted, and whether unsigned plugins are allowed',
    response: z.object({ items: z.array(signingKeySchema), allowUnsigned: z.boolean() }),
  }),
  /** `publicKey` is an Ed25519 public key as PEM. */
  addSigningKey: endpoint({
    method: 'POST',
    path: '/signing-keys',
    access: 'administrator',
    tag,
    summary: 'Trust a key',
    status: 201,
    body: z.object({ name: z.string().trim().min(1).max(100), publicKey: z.string().max(2000) }),
    response: signingKeySchema,
  }),
  /** Plugins signed by it stay installed but are in use no longer, unless unsigned ones are allowed. */
  removeSigningKey: endpoint({
    method: 'DELETE',
    path: '/signing-keys/:fingerprint',
    access: 'administrator',
    tag,
    summary: 'Trust a key no longer',
    params: z.object({ fingerprint: z.string().max(100) }),
  }),
};

/** See {@link signingKeySchema}. @since 0.1.0 */
export type SigningKey = z.infer<typeof signingKeySchema>;
