import { identifierSchema } from '@terrace/model';
import { z } from 'zod';
import { templateIdSchema } from '../template-id.js';

const scalar = z.union([z.number(), z.string().max(2000), z.boolean(), z.null()]);
const values = z.record(identifierSchema, scalar);

/** One subject and what the template must say of it. @since 0.1.0 */
export const testCaseSchema = z.strictObject({
  /** What it shows, for people. */
  note: z.string().max(500).optional(),
  /** Values of dimensions, laid over `base`; null and absent are missing. */
  values: values.default({}),
  /** What is known of the present tier, for models with a lifecycle. */
  previous: z
    .strictObject({
      tier: identifierSchema.nullable().optional(),
      days: z.number().nullable().optional(),
      failingDays: z.number().nullable().optional(),
      validDays: z.number().nullable().optional(),
    })
    .optional(),
  tier: identifierSchema,
  /** Values that nodes must have. */
  expect: values.optional(),
});

/** A file of test cases of one template. @since 0.1.0 */
export const testCaseFileSchema = z.strictObject({
  $schema: z.string().optional(),
  template: templateIdSchema,
  parameters: z.record(identifierSchema, z.union([z.number(), z.string()])).default({}),
  base: values.default({}),
  cases: z.array(testCaseSchema).min(1).max(2000),
});

/** See {@link testCaseSchema}. @since 0.1.0 */
export type TestCase = z.infer<typeof testCaseSchema>;
/** See {@link testCaseFileSchema}. @since 0.1.0 */
export type TestCaseFile = z.infer<typeof testCaseFileSchema>;
