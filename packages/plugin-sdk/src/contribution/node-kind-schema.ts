import { customDefinitionSchema, identifierSchema, localizedTextSchema } from '@terrace/model';
import { z } from 'zod';

/**
 * A kind of nodes defined by lowering: what it reads, what an admin fills in, and the JSON Logic it stands for. Nodes made from it
 * carry the definition (`custom` nodes), so that models mean the same with and without the plugin.
 * @since 0.1.0
 */
export const nodeKindContributionSchema = customDefinitionSchema.extend({
  id: identifierSchema,
  name: localizedTextSchema,
  description: localizedTextSchema.optional(),
});

/** See {@link nodeKindContributionSchema}. @since 0.1.0 */
export type NodeKindContribution = z.infer<typeof nodeKindContributionSchema>;
