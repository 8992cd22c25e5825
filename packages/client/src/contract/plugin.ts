import {
  actionNodeSchema,
  actionTriggers,
  customDefinitionSchema,
  issueSchema,
  localizedTextSchema,
  tierNodeSchema,
  templateParameterSchema,
} from '@terrace/model';
import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idParamsSchema } from './page.js';

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
  isLoaded: z.boolean(),
});

const countsSchema = z.object({
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
  counts: countsSchema,
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

const named = z.object({
  id: z.string(),
  name: localizedTextSchema,
  description: localizedTextSchema.optional(),
});

/** What a plugin adds, each by the id it is known by outside the plugin. @since 0.1.0 */
export const pluginContributionsSchema = z.object({
  recordTypes: z.array(
    z.object({
      kind: z.enum(['subject', 'event']),
      id: z.string(),
      name: localizedTextSchema,
      fieldCount: z.int(),
    }),
  ),
  /** Fields added to types of other plugins. */
  fields: z.array(z.object({ type: z.string(), id: z.string(), name: localizedTextSchema })),
  dimensions: z.array(named.extend({ subjectType: z.string() })),
  nodeKinds: z.array(named),
  templates: z.array(named.extend({ subjectType: z.string() })),
  tiers: z.array(named),
  actions: z.array(named),
  reports: z.array(named),
  codeDimensions: z.array(named),
  codeActions: z.array(named),
  testCaseCount: z.int(),
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
  /** The folder on the server, of one that is read from there. */
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
    counts: countsSchema,
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

/** A kind of nodes that a plugin defines, for the palette. A node made from it carries `definition`. @since 0.1.0 */
export const nodeKindEntrySchema = z.object({
  /** `plugin.kind`. */
  id: z.string(),
  owner: z.string(),
  version: z.string(),
  name: localizedTextSchema,
  description: localizedTextSchema.optional(),
  definition: customDefinitionSchema,
});

/** A tier with its benefits and service levels, for the palette. @since 0.1.0 */
export const tierPresetSchema = z.object({
  /** `plugin.tier`. */
  id: z.string(),
  owner: z.string(),
  node: tierNodeSchema,
});

/** An action with its texts filled in, for the palette. @since 0.1.0 */
export const actionPresetSchema = z.object({
  /** `plugin.action`. */
  id: z.string(),
  owner: z.string(),
  name: localizedTextSchema,
  description: localizedTextSchema.optional(),
  on: z.array(z.enum(actionTriggers)),
  action: actionNodeSchema.shape.action,
  /** Of one that code performs: what its form is made from. */
  parameters: z.array(templateParameterSchema).optional(),
});

/** A report of a plugin, computed for one run. Values are decimals as text; null where no subject has one. @since 0.1.0 */
export const runReportSchema = z.object({
  /** `plugin.report`. */
  id: z.string(),
  name: localizedTextSchema,
  description: localizedTextSchema.optional(),
  chart: z.enum(['bar', 'pie', 'table']),
  measures: z.array(
    z.object({
      id: z.string(),
      name: localizedTextSchema,
      aggregate: z.string(),
      /** Unit of the values, as on the node they come from; `share` for shares, 0 to 1. */
      unit: z.string().nullable(),
    }),
  ),
  /** By rank; `values` by measure id. */
  tiers: z.array(
    z.object({
      tier: z.string(),
      name: localizedTextSchema,
      color: z.string().nullable(),
      values: z.record(z.string(), z.string().nullable()),
    }),
  ),
  expectations: z.array(
    z.object({
      message: localizedTextSchema,
      tier: z.string(),
      measure: z.string(),
      minimum: z.number().nullable(),
      maximum: z.number().nullable(),
      actual: z.string().nullable(),
      isMet: z.boolean(),
    }),
  ),
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
  listNodeKinds: endpoint({
    method: 'GET',
    path: '/node-kinds',
    access: 'viewer',
    tag,
    summary: 'Kinds of nodes that plugins define',
    response: z.object({ items: z.array(nodeKindEntrySchema) }),
  }),
  listTierPresets: endpoint({
    method: 'GET',
    path: '/tier-presets',
    access: 'viewer',
    tag,
    summary: 'Ready tiers for the palette',
    response: z.object({ items: z.array(tierPresetSchema) }),
  }),
  listActionPresets: endpoint({
    method: 'GET',
    path: '/action-presets',
    access: 'viewer',
    tag,
    summary: 'Ready actions for the palette',
    response: z.object({ items: z.array(actionPresetSchema) }),
  }),
  /** Those of the plugin whose template the run's model was made from; empty where there is none. */
  listRunReports: endpoint({
    method: 'GET',
    path: '/runs/:id/reports',
    access: 'viewer',
    tag,
    summary: 'Reports of a run',
    params: idParamsSchema,
    response: z.object({ items: z.array(runReportSchema) }),
  }),
};

/** See {@link pluginSchema}. @since 0.1.0 */
export type Plugin = z.infer<typeof pluginSchema>;
/** See {@link pluginDetailSchema}. @since 0.1.0 */
export type PluginDetail = z.infer<typeof pluginDetailSchema>;
/** See {@link pluginSignatureSchema}. @since 0.1.0 */
export type PluginSignature = z.infer<typeof pluginSignatureSchema>;
/** See {@link pluginPermissionsSchema}. @since 0.1.0 */
export type PluginPermissions = z.infer<typeof pluginPermissionsSchema>;
/** See {@link pluginContributionsSchema}. @since 0.1.0 */
export type PluginContributions = z.infer<typeof pluginContributionsSchema>;
/** See {@link pluginModelSchema}. @since 0.1.0 */
export type PluginModel = z.infer<typeof pluginModelSchema>;
/** See {@link pluginDataSchema}. @since 0.1.0 */
export type PluginData = z.infer<typeof pluginDataSchema>;
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
/** See {@link signingKeySchema}. @since 0.1.0 */
export type SigningKey = z.infer<typeof signingKeySchema>;
/** See {@link nodeKindEntrySchema}. @since 0.1.0 */
export type NodeKindEntry = z.infer<typeof nodeKindEntrySchema>;
/** See {@link tierPresetSchema}. @since 0.1.0 */
export type TierPreset = z.infer<typeof tierPresetSchema>;
/** See {@link actionPresetSchema}. @since 0.1.0 */
export type ActionPreset = z.infer<typeof actionPresetSchema>;
/** See {@link runReportSchema}. @since 0.1.0 */
export type RunReport = z.infer<typeof runReportSchema>;
