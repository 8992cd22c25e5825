import { actionTriggers, identifierSchema, localizedTextSchema } from '@terrace/model';
import { z } from 'zod';

/** A task with its texts filled in, ready for the editor's palette; whoever places it chooses the tier. @since 0.1.0 */
export const actionPresetSchema = z.strictObject({
  id: identifierSchema,
  name: localizedTextSchema,
  description: localizedTextSchema.optional(),
  on: z.array(z.enum(actionTriggers)).min(1),
  action: z.strictObject({
    type: z.literal('task'),
    title: localizedTextSchema,
    owner: z.string().min(1).max(100),
    dueDays: z.int().min(0).max(3650).optional(),
  }),
});

/** See {@link actionPresetSchema}. @since 0.1.0 */
export type ActionPreset = z.infer<typeof actionPresetSchema>;
