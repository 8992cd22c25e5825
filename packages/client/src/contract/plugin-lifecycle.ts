import { issueSchema, localizedTextSchema } from '@terrace/model';
import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idParamsSchema } from './page.js';
import {
  pluginSignatureSchema,
  pluginCountsSchema,
  pluginSchema,
  pluginPermissionsSchema,
  pluginModelSchema,
  pluginDataSchema,
} from './plugin.js';

const tag = 'Plugins';

/**
 * Where a version comes from: a packed file sent before, a folder of the server by its absolute path, a package of the
 * registry by its name.
 * @since 0.1.0
 */
export const pluginSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('upload'), package: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.strictObject({ kind: z.literal('folder'), path: z.string().min(1).max(1000) }),
  z.strictObject({
    kind: z.literal('registry'),
    name: z.string().min(1).max(214),
    version: z.string().min(1).max(100).optional(),
  }),
]);

/** A version that was looked into; nothing is installed. @since 0.1.0 */
export const pluginCandidateSchema = z.object({
  manifest: z.object({
    id: z.string(),
    version: z.string(),
    host: z.string(),
    name: localizedTextSchema,
    description: localizedTextSchema.optional(),
    license: z.string(),
    author: z.object({ name: z.string(), url: z.string().optional() }).nullable(),
    hasCode: z.boolean(),
    permissions: pluginPermissionsSchema.nullable(),
    counts: pluginCountsSchema,
  }),
  signature: pluginSignatureSchema,
  /** What keeps it from being installed as it is; empty when nothing does. */
  issues: z.array(issueSchema),
  /** The version installed now; null when there is none, so that it is installed and not upgraded to. */
  installedVersion: z.string().nullable(),
});

/** A packed file that was sent and looked into; nothing is installed. @since 0.1.0 */
export const stagedPackageSchema = pluginCandidateSchema.extend({
  /** SHA-256 of the file, in hexadecimal: its name from now on. */
  package: z.string(),
  /** When it is forgotten unless it is installed. */
  expiresAt: z.string(),
});

/** A model and what disabling or removing a plugin does to it. @since 0.1.0 */
export const affectedModelSchema = z.object({
  id: z.string(),
  name: localizedTextSchema,
  /** `stops`: it uses code of the plugin and cannot run; `continues`: nothing of it needs the plugin. */
  effect: z.enum(['stops', 'continues']),
  /** What it uses, by id: `plugin.dimension`, `plugin.action`. */
  uses: z.array(z.string()),
});

/** A case that gave another tier or value than it says. @since 0.1.0 */
export const failedCaseSchema = z.object({
  /** The template's id inside the plugin. */
  template: z.string(),
  /** Its number in its file, counted from 1; 0 when the template is no sound model, so that no case could be tried. */
  case: z.int(),
  note: z.string().nullable(),
  message: localizedTextSchema,
});

/** @since 0.1.0 */
export const caseResultSchema = z.object({ passed: z.int(), failed: z.array(failedCaseSchema) });

/** What an upgrade would do; nothing is changed. @since 0.1.0 */
export const upgradePreviewSchema = z.object({
  from: z.string(),
  to: z.string(),
  signature: pluginSignatureSchema,
  /** Record types that change, in words. What a newer version no longer has is kept with its records. */
  types: z.array(
    z.object({
      kind: z.enum(['subject', 'event']),
      id: z.string(),
      name: localizedTextSchema,
      change: z.enum(['added', 'changed', 'kept']),
      changes: z.array(localizedTextSchema),
    }),
  ),
  templates: z.array(
    z.object({
      id: z.string(),
      name: localizedTextSchema,
      change: z.enum(['added', 'changed', 'removed']),
      changes: z.array(localizedTextSchema),
    }),
  ),
  /** Permissions that the code has not had so far. */
  newPermissions: z.array(localizedTextSchema),
  /**
   * Models made from its templates. They stay as they are; `changes` is what is different in the new template, `testCases`
   * how the model does in the cases of the new version.
   */
  models: z.array(
    pluginModelSchema.extend({
      changes: z.array(localizedTextSchema),
      testCases: caseResultSchema,
      issues: z.array(issueSchema),
    }),
  ),
  /** The new version's own cases, against its own templates. */
  testCases: caseResultSchema,
  canUpgrade: z.boolean(),
  /** Everything that stands against it; empty when it can be done. */
  issues: z.array(issueSchema),
});

/** What removing would do; nothing is changed. @since 0.1.0 */
export const removalPreviewSchema = z.object({
  /** The records its types hold: kept, or deleted with `purge`. */
  data: z.array(pluginDataSchema),
  /** The fields it added to types of others: kept, or deleted with their values with `purge`. */
  fields: z.array(z.object({ type: z.string(), id: z.string(), name: localizedTextSchema })),
  /** What removing does to models when the data are kept. */
  models: z.array(affectedModelSchema),
  /** Models that `purge` deletes, with how many current tiers, changes of tiers and tasks go with them. */
  purgedModels: z.array(
    z.object({
      id: z.string(),
      name: localizedTextSchema,
      assignments: z.int(),
      transitions: z.int(),
      tasks: z.int(),
      runs: z.int(),
    }),
  ),
  /** What stands against `purge`, for example a plugin that adds fields to these types; empty when nothing does. */
  purgeIssues: z.array(issueSchema),
});

