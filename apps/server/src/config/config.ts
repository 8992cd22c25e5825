import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

const repositoryRoot = resolve(import.meta.dirname, '../../../..');

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const longest = isIP(address) === 6 ? 128 : 32;
  return (
    isIP(address) !== 0 &&
    rest.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest))
  );
}

/** The environment, each variable with its type, unit, default and meaning. */
const environmentSchema = z.object({
  /** Port to listen on; 0 takes any free one. */
  PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  /** Address to listen on; set `0.0.0.0` to be reachable from other machines, behind a proxy that speaks TLS. */
  HOST: z.string().default('127.0.0.1'),
  /** PostgreSQL 15 or newer; without it the embedded server is started. */
  DATABASE_URL: z.string().optional(),
  /** Folder for the embedded database. */
  TERRACE_HOME: z.string().default(resolve(repositoryRoot, '.terrace')),
  /** Folder with one plugin per subfolder. */
  TERRACE_PLUGINS: z.string().default(resolve(repositoryRoot, 'plugins')),
  /** 1: the embedded database is thrown away after use and need not survive a power cut. */
  TERRACE_EPHEMERAL: flag,
  /** 1: give the parent process an administrator token over the IPC channel, valid while this process lives. */
  TERRACE_PARENT_TOKEN: flag,
  /** 1: webhooks may call loopback and private addresses. */
  TERRACE_PRIVATE_WEBHOOKS: flag,
  /** 1: plugins without a trusted signature may be installed and used. */
  TERRACE_ALLOW_UNSIGNED_PLUGINS: flag,
  /** 1: people come over HTTPS (a proxy speaks it); session cookies are sent over HTTPS only. */
  TERRACE_SECURE_COOKIES: flag,
  /** Addresses or networks of proxies, separated by commas, whose `X-Forwarded-*` headers are believed. */
  TERRACE_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) => text.split(',').map((part) => part.trim()))
    .transform((parts) => parts.filter((part) => part !== ''))
    .refine((parts) => parts.every(isNetwork), { message: 'IP addresses or networks such as 10.0.0.0/8' }),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
});

/** Settings of this process, read once and frozen. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  readonly home: string;
  readonly pluginFolder: string;
  /** Where installed packages are unpacked. */
  readonly packageFolder: string;
  readonly webFolder: string;
  readonly isEphemeral: boolean;
  readonly givesParentToken: boolean;
  readonly allowsPrivateWebhooks: boolean;
  readonly allowsUnsignedPlugins: boolean;
  readonly hasSecureCookies: boolean;
  readonly trustedProxies: readonly string[];
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

/** Injection token of {@link Config}. */
export const CONFIG = Symbol('Config');

/**
 * Reads the settings from `environment`; empty variables count as absent.
 * @throws Error naming every variable that is wrong
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Wrong settings in the environment: ${faults.join('; ')}.`);
  }
  const env = parsed.data;
  return Object.freeze({
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL,
    home: resolve(env.TERRACE_HOME),
    pluginFolder: resolve(env.TERRACE_PLUGINS),
    packageFolder: resolve(env.TERRACE_HOME, 'plugins'),
    webFolder: resolve(repositoryRoot, 'apps/web/dist'),
    isEphemeral: env.TERRACE_EPHEMERAL,
    givesParentToken: env.TERRACE_PARENT_TOKEN,
    allowsPrivateWebhooks: env.TERRACE_PRIVATE_WEBHOOKS,
    allowsUnsignedPlugins: env.TERRACE_ALLOW_UNSIGNED_PLUGINS,
    hasSecureCookies: env.TERRACE_SECURE_COOKIES,
    trustedProxies: Object.freeze(env.TERRACE_TRUSTED_PROXIES),
    logLevel: env.LOG_LEVEL,
  });
}
