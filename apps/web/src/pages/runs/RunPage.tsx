import { CheckOutlined, DeleteOutlined, DownloadOutlined } from '@ant-design/icons';
import { urlOf, type Run } from '@terrace/client';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Alert, App, Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/useAct';
import { useCall } from '../../api/useCall';
import { useSession } from '../../api/useSession';
import { ModelCrumb } from '../../components/ModelCrumb';
import { Page } from '../../components/Page';
import { PageSkeleton } from '../../components/PageSkeleton';
import { Hint } from '../../components/Hint';
import { ProblemAlert } from '../../components/ProblemAlert';
import { isRunning, runPollMs } from '../../components/result/RunProgress';
import { RunResult } from '../../components/result/RunResult';
import { RunState } from '../../components/RunState';
import { useFormat } from '../../i18n/useFormat';
import { useLanguage } from '../../store/preferences';

export function RunPage(): ReactNode {
  const { t } = useTranslation();
  const { runId } = useParams({ from: '/signedIn/runs/$runId' });
  const run = useCall(
    'getRun',
    { params: { id: runId } },
    { staleTime: 0, pollMs: (each) => (isRunning(each) ? runPollMs : false) },
  );
  const modelId = run.data?.modelId ?? undefined;
  const model = useCall('getModel', { params: { id: modelId ?? '' } }, { enabled: modelId !== undefined });
  if (run.isError && run.data === undefined)
    return (
      <Page title={t('run.title')}>
        <ProblemAlert error={run.error} />
      </Page>
    );
  if (run.data === undefined) return <PageSkeleton />;
  const { version } = run.data;
  return (
    <Page
      title={
        <>
          {version === null ? t('run.draftTitle') : t('run.versionTitle', { number: version })}{' '}
          <span data-testid="run-state">
            <RunState state={run.data.state} />
          </span>
        </>
      }
      subtitle={modelId === undefined ? undefined : <ModelCrumb modelId={modelId} name={model.data?.name} />}
      actions={<RunActions run={run.data} />}
    >
      {run.data.state === 'applied' && modelId !== undefined && (
        <Alert
          className="page-note"
          type="success"
          showIcon
          title={t('run.appliedNote')}
          action={
            <Link to="/models/$modelId/results" params={{ modelId }} search={{}}>
              {t('home.seeResults')}
            </Link>
          }
        />
      )}
      <RunResult run={run.data} />
    </Page>
  );
}

function RunActions({ run }: { readonly run: Run }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const navigate = useNavigate();
  const { message, modal } = App.useApp();
  const { isDesigner } = useSession();
  const fail = (error: unknown): void => {
    modal.error({ title: t('run.notApplied'), content: <ProblemAlert error={error} />, width: 560 });
  };
  const params = { id: run.id };
  const apply = useAct('applyRun', {
    refreshes: [
      'getRun',
      'listRuns',
      'getRunMatrix',
      'getRunTiers',
      'listRunSubjects',
      'getCurrentTiers',
      'listAssignments',
      'listTransitions',
      'listSubjectTransitions',
      'getSubject',
      'explainSubject',
      'listTasks',
      'getModel',
      'listModels',
    ],
    onDone: () => void message.success(t('run.applied')),
  });
  const drop = useAct('dropRun', {
    refreshes: ['listRuns'],
    onDone: () =>
      void (run.modelId === null
        ? navigate({ to: '/models' })
        : navigate({ to: '/models/$modelId/runs', params: { modelId: run.modelId } })),
  });
  const isReady = run.state === 'computed' || run.state === 'applied';
  const reason = run.applicable === 'yes' ? undefined : t(`run.reason.${run.applicable}`);
  return (
    <>
      {isReady && (
        <Button
          icon={<DownloadOutlined />}
          href={urlOf('downloadRun', params, { language })}
          download
          data-testid="download-run"
        >
          {t('run.download')}
        </Button>
      )}
      {isDesigner && run.state !== 'applied' && run.state !== 'dropped' && (
        <Popconfirm
          title={t('run.dropConfirm')}
          okText={t('run.drop')}
          okButtonProps={{ danger: true }}
          onConfirm={() => drop.mutateAsync({ params }).catch(fail)}
        >
          <Button icon={<DeleteOutlined />} loading={drop.isPending} data-testid="drop-run">
            {t('run.drop')}
          </Button>
        </Popconfirm>
      )}
      {isDesigner && run.state !== 'dropped' && run.state !== 'applied' && (
        <Hint title={reason}>
          <span tabIndex={reason === undefined ? undefined : 0}>
            <Popconfirm
              title={t('run.applyConfirm', { number: format.number(run.movedCount) })}
              description={t('run.applyText')}
              okText={t('run.apply')}
              okButtonProps={{ 'data-testid': 'apply-confirm' }}
              disabled={reason !== undefined}
              onConfirm={() => apply.mutateAsync({ params }).catch(fail)}
            >
              <Button
                type="primary"
                icon={<CheckOutlined />}
                disabled={reason !== undefined}
                loading={apply.isPending}
                data-testid="apply"
              >
                {t('run.apply')}
              </Button>
            </Popconfirm>
          </span>
        </Hint>
      )}
    </>
  );
}
