/** Which part of a list is asked for; `page` counts from 1. */
export interface PageRequest {
  readonly page: number;
  readonly pageSize: number;
}

/** A part of a list; `total` counts the whole. */
export interface Page<T> {
  readonly items: T[];
  readonly total: number;
}

/** How many items come before the page. */
export const offsetOf = ({ page, pageSize }: PageRequest): number => (page - 1) * pageSize;

/** The page as the contract answers it. */
export function pageOutput<T>({ items, total }: Page<T>, { page, pageSize }: PageRequest) {
  return { items, total, page, pageSize };
}