export const pluginLifecycleEndpoints = {
  /** The request body is the packed file. Stored for an hour, under its SHA-256; sending it again gives the same answer. */
  uploadPluginPackage: endpoint({
    method: 'POST',
    path: '/plugins/packages',
    access: 'administrator',
    tag,
    summary: 'Send a packed plugin and look into it; installs nothing',
    status: 201,
    requestStream: 'application/gzip',
    response: stagedPackageSchema,
  }),
  /** A package of the registry is fetched for it. */
  inspectPlugin: endpoint({
    method: 'POST',
    path: '/plugins/inspect',
    access: 'administrator',
    tag,
    summary: 'Look into a version; installs nothing',
    body: z.object({ source: pluginSourceSchema }),
    response: pluginCandidateSchema,
  }),
  /** Installs and enables. Refused with 409 `PLUGIN_INSTALLED` when a version of it is installed. */
  installPlugin: endpoint({
    method: 'POST',
    path: '/plugins/install',
    access: 'administrator',
    tag,
    summary: 'Install a plugin and enable it',
    status: 201,
    body: z.object({ source: pluginSourceSchema }),
    response: pluginSchema,
  }),
  /** Also takes a plugin out of quarantine, and installs an `available` one. */
  enablePlugin: endpoint({
    method: 'POST',
    path: '/plugins/:id/enable',
    access: 'administrator',
    tag,
    summary: 'Enable a plugin',
    params: idParamsSchema,
    response: pluginSchema,
  }),
  previewDisabling: endpoint({
    method: 'GET',
    path: '/plugins/:id/disable/preview',
    access: 'administrator',
    tag,
    summary: 'What disabling a plugin does to models',
    params: idParamsSchema,
    response: z.object({ models: z.array(affectedModelSchema) }),
  }),
  disablePlugin: endpoint({
    method: 'POST',
    path: '/plugins/:id/disable',
    access: 'administrator',
    tag,
    summary: 'Disable a plugin; its records and models stay',
    params: idParamsSchema,
    response: z.object({ plugin: pluginSchema, models: z.array(affectedModelSchema) }),
  }),
  previewUpgrade: endpoint({
    method: 'POST',
    path: '/plugins/:id/upgrade/preview',
    access: 'administrator',
    tag,
    summary: 'What an upgrade would do; changes nothing',
    params: idParamsSchema,
    body: z.object({ source: pluginSourceSchema }),
    response: upgradePreviewSchema,
  }),
  /** Happens as a whole or not at all; an older version is refused. */
  upgradePlugin: endpoint({
    method: 'POST',
    path: '/plugins/:id/upgrade',
    access: 'administrator',
    tag,
    summary: 'Upgrade a plugin',
    params: idParamsSchema,
    body: z.object({ source: pluginSourceSchema }),
    response: pluginSchema,
  }),
  /** For a plugin that is read from a folder, while it is written. */
  reloadPlugin: endpoint({
    method: 'POST',
    path: '/plugins/:id/reload',
    access: 'administrator',
    tag,
    summary: 'Read the folder of a plugin anew',
    params: idParamsSchema,
    response: pluginSchema,
  }),
  previewRemoval: endpoint({
    method: 'GET',
    path: '/plugins/:id/removal',
    access: 'administrator',
    tag,
    summary: 'What removing a plugin would do; changes nothing',
    params: idParamsSchema,
    response: removalPreviewSchema,
  }),
  /** `purge` deletes its record types with their records and every model over them, and needs `confirm`: the plugin's id. */
  removePlugin: endpoint({
    method: 'DELETE',
    path: '/plugins/:id',
    access: 'administrator',
    tag,
    summary: 'Remove a plugin; keeps its records unless told to purge them',
    params: idParamsSchema,
    query: z.object({
      data: z.enum(['keep', 'purge']).default('keep'),
      confirm: z.string().max(100).optional(),
    }),
  }),
  exportPluginData: endpoint({
    method: 'GET',
    path: '/plugins/:id/data',
    access: 'administrator',
    tag,
    summary: "The records of a plugin's types: a .tar.gz of one CSV file per type",
    params: idParamsSchema,
    responseStream: 'application/gzip',
  }),
};

/** See {@link pluginSourceSchema}. @since 0.1.0 */
export type PluginSource = z.infer<typeof pluginSourceSchema>;
/** See {@link pluginCandidateSchema}. @since 0.1.0 */
export type PluginCandidate = z.infer<typeof pluginCandidateSchema>;
/** See {@link stagedPackageSchema}. @since 0.1.0 */
export type StagedPackage = z.infer<typeof stagedPackageSchema>;
/** See {@link affectedModelSchema}. @since 0.1.0 */
export type AffectedModel = z.infer<typeof affectedModelSchema>;
/** See {@link failedCaseSchema}. @since 0.1.0 */
export type FailedCase = z.infer<typeof failedCaseSchema>;
/** See {@link upgradePreviewSchema}. @since 0.1.0 */
export type UpgradePreview = z.infer<typeof upgradePreviewSchema>;
/** See {@link removalPreviewSchema}. @since 0.1.0 */
export type RemovalPreview = z.infer<typeof removalPreviewSchema>;
