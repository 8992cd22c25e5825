import { z } from 'zod';

/** A JSON Logic rule as plain JSON; `parse` of `@terrace/expression` says whether it is one. @since 0.1.0 */
export type JsonLogic =
  null | boolean | number | string | readonly JsonLogic[] | { readonly [operator: string]: JsonLogic };

/** Accepts any JSON; its meaning is checked with the document, so that every fault is found at once. @since 0.1.0 */
export const jsonLogicSchema: z.ZodType<JsonLogic> = z.json() as z.ZodType<JsonLogic>;
