import { Link } from '@tanstack/react-router';
import { Card, Col, List, Row } from 'antd';
import { LinkButton } from '../../components/LinkButton';
import type { ModelSummary } from '@terrace/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/useCall';
import { useSession } from '../../api/useSession';
import { EmptyHint } from '../../components/EmptyHint';
import { ImportState } from '../../components/ImportState';
import { RunState } from '../../components/RunState';
import { useFormat } from '../../i18n/useFormat';
import { useText } from '../../i18n/useText';
import { ModelCard } from './ModelCard';
import { UnappliedModels } from './UnappliedModels';

/** Each card reads the tiers of its model and draws them; with more, the page would be slow and what happened last far down. */
const maxCards = 12;

/** Models with their current tiers, and what happened last. */
export function Overview({ models }: { readonly models: readonly ModelSummary[] }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const { isDesigner } = useSession();
  const runs = useCall('listRuns', { query: { pageSize: 6 } });
  const imports = useCall('listImports', { query: { pageSize: 6 } });
  const tasks = useCall('listTasks', { query: { pageSize: 6, status: 'open' } });
  const applied = models.filter(({ appliedVersion }) => appliedVersion !== null);
  const unapplied = models.filter(({ appliedVersion }) => appliedVersion === null);
  const nameOf = (id: string | null): string =>
    text(models.find((model) => model.id === id)?.name) || t('home.previewRun');
  return (
    <>
      {models.length === 0 ? (
        <Card>
          <EmptyHint text={t('models.empty')}>
            {isDesigner && (
              <LinkButton
                to="/models/new"
                search={{}}
                color="primary"
                variant="solid"
                data-testid="first-model"
              >
                {t('models.create')}
              </LinkButton>
            )}
          </EmptyHint>
        </Card>
      ) : (
        <>
          <Row gutter={[16, 16]}>
            {applied.slice(0, maxCards).map((model) => (
              <Col xs={24} {...(applied.length > 1 ? { lg: 12, xxl: 8 } : {})} key={model.id}>
                <ModelCard model={model} />
              </Col>
            ))}
          </Row>
          {applied.length > maxCards && (
            <p className="home-more">
              <Link to="/models" data-testid="more-applied">
                {t('home.moreApplied')}
              </Link>
            </p>
          )}
          {unapplied.length > 0 && <UnappliedModels models={unapplied} />}
        </>
      )}
      <Row gutter={[16, 16]} className="home-lists">
        <Col xs={24} lg={8}>
          <Card
            size="small"
            className="fill"
            title={t('home.tasks')}
            extra={<Link to="/tasks">{t('home.more')}</Link>}
          >
            <List
              size="small"
              loading={tasks.isPending}
              locale={{ emptyText: <span className="node-muted">{t('home.noTasks')}</span> }}
              dataSource={tasks.data?.items ?? []}
              renderItem={(task) => (
                <List.Item>
                  <Link
                    to="/subjects/$type/$key"
                    params={{ type: task.subjectType, key: task.key }}
                    className="clip"
                  >
                    {text(task.title)}
                  </Link>
                  <span className="node-muted clip home-owner" title={task.owner}>
                    {task.owner}
                  </span>
                </List.Item>
              )}
            />
          </Card>
        </Col>
        <Col xs={24} lg={8}>
          <Card size="small" className="fill" title={t('home.runs')}>
            <List
              size="small"
              loading={runs.isPending}
              locale={{ emptyText: <span className="node-muted">{t('home.noRuns')}</span> }}
              dataSource={runs.data?.items ?? []}
              renderItem={(run) => (
                <List.Item>
                  <Link to="/runs/$runId" params={{ runId: run.id }} className="clip">
                    {nameOf(run.modelId)} · {format.date(run.asOf)}
                  </Link>
                  <RunState state={run.state} />
                </List.Item>
              )}
            />
          </Card>
        </Col>
        <Col xs={24} lg={8}>
          <Card
            size="small"
            className="fill"
            title={t('home.imports')}
            extra={<Link to="/data">{t('home.more')}</Link>}
          >
            <List
              size="small"
              loading={imports.isPending}
              locale={{ emptyText: <span className="node-muted">{t('home.noImports')}</span> }}
              dataSource={imports.data?.items ?? []}
              renderItem={(each) => (
                <List.Item>
                  <Link to="/data/imports/$importId" params={{ importId: each.id }} className="clip">
                    {each.fileName}
                  </Link>
                  <ImportState state={each.state} />
                </List.Item>
              )}
            />
          </Card>
        </Col>
      </Row>
    </>
  );
}
