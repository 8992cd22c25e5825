import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/useCall';
import { EmptyHint } from '../../components/EmptyHint';
import { ProblemAlert } from '../../components/ProblemAlert';
import { RunReports } from '../../components/report/RunReports';

/** The reports of the run that the current tiers come from. */
export function ModelReports({ runId }: { readonly runId: string }): ReactNode {
  const { t } = useTranslation();
  const reports = useCall('listRunReports', { params: { id: runId } }, { staleTime: 60_000 });
  if (reports.isError) return <ProblemAlert error={reports.error} />;
  if (reports.data === undefined) return <Skeleton active paragraph={{ rows: 6 }} />;
  if (reports.data.items.length === 0) return <EmptyHint text={t('report.none')} />;
  return <RunReports reports={reports.data.items} />;
}
