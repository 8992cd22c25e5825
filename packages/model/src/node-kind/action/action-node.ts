import { z } from 'zod';
import { codeIdSchema, codeReference } from '../../document/code-reference.js';
import { identifierSchema } from '../../document/identifier.js';
import { localizedTextSchema } from '../../document/localized-text.js';
import { nodeBase } from '../../document/node-base.js';

/**
 * Which change of a subject sets an action of a tier off: `enter` - it comes into the tier from anywhere; `leave` - it
 * goes out of it to anywhere; `upgrade`, `downgrade` - it comes into the tier from a lower or higher one.
 * @since 0.1.0
 */
export const actionTriggers = ['enter', 'leave', 'upgrade', 'downgrade'] as const;

/** What is done when a subject enters, leaves, is upgraded or downgraded into a tier. @since 0.1.0 */
export const actionNodeSchema = z.strictObject({
  ...nodeBase,
  kind: z.literal('action'),
  tier: identifierSchema,
  on: z.array(z.enum(actionTriggers)).min(1),
  action: z.discriminatedUnion('type', [
    /** A task for `owner` (a user's name or a team's), due `dueDays` days after the transition. */
    z.strictObject({
      type: z.literal('task'),
      title: localizedTextSchema,
      owner: z.string().min(1).max(100),
      dueDays: z.int().min(0).max(3650).optional(),
    }),
    /** A signed call of the webhook with this id (workspace settings hold its address and secret). */
    z.strictObject({ type: z.literal('webhook'), webhook: z.string().min(1).max(100) }),
    /** What the code of a plugin does. `action` is `<plugin>.<id>`, `version` the plugin's. */
    z.strictObject({ type: z.literal('code'), action: codeIdSchema, ...codeReference }),
  ]),
});

/** See {@link actionNodeSchema}. @since 0.1.0 */
export type ActionNode = z.infer<typeof actionNodeSchema>;
