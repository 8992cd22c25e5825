import type { Plugin, SampleLoad as Load } from '@terrace/client';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, Progress } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/useAct';
import { refresh, useCall } from '../../api/useCall';
import { ProblemAlert } from '../ProblemAlert';
import { useText } from '../../i18n/useText';
import { SampleModel } from './SampleModel';

const isPending = ({ state }: Pick<Load, 'state'>): boolean => state === 'queued' || state === 'running';

/** Loads a sample with its progress, and leads to the model made with it. */
export function SampleLoad({ sample }: { readonly sample: Plugin['samples'][number] }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const client = useQueryClient();
  const { id } = sample;
  // The list of plugins says how far it is; only while it is on its way, it is asked after.
  const [isStarted, setStarted] = useState(false);
  const isFollowed = isStarted || isPending(sample.load);
  const followed = useCall(
    'getSampleLoad',
    { params: { id } },
    {
      enabled: isFollowed,
      staleTime: 0,
      pollMs: (load) => (load !== undefined && isPending(load) ? 500 : false),
    },
  );
  const start = useAct('loadSample', {
    refreshes: ['getSampleLoad', 'listPlugins', 'getPlugin'],
    onDone: () => setStarted(true),
  });
  const { state, progress, error, modelId } = (isFollowed ? followed.data : undefined) ?? sample.load;
  const isLost = followed.isError && followed.data === undefined;
  const isUnderWay =
    start.isPending || (!isLost && ((isFollowed && followed.isPending) || isPending({ state })));
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
          percent={Math.round(progress * 100)}
          status="active"
          data-testid="sample-progress"
          aria-label={t('home.sampleProgress', { name: text(sample.name) })}
        />
        <span className="node-muted">{t('home.sampleLoading')}</span>
      </div>
    );
  if (state === 'done') return <SampleModel sample={sample} modelId={modelId} />;
  return (
    <Flex vertical gap={12} align="flex-start" className="wide">
      {state === 'failed' && <Alert type="error" showIcon title={text(error) || t('problem.other')} />}
      <ProblemAlert error={start.error ?? followed.error} />
      <Button
        type="primary"
        data-testid={`load-sample-${id}`}
        onClick={() => start.mutate({ params: { id } })}
      >
        {t('home.sampleButton')}
        <span className="visually-hidden">{text(sample.name)}</span>
      </Button>
    </Flex>
  );
}
