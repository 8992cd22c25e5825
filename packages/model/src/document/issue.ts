import { z } from 'zod';
import { localizedTextSchema } from './localized-text.js';

/**
 * A fault somebody made and can mend: a bad rule, a bad row, a bad request. `code` is stable; `path` leads into the
 * document or request, for example `['nodes', 3, 'cuts', 'values', 1]`; `message` says what is wrong, what was expected and
 * the likely fix.
 * @since 0.1.0
 */
export const issueSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  path: z.array(z.union([z.string(), z.number()])),
  message: localizedTextSchema,
  /** The node concerned, where the fault lies in a model document. */
  nodeId: z.string().optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});

/** See {@link issueSchema}. @since 0.1.0 */
export type Issue = z.infer<typeof issueSchema>;
