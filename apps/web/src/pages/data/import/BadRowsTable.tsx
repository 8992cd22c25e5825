import type { BadRow } from '@terrace/client';
import { Table, type TablePaginationConfig } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';

interface BadRowsTableProps {
  readonly rows: readonly BadRow[];
  readonly isLoading?: boolean;
  readonly pagination?: TablePaginationConfig;
}

/** Rows set aside: where, what and why. */
export function BadRowsTable({ rows, isLoading = false, pagination }: BadRowsTableProps): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  return (
    <Table<BadRow & { readonly index: number }>
      size="small"
      rowKey="index"
      loading={isLoading}
      data-testid="bad-rows"
      dataSource={rows.map((row, index) => ({ ...row, index }))}
      scroll={{ x: 'max-content' }}
      pagination={pagination ?? { pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        { title: t('import.line'), width: 96, align: 'right', render: (_, { line }) => format.number(line) },
        { title: t('import.column'), render: (_, { column }) => column ?? '–' },
        {
          title: t('import.badValue'),
          render: (_, { value }) => <code className="bad-value">{value ?? '–'}</code>,
        },
        { title: t('import.reason'), render: (_, { reason }) => text(reason) },
      ]}
    />
  );
}
