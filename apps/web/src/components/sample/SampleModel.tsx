import { CheckCircleFilled, PlayCircleOutlined } from '@ant-design/icons';
import type { Plugin } from '@terrace/client';
import { useNavigate } from '@tanstack/react-router';
import { Button, Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/useAct';
import { useCall } from '../../api/useCall';
import { useDefaultAsOf } from '../../api/useDefaultAsOf';
import { LinkButton } from '../LinkButton';
import { ProblemAlert } from '../ProblemAlert';

interface SampleModelProps {
  readonly sample: Plugin['samples'][number];
  /** The model made with the sample; nothing once that was deleted. */
  readonly modelId: string | null;
}

/** What to do with a sample that is loaded: compute its tiers at once, or look at its model first. */
export function SampleModel({ sample, modelId }: SampleModelProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const model = useCall('getModel', { params: { id: modelId ?? '' } }, { enabled: modelId !== null });
  const asOf = useDefaultAsOf(sample.subjectType);
  const run = useAct('startRun', {
    refreshes: ['listRuns'],
    onDone: ({ id }) => void navigate({ to: '/runs/$runId', params: { runId: id } }),
  });
  const version = model.data?.publishedVersion ?? null;
  return (
    <Flex vertical gap={8} align="flex-start" className="wide">
      <span role="status">
        <CheckCircleFilled className="is-done" aria-hidden /> {t('home.sampleDone')}
      </span>
      <ProblemAlert error={run.error} />
      <Flex gap={8} wrap>
        {modelId === null || model.isError ? (
          <LinkButton to="/models/new" search={{}}>
            {t('home.seeTemplates')}
          </LinkButton>
        ) : (
          <>
            <Button
              type="primary"
              icon={<PlayCircleOutlined />}
              disabled={model.data === undefined}
              loading={run.isPending}
              data-testid={`run-sample-${sample.id}`}
              onClick={() =>
                run.mutate({
                  body: { modelId, asOf, ...(version === null ? { draft: true } : { version }) },
                })
              }
            >
              {t('home.seeTiers')}
            </Button>
            <LinkButton
              to="/models/$modelId"
              params={{ modelId }}
              data-testid={`open-sample-model-${sample.id}`}
            >
              {t('home.openModel')}
            </LinkButton>
          </>
        )}
      </Flex>
    </Flex>
  );
}
