import { languages } from '@terrace/model';
import { z } from 'zod';
import { endpoint, roles } from './endpoint.js';
import { idParamsSchema, pageOf, pageQuerySchema } from './page.js';

const tag = 'Access';
const instant = z.string();
const userNameSchema = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}._@+-]{2,100}$/u, { message: '2 to 100 letters, digits or . _ @ + -' });
/** Length only, after NIST SP 800-63B, section 5.1.1.2. */
const passwordSchema = z.string().min(10).max(200);

/** A person who can sign in. @since 0.1.0 */
export const userSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  isActive: z.boolean(),
  createdAt: instant,
});

/** Who the caller is. `via` says how the caller was known. @since 0.1.0 */
export const sessionSchema = z.object({ user: userSchema, via: z.enum(['session', 'token']) });

/** An API token, without its secret. @since 0.1.0 */
export const tokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
  expiresAt: instant.nullable(),
});

/** Settings of the whole installation. @since 0.1.0 */
export const workspaceSchema = z.object({
  /** IANA name of the zone that days are counted in. */
  timeZone: z.string(),
  /** ISO 4217 code amounts are shown in. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  defaultLanguage: z.enum(languages),
});

export const accessEndpoints = {
  getSetup: endpoint({
    method: 'GET',
    path: '/setup',
    access: 'public',
    tag,
    summary: 'Whether the first administrator is still to be made',
    response: z.object({ isNeeded: z.boolean() }),
  }),
  /** `code` is the one-time code that the server prints at its first start; makes the administrator and signs in. */
  setUp: endpoint({
    method: 'POST',
    path: '/setup',
    access: 'public',
    tag,
    summary: 'Make the first administrator with the one-time code',
    body: z.object({ code: z.string().max(200), name: userNameSchema, password: passwordSchema }),
    response: sessionSchema,
  }),
  signIn: endpoint({
    method: 'POST',
    path: '/session',
    access: 'public',
    tag,
    summary: 'Sign in; sets the session cookie',
    body: z.object({ name: z.string().max(100), password: z.string().max(200) }),
    response: sessionSchema,
  }),
  getSession: endpoint({
    method: 'GET',
    path: '/session',
    access: 'viewer',
    tag,
    summary: 'Who is signed in',
    response: sessionSchema,
  }),
  signOut: endpoint({ method: 'DELETE', path: '/session', access: 'viewer', tag, summary: 'Sign out' }),
  listUsers: endpoint({
    method: 'GET',
    path: '/users',
    access: 'administrator',
    tag,
    summary: 'Users',
    query: pageQuerySchema,
    response: pageOf(userSchema),
  }),
  createUser: endpoint({
    method: 'POST',
    path: '/users',
    access: 'administrator',
    tag,
    summary: 'Add a user',
    status: 201,
    body: z.object({ name: userNameSchema, role: z.enum(roles), password: passwordSchema }),
    response: userSchema,
  }),
  updateUser: endpoint({
    method: 'PATCH',
    path: '/users/:id',
    access: 'administrator',
    tag,
    summary: 'Change role, password or whether a user may sign in; the last administrator stays one',
    params: idParamsSchema,
    body: z.object({
      role: z.enum(roles).optional(),
      isActive: z.boolean().optional(),
      password: passwordSchema.optional(),
    }),
    response: userSchema,
  }),
  listTokens: endpoint({
    method: 'GET',
    path: '/tokens',
    access: 'administrator',
    tag,
    summary: 'API tokens',
    query: pageQuerySchema,
    response: pageOf(tokenSchema),
  }),
  createToken: endpoint({
    method: 'POST',
    path: '/tokens',
    access: 'administrator',
    tag,
    summary: 'Make an API token; its secret is shown once',
    status: 201,
    body: z.object({
      name: z.string().trim().min(1).max(100),
      role: z.enum(roles),
      expiresInDays: z.int().min(1).max(3650).optional(),
    }),
    response: tokenSchema.extend({ secret: z.string() }),
  }),
  deleteToken: endpoint({
    method: 'DELETE',
    path: '/tokens/:id',
    access: 'administrator',
    tag,
    summary: 'Revoke an API token',
    params: idParamsSchema,
  }),
  getWorkspace: endpoint({
    method: 'GET',
    path: '/workspace',
    access: 'viewer',
    tag,
    summary: 'Settings of the installation',
    response: workspaceSchema,
  }),
  updateWorkspace: endpoint({
    method: 'PATCH',
    path: '/workspace',
    access: 'administrator',
    tag,
    summary: 'Change settings of the installation',
    body: workspaceSchema.partial(),
    response: workspaceSchema,
  }),
};

/** See {@link userSchema}. @since 0.1.0 */
export type User = z.infer<typeof userSchema>;
/** See {@link sessionSchema}. @since 0.1.0 */
export type Session = z.infer<typeof sessionSchema>;
/** See {@link tokenSchema}. @since 0.1.0 */
export type Token = z.infer<typeof tokenSchema>;
/** See {@link workspaceSchema}. @since 0.1.0 */
export type Workspace = z.infer<typeof workspaceSchema>;
