import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/useCall';
import { EmptyHint } from '../../components/EmptyHint';
import { ProblemAlert } from '../../components/ProblemAlert';
import { RunReports } from '../../components/report/RunReports';

/** The reports of the run that the current tiers come from. */
export function ModelReports({ modelId }: { readonly modelId: string }): ReactNode {
  const { t } = useTranslation();
  const runs = useCall('listRuns', { query: { modelId, pageSize: 100 } });
  const applied = runs.data?.items
    .filter(({ state }) => state === 'applied')
    .toSorted((a, b) => (b.appliedAt ?? '').localeCompare(a.appliedAt ?? ''))[0];
  const reports = useCall(
    'listRunReports',
    { params: { id: applied?.id ?? '' } },
    { enabled: applied !== undefined, staleTime: 60_000 },
  );
  if (runs.isError || reports.isError) return <ProblemAlert error={runs.error ?? reports.error} />;
  if (runs.data === undefined || (applied !== undefined && reports.data === undefined))
    return <Skeleton active paragraph={{ rows: 6 }} />;
  if (reports.data === undefined || reports.data.items.length === 0)
    return <EmptyHint text={t('report.none')} />;
  return <RunReports reports={reports.data.items} />;
}
