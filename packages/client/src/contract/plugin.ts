import { issueSchema, localizedTextSchema } from '@terrace/model';
import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idParamsSchema } from './page.js';
import { sampleLoadSchema } from './catalog.js';
import { pluginContributionsSchema } from './contribution.js';

const tag = 'Plugins';

/** What came from where: with the program, out of a folder of the server, as a packed file, by its name from a registry. @since 0.1.0 */
export const pluginOrigins = ['bundled', 'folder', 'package', 'registry'] as const;

/**
 * `enabled`: in use. `disabled`: by an administrator. `quarantined`: its code broke a limit; everything else of it is in use.
 * `faulty`: it cannot be used, for the reason in `problem`. `available`: came with the program and was removed; enabling
 * it installs it again.
 * @since 0.1.0
 */
export const pluginStates = ['enabled', 'disabled', 'quarantined', 'faulty', 'available'] as const;

/**
 * Whose plugin it is. `trusted`: signed by a key that the administrator trusts, `signer` is its name; `untrusted`: signed
 * by a key nobody vouched for; `bundled`: came with the program and needs no signature. `fingerprint` is that of the key.
 * @since 0.1.0
 */
export const pluginSignatureSchema = z.object({
  state: z.enum(['bundled', 'trusted', 'untrusted', 'unsigned']),
  signer: z.string().nullable(),
  fingerprint: z.string().nullable(),
});

/** A sample of a plugin; `id` is `plugin.sample`. @since 0.1.0 */
export const pluginSampleSchema = z.object({
  id: z.string(),
  name: localizedTextSchema,
  description: localizedTextSchema.optional(),
  subjectType: z.string(),
  load: sampleLoadSchema,
});

/** How much a plugin brings of each kind. @since 0.1.0 */
export const pluginCountsSchema = z.object({
  recordTypes: z.int(),
  fields: z.int(),
  dimensions: z.int(),
  nodeKinds: z.int(),
  templates: z.int(),
  tiers: z.int(),
  actions: z.int(),
  reports: z.int(),
  samples: z.int(),
  testCases: z.int(),
});

/**
 * A plugin. `id` is unique in the list: that of the manifest, or the name of its folder where the manifest cannot be read or its id is
 * taken.
 * @since 0.1.0
 */
export const pluginSchema = z.object({
  id: z.string(),
  /** Empty where the manifest cannot be read. */
  version: z.string(),
  name: localizedTextSchema,
  description: localizedTextSchema.optional(),
  source: z.enum(pluginOrigins),
  state: z.enum(pluginStates),
  /** Whether its declarations are in use: `enabled` and `quarantined`. */
  isEnabled: z.boolean(),
  /** Why it is quarantined or faulty, in words. */
  problem: localizedTextSchema.nullable(),
  signature: pluginSignatureSchema,
  hasCode: z.boolean(),
  /** How much it brings of each kind. */
  counts: pluginCountsSchema,
  samples: z.array(pluginSampleSchema),
});

/** What the code of a plugin may do; without code there is none. @since 0.1.0 */
export const pluginPermissionsSchema = z.object({
  /** Hosts it may call, through the server. */
  network: z.array(z.string()),
  /** Whether it has a folder of its own to write to. */
  storage: z.boolean(),
  /** Whether its actions get the keys of subjects. */
  subjectKeys: z.boolean(),
});

/** A model that was made from a template of a plugin. @since 0.1.0 */
export const pluginModelSchema = z.object({
  id: z.string(),
  name: localizedTextSchema,
  /** `plugin/template`. */
  template: z.string(),
  publishedVersion: z.int().nullable(),
  appliedVersion: z.int().nullable(),
});

/** Records that a plugin's types hold. @since 0.1.0 */
export const pluginDataSchema = z.object({
  kind: z.enum(['subject', 'event']),
  type: z.string(),
  name: localizedTextSchema,
  recordCount: z.int(),
});

/** Everything about one plugin. @since 0.1.0 */
export const pluginDetailSchema = pluginSchema.extend({
  /** The versions of Terrace it works with, as a semver range; empty where the manifest cannot be read. */
  host: z.string(),
  license: z.string(),
  author: z.object({ name: z.string(), url: z.string().optional() }).nullable(),
  homepage: z.string().nullable(),
  keywords: z.array(z.string()),
  /** Null for a plugin without code. */
  permissions: pluginPermissionsSchema.nullable(),
  /** Limits of its code; null without code. */
  limits: z.object({ memoryMb: z.int(), timeoutMs: z.int() }).nullable(),
  /** The folder on the server, of one that is read from there; null for whoever is no administrator. */
  folder: z.string().nullable(),
  contributes: pluginContributionsSchema,
  /** Installed versions, newest first. One read from a folder has the present one alone. */
  versions: z.array(
    z.object({
      version: z.string(),
      installedAt: z.string(),
      isCurrent: z.boolean(),
      signature: pluginSignatureSchema,
    }),
  ),
  models: z.array(pluginModelSchema),
  data: z.array(pluginDataSchema),
  /** Everything that is wrong with a faulty one; a path leads into its manifest. */
  faults: z.array(issueSchema),
});

export const pluginEndpoints = {
  listPlugins: endpoint({
    method: 'GET',
    path: '/plugins',
    access: 'viewer',
    tag,
    summary: 'Plugins',
    response: z.object({ items: z.array(pluginSchema) }),
  }),
  getPlugin: endpoint({
    method: 'GET',
    path: '/plugins/:id',
    access: 'viewer',
    tag,
    summary: 'A plugin: what it adds, may do and is used for',
    params: idParamsSchema,
    response: pluginDetailSchema,
  }),
};

/** See {@link pluginSignatureSchema}. @since 0.1.0 */
export type PluginSignature = z.infer<typeof pluginSignatureSchema>;
/** See {@link pluginSchema}. @since 0.1.0 */
export type Plugin = z.infer<typeof pluginSchema>;
/** See {@link pluginPermissionsSchema}. @since 0.1.0 */
export type PluginPermissions = z.infer<typeof pluginPermissionsSchema>;
/** See {@link pluginModelSchema}. @since 0.1.0 */
export type PluginModel = z.infer<typeof pluginModelSchema>;
/** See {@link pluginDataSchema}. @since 0.1.0 */
export type PluginData = z.infer<typeof pluginDataSchema>;
/** See {@link pluginDetailSchema}. @since 0.1.0 */
export type PluginDetail = z.infer<typeof pluginDetailSchema>;
