import type { TierResult } from '@terrace/client';
import { Table } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/useFormat';
import { TierTag } from '../TierTag';
import type { Tiers } from './tier-info';

interface TierTableProps {
  readonly items: readonly TierResult[];
  readonly tiers: Tiers;
  readonly total: number;
}

/** Count, share and amount per tier. */
export function TierTable({ items, tiers, total }: TierTableProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const hasAmount = items.some(({ amount }) => amount !== null);
  const sorted = items.toSorted((a, b) => tiers.of(a.tier).rank - tiers.of(b.tier).rank);
  return (
    <Table<TierResult>
      size="small"
      pagination={false}
      rowKey="tier"
      dataSource={sorted}
      scroll={{ x: 'max-content' }}
      columns={[
        {
          title: t('result.tier'),
          render: (_, { tier }) => <TierTag name={tiers.of(tier).name} color={tiers.of(tier).color} />,
        },
        {
          title: t('result.count', { subjects: tiers.subjects }),
          align: 'right',
          render: (_, { tier, count }) => <span data-testid={`count-${tier}`}>{format.number(count)}</span>,
        },
        { title: t('result.share'), align: 'right', render: (_, { share }) => format.percent(share) },
        ...(hasAmount
          ? [
              {
                title: t('result.amount'),
                align: 'right' as const,
                render: (_: unknown, { amount }: TierResult) => format.money(amount),
              },
            ]
          : []),
      ]}
      summary={() => (
        <Table.Summary.Row>
          <Table.Summary.Cell index={0}>{t('result.total')}</Table.Summary.Cell>
          <Table.Summary.Cell index={1} align="right">
            {format.number(total)}
          </Table.Summary.Cell>
          <Table.Summary.Cell index={2} colSpan={hasAmount ? 2 : 1} />
        </Table.Summary.Row>
      )}
    />
  );
}
