import { runSteps, type Run } from '@terrace/client';
import { Progress, Steps } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/useFormat';

/** How far a run is: its steps and the share done. */
export function RunProgress({ run }: { readonly run: Run | undefined }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const current = run?.step ? runSteps.indexOf(run.step) : 0;
  return (
    <div className="run-progress" role="status" aria-live="polite">
      <Steps
        size="small"
        current={current}
        responsive={false}
        items={runSteps.map((step) => {
          const ms = run?.stepMs[step];
          return {
            title: t(`run.step.${step}`),
            ...(ms === undefined
              ? {}
              : { content: t('run.seconds', { number: format.number(ms / 1000, 2) }) }),
          };
        })}
      />
      <Progress percent={Math.round((run?.progress ?? 0) * 100)} status="active" />
    </div>
  );
}

export const isRunning = (run: Run | undefined): boolean =>
  run === undefined || run.state === 'queued' || run.state === 'running';

/** Milliseconds between two looks at a run that is under way. */
export const runPollMs = 350;
