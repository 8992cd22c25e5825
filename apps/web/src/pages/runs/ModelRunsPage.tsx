import { PlayCircleOutlined } from '@ant-design/icons';
import type { Run } from '@terrace/client';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button, Progress, Select } from 'antd';
import { LinkButton } from '../../components/LinkButton';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/useAct';
import { useCall } from '../../api/useCall';
import { useDefaultAsOf } from '../../api/useDefaultAsOf';
import { useSession } from '../../api/useSession';
import { AsOfPicker } from '../../components/AsOfPicker';
import { EmptyHint } from '../../components/EmptyHint';
import { ModelCrumb } from '../../components/ModelCrumb';
import { Page } from '../../components/Page';
import { PagedTable } from '../../components/PagedTable';
import { ProblemAlert } from '../../components/ProblemAlert';
import { isRunning } from '../../components/result/RunProgress';
import { RunState } from '../../components/RunState';
import { usePaging } from '../../components/usePaging';
import { useFormat } from '../../i18n/useFormat';

export function ModelRunsPage(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { isDesigner } = useSession();
  const { modelId } = useParams({ from: '/signedIn/models/$modelId/runs' });
  const paging = usePaging(50);
  const model = useCall('getModel', { params: { id: modelId } });
  const runs = useCall(
    'listRuns',
    { query: { modelId, ...paging.query } },
    { keepPrevious: true, pollMs: (list) => (list?.items.some(isRunning) ? 1000 : false) },
  );
  const versions = useCall('listVersions', { params: { id: modelId }, query: { pageSize: 100 } });
  const [chosenVersion, setVersion] = useState<number>();
  const version = chosenVersion ?? model.data?.publishedVersion ?? undefined;
  const defaultAsOf = useDefaultAsOf(model.data?.subjectType);
  const [chosenAsOf, setAsOf] = useState<string>();
  const asOf = chosenAsOf ?? defaultAsOf;
  const start = useAct('startRun', {
    refreshes: ['listRuns'],
    onDone: ({ id }) => void navigate({ to: '/runs/$runId', params: { runId: id } }),
  });
  return (
    <Page
      title={t('editor.runs')}
      subtitle={<ModelCrumb modelId={modelId} name={model.data?.name} />}
      actions={
        isDesigner && version !== undefined ? (
          <>
            <Select
              value={version}
              aria-label={t('versions.title')}
              popupMatchSelectWidth={false}
              options={(versions.data?.items ?? []).map(({ number }) => ({
                value: number,
                label: t('versions.version', { number }),
              }))}
              onChange={setVersion}
            />
            <AsOfPicker value={asOf} onChange={setAsOf} />
            <Button
              type="primary"
              icon={<PlayCircleOutlined />}
              loading={start.isPending}
              data-testid="start-run"
              onClick={() => start.mutate({ body: { modelId, version, asOf } })}
            >
              {t('run.start')}
            </Button>
          </>
        ) : undefined
      }
    >
      <ProblemAlert error={runs.error ?? start.error ?? model.error} />
      <PagedTable<Run>
        rowKey="id"
        size="middle"
        list={runs}
        paging={paging}
        empty={
          <EmptyHint text={t(version === undefined ? 'run.publishFirst' : 'run.none')}>
            {version === undefined && (
              <LinkButton to="/models/$modelId" params={{ modelId }}>
                {t('home.openModel')}
              </LinkButton>
            )}
          </EmptyHint>
        }
        columns={[
          {
            title: t('run.asOf'),
            render: (_, run) => (
              <Link to="/runs/$runId" params={{ runId: run.id }}>
                {format.date(run.asOf)}
              </Link>
            ),
          },
          {
            title: t('run.what'),
            render: (_, { version: number }) =>
              number === null ? t('run.draft') : t('versions.version', { number }),
          },
          {
            title: t('models.state'),
            render: (_, run) =>
              isRunning(run) ? (
                <Progress percent={Math.round(run.progress * 100)} size="small" className="table-progress" />
              ) : (
                <RunState state={run.state} />
              ),
          },
          {
            title: t('result.runCount'),
            align: 'right',
            render: (_, run) => format.number(run.subjectCount),
          },
          { title: t('result.moved'), align: 'right', render: (_, run) => format.number(run.movedCount) },
          { title: t('run.createdAt'), render: (_, run) => format.dateTime(run.createdAt) },
          { title: t('run.appliedAt'), render: (_, run) => format.dateTime(run.appliedAt) },
        ]}
      />
    </Page>
  );
}
