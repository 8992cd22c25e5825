import type { RunReport } from '@terrace/client';
import { Table } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../i18n/useText';
import { TierTag } from '../TierTag';
import { useMeasureWords } from './useMeasureWords';

/** The figures of a report as a table. */
export function ReportTable({ report }: { readonly report: RunReport }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const say = useMeasureWords();
  return (
    <Table<RunReport['tiers'][number]>
      size="small"
      pagination={false}
      rowKey="tier"
      dataSource={report.tiers}
      scroll={{ x: 'max-content' }}
      columns={[
        {
          title: t('result.tier'),
          render: (_, { name, color }) => (
            <TierTag name={text(name)} {...(color === null ? {} : { color })} />
          ),
        },
        ...report.measures.map((measure) => ({
          key: measure.id,
          title: text(measure.name),
          align: 'right' as const,
          render: (_: unknown, { values }: RunReport['tiers'][number]) =>
            say(values[measure.id], measure.unit),
        })),
      ]}
    />
  );
}
