import { issueSchema } from '@terrace/model';
import { z } from 'zod';

/** A fault over HTTP, after RFC 9457; `code` is stable, `issues` lists every fault found. @since 0.1.0 */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  code: z.string(),
  requestId: z.string().optional(),
  issues: z.array(issueSchema).optional(),
});

/** See {@link problemSchema}. @since 0.1.0 */
export type Problem = z.infer<typeof problemSchema>;
