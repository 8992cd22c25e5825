import { z } from 'zod';

/** How lists are paged: `page` counts from 1. @since 0.1.0 */
export const pageQuerySchema = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(500).default(50),
});

/** A page of a list; `total` counts all pages' items. @since 0.1.0 */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), total: z.int(), page: z.int(), pageSize: z.int() });
}

/** A list item's id in a path. @since 0.1.0 */
export const idParamsSchema = z.object({ id: z.string().min(1).max(100) });
