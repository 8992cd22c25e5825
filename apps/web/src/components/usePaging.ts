import { useCallback, useState } from 'react';

/** Which page of a list is shown. */
export interface Paging {
  /** What the server is asked for. */
  readonly query: { readonly page: number; readonly pageSize: number };
  /** Another size starts over at the first page. */
  turnTo(page: number, pageSize?: number): void;
}

/** Pages through a list, from its first page. `turnTo` stays the same function. */
export function usePaging(firstPageSize: number): Paging {
  const [query, setQuery] = useState({ page: 1, pageSize: firstPageSize });
  const turnTo = useCallback(
    (page: number, size?: number): void =>
      setQuery(({ pageSize }) =>
        size === undefined || size === pageSize ? { page, pageSize } : { page: 1, pageSize: size },
      ),
    [],
  );
  return { query, turnTo };
}
