import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, Progress, Skeleton } from 'antd';
import { LinkButton } from '../../components/LinkButton';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/useAct';
import { refresh, useCall } from '../../api/useCall';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useText } from '../../i18n/useText';

/** Loads the first sample that a plugin brings, with its progress, and leads to the model made with it. */
export function SampleLoader(): ReactNode {
  const plugins = useCall('listPlugins', {});
  const { t } = useTranslation();
  const found = plugins.data?.items
    .filter(({ isEnabled }) => isEnabled)
    .flatMap((plugin) => plugin.samples)[0]?.id;
  if (plugins.isPending) return <Skeleton.Button active size="large" />;
  if (plugins.isError) return <ProblemAlert error={plugins.error} />;
  if (found === undefined) return <Alert type="info" title={t('home.noSample')} />;
  return <SampleLoad id={found} />;
}

function SampleLoad({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const client = useQueryClient();
  const load = useCall(
    'getSampleLoad',
    { params: { id } },
    {
      staleTime: 0,
      pollMs: (answer) => (answer?.state === 'queued' || answer?.state === 'running' ? 500 : false),
    },
  );
  const start = useAct('loadSample', { refreshes: ['getSampleLoad'] });
  const state = load.data?.state;
  const isUnderWay = start.isPending || state === 'queued' || state === 'running';
  const wasUnderWay = useRef(false);
  useEffect(() => {
    if (isUnderWay) wasUnderWay.current = true;
    else if (wasUnderWay.current && state === 'done') {
      wasUnderWay.current = false;
      void refresh(client, [
        'listSubjectTypes',
        'listEventTypes',
        'listModels',
        'listImports',
        'listPlugins',
      ]);
    }
  }, [client, isUnderWay, state]);
  if (isUnderWay)
    return (
      <div role="status" aria-live="polite" className="wide">
        <Progress
          percent={Math.round((load.data?.progress ?? 0) * 100)}
          status="active"
          data-testid="sample-progress"
        />
        <span className="node-muted">{t('home.sampleLoading')}</span>
      </div>
    );
  if (state === 'done')
    return (
      <Flex gap={8} wrap vertical align="flex-start">
        <Alert type="success" showIcon title={t('home.sampleDone')} />
        {load.data?.modelId ? (
          <LinkButton
            to="/models/$modelId"
            params={{ modelId: load.data.modelId }}
            color="primary"
            variant="solid"
            size="large"
            data-testid="open-sample-model"
          >
            {t('home.openModel')}
          </LinkButton>
        ) : null}
      </Flex>
    );
  return (
    <Flex vertical gap={12} align="flex-start" className="wide">
      {state === 'failed' && (
        <Alert type="error" showIcon title={text(load.data?.error) || t('problem.other')} />
      )}
      <ProblemAlert error={start.error ?? load.error} />
      <Button
        type="primary"
        size="large"
        loading={load.isPending}
        data-testid="load-sample"
        onClick={() => start.mutate({ params: { id } })}
      >
        {t('home.sampleButton')}
      </Button>
    </Flex>
  );
}
