import { Table, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import type { Paging } from './usePaging';

interface PagedTableProps<T> extends Omit<TableProps<T>, 'dataSource' | 'loading' | 'locale' | 'pagination'> {
  /** The page that was asked for, or that it is still on its way. */
  readonly list: {
    readonly data: { readonly items: readonly T[]; readonly total: number } | undefined;
    readonly isPending: boolean;
  };
  readonly paging: Paging;
  /** Said once it is known that there is nothing. */
  readonly empty: ReactNode;
  /** The sizes a page can have, smallest first; one size alone is not offered. */
  readonly pageSizes?: readonly number[];
  readonly hideOnSinglePage?: boolean;
}

/** A table of a list that the server hands out in pages. */
export function PagedTable<T extends object>(props: PagedTableProps<T>): ReactNode {
  const { list, paging, empty, pageSizes, hideOnSinglePage = true, ...table } = props;
  const { page, pageSize } = paging.query;
  const total = list.data?.total ?? 0;
  return (
    <Table<T>
      scroll={{ x: 'max-content' }}
      {...table}
      loading={list.isPending}
      dataSource={list.data?.items ?? []}
      locale={{ emptyText: list.isPending ? ' ' : empty }}
      pagination={{
        current: page,
        pageSize,
        total,
        showSizeChanger: pageSizes !== undefined,
        ...(pageSizes === undefined ? {} : { pageSizeOptions: [...pageSizes] }),
        hideOnSinglePage: hideOnSinglePage && total <= (pageSizes?.[0] ?? pageSize),
        onChange: paging.turnTo,
      }}
    />
  );
}
