import type { Plugin } from '@terrace/client';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, Progress } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/useAct';
import { refresh, useCall } from '../../api/useCall';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useText } from '../../i18n/useText';
import { SampleModel } from './SampleModel';

/** Loads a sample with its progress, and leads to the model made with it. */
export function SampleLoad({ sample }: { readonly sample: Plugin['samples'][number] }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const client = useQueryClient();
  const { id } = sample;
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
        'getPlugin',
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
          aria-label={t('home.sampleProgress', { name: text(sample.name) })}
        />
        <span className="node-muted">{t('home.sampleLoading')}</span>
      </div>
    );
  if (state === 'done') return <SampleModel sample={sample} modelId={load.data?.modelId ?? null} />;
  return (
    <Flex vertical gap={12} align="flex-start" className="wide">
      {state === 'failed' && (
        <Alert type="error" showIcon title={text(load.data?.error) || t('problem.other')} />
      )}
      <ProblemAlert error={start.error ?? load.error} />
      <Button
        type="primary"
        disabled={load.isPending}
        data-testid={`load-sample-${id}`}
        onClick={() => start.mutate({ params: { id } })}
      >
        {t('home.sampleButton')}
        <span className="visually-hidden">{text(sample.name)}</span>
      </Button>
    </Flex>
  );
}
