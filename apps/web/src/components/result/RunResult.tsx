import type { Run } from '@terrace/client';
import { Alert, Card, Col, Row, Skeleton, Statistic } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/useCall';
import { useFormat } from '../../i18n/useFormat';
import { useText } from '../../i18n/useText';
import { ProblemAlert } from '../ProblemAlert';
import { RunReports } from '../report/RunReports';
import { MigrationMatrix, type MatrixPlace } from './MigrationMatrix';
import { isRunning, RunProgress } from './RunProgress';
import { RunSubjectsTable } from './RunSubjectsTable';
import { TierComparison } from './TierComparison';
import { TierTable } from './TierTable';
import { useTiers } from './tier-info';

interface RunResultProps {
  readonly run: Run | undefined;
}

/** A run while it computes, why it failed, or its result. */
export function RunResult({ run }: RunResultProps): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const [place, setPlace] = useState<MatrixPlace>();
  const isReady = run?.state === 'computed' || run?.state === 'applied';
  const id = run?.id ?? '';
  const options = { enabled: isReady, staleTime: 60_000 };
  const tierResult = useCall('getRunTiers', { params: { id } }, options);
  const matrix = useCall('getRunMatrix', { params: { id } }, options);
  const document = useCall('getRunDocument', { params: { id } }, options);
  const reports = useCall('listRunReports', { params: { id } }, options);
  const tiers = useTiers(document.data);
  if (run?.state === 'failed')
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        title={t('run.failed')}
        description={run.error === null ? undefined : text(run.error.message)}
      />
    );
  if (run?.state === 'dropped') return <Alert type="info" showIcon title={t('run.dropped')} />;
  if (isRunning(run)) return <RunProgress run={run} />;
  const problem = tierResult.error ?? matrix.error ?? document.error;
  if (problem !== null) return <ProblemAlert error={problem} />;
  if (
    tierResult.data === undefined ||
    matrix.data === undefined ||
    document.data === undefined ||
    run === undefined
  )
    return <Skeleton active paragraph={{ rows: 10 }} />;
  const { cells } = matrix.data;
  const isFirst = cells.every(({ from }) => from === null);
  const matrixCard = (
    <Col xs={24}>
      <Card
        size="small"
        title={t('matrix.title')}
        extra={<span className="node-muted">{t('matrix.hint')}</span>}
      >
        {isFirst && <Alert className="matrix-note" type="info" showIcon title={t('matrix.first')} />}
        <MigrationMatrix cells={cells} tiers={tiers} selected={place} onSelect={setPlace} />
      </Card>
    </Col>
  );
  return (
    <div className="run-result" data-testid="run-result">
      <Row gutter={[16, 16]}>
        <Col xs={8}>
          <Statistic
            title={t('result.subjectsComputed', { subjects: tiers.subjects })}
            value={format.number(run.subjectCount)}
          />
        </Col>
        <Col xs={8}>
          <Statistic
            title={t(run.state === 'applied' ? 'result.hasMoved' : 'result.wouldMove')}
            value={format.number(run.movedCount)}
          />
        </Col>
        <Col xs={8}>
          <Statistic title={t('run.asOf')} value={format.date(run.asOf)} />
        </Col>
        {!isFirst && matrixCard}
        <Col xs={24} xl={12}>
          <Card
            size="small"
            title={t(isFirst ? 'result.distribution' : 'result.beforeAfter')}
            className="fill"
          >
            <TierComparison items={tierResult.data.items} cells={cells} tiers={tiers} />
          </Card>
        </Col>
        <Col xs={24} xl={12}>
          <Card size="small" title={t('result.perTier')} className="fill">
            <TierTable items={tierResult.data.items} tiers={tiers} total={tierResult.data.total} />
          </Card>
        </Col>
        {reports.isError && (
          <Col xs={24}>
            <ProblemAlert error={reports.error} />
          </Col>
        )}
        {(reports.data?.items.length ?? 0) > 0 && (
          <Col xs={24}>
            <section aria-labelledby="reports">
              <h2 id="reports" className="section-title">
                {t('report.title')}
              </h2>
              <RunReports reports={reports.data?.items ?? []} />
            </section>
          </Col>
        )}
        {isFirst && matrixCard}
        <Col xs={24}>
          <Card size="small" title={t('result.subjects', { subjects: tiers.subjects })}>
            <RunSubjectsTable
              runId={run.id}
              document={document.data}
              tiers={tiers}
              place={place}
              initialMoved={isFirst ? 'all' : 'moved'}
              onClearPlace={() => setPlace(undefined)}
            />
          </Card>
        </Col>
      </Row>
    </div>
  );
}
