import {
  actionNodeSchema,
  actionTriggers,
  customDefinitionSchema,
  localizedTextSchema,
  templateParameterSchema,
  tierNodeSchema,
} from '@terrace/model';
import { z } from 'zod';
import { endpoint } from './endpoint.js';

const tag = 'Plugins';

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

export const contributionEndpoints = {
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
};

/** See {@link pluginContributionsSchema}. @since 0.1.0 */
export type PluginContributions = z.infer<typeof pluginContributionsSchema>;
/** See {@link nodeKindEntrySchema}. @since 0.1.0 */
export type NodeKindEntry = z.infer<typeof nodeKindEntrySchema>;
/** See {@link tierPresetSchema}. @since 0.1.0 */
export type TierPreset = z.infer<typeof tierPresetSchema>;
/** See {@link actionPresetSchema}. @since 0.1.0 */
export type ActionPreset = z.infer<typeof actionPresetSchema>;
