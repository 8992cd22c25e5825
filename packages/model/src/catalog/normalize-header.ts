/**
 * What headers of columns, and names and aliases of fields, are compared by: a header without case, width, spaces and punctuation, so
 * that `Order ID`, `order_id` and `ＯｒｄｅｒID` are the same.
 * @returns letters and digits alone; empty for a header without any, which is like no other
 * @since 0.1.0
 */
export function normalizeHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
