import { z } from 'zod';

const scriptPath = /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*/.source;
const hostName = /^(?=.{1,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?$/;

/** Where a plugin's code is and what it may use at most. @since 0.1.0 */
export const codeSettingsSchema = z.strictObject({
  /** The built module. */
  entry: z
    .string()
    .regex(new RegExp(`${scriptPath}\\.m?js$`), { message: 'a path below the plugin ending in .js or .mjs' })
    .default('dist/index.js'),
  /** What `terrace plugin build` makes it from. */
  source: z
    .string()
    .regex(new RegExp(`${scriptPath}\\.m?[jt]s$`), {
      message: 'a path below the plugin ending in .ts or .js',
    })
    .default('src/index.ts'),
  memoryMb: z.int().min(16).max(2048).default(128),
  /** Longest time of one batch or action, in milliseconds. */
  timeoutMs: z.int().min(100).max(60_000).default(2000),
});

/** What code may do beyond computing; what is not declared is refused. @since 0.1.0 */
export const permissionsSchema = z.strictObject({
  /** Hosts that `context.fetch` may call, such as `api.example.com` or `api.example.com:8443`. */
  network: z
    .array(z.string().regex(hostName, { message: 'a host name such as api.example.com' }))
    .max(50)
    .default([]),
  /** A folder of its own to keep files in. */
  storage: z.boolean().default(false),
  /** Actions are told the keys of subjects. */
  subjectKeys: z.boolean().default(false),
});

/** See {@link codeSettingsSchema}. @since 0.1.0 */
export type CodeSettings = z.infer<typeof codeSettingsSchema>;
/** See {@link permissionsSchema}. @since 0.1.0 */
export type Permissions = z.infer<typeof permissionsSchema>;
