import type { Assignment, Transition } from '@terrace/client';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Card, Col, Flex, Input, Row, Select, Skeleton, Tabs } from 'antd';
import { LinkButton } from '../../components/LinkButton';
import { ArrowRightOutlined } from '@ant-design/icons';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/useCall';
import { EmptyHint } from '../../components/EmptyHint';
import { ModelCrumb } from '../../components/ModelCrumb';
import { Page } from '../../components/Page';
import { PagedTable } from '../../components/PagedTable';
import { ProblemAlert } from '../../components/ProblemAlert';
import { TierComparison } from '../../components/result/TierComparison';
import { TierFilter } from '../../components/result/TierFilter';
import { TierTable } from '../../components/result/TierTable';
import { useTiers, type Tiers } from '../../components/result/tier-info';
import { SubjectLink } from '../../components/SubjectLink';
import { TierTag } from '../../components/TierTag';
import { TransitionTag } from '../../components/TransitionTag';
import { usePaging } from '../../components/usePaging';
import { useFormat } from '../../i18n/useFormat';
import { useText } from '../../i18n/useText';
import { ModelReports } from './ModelReports';

const route = '/signedIn/models/$modelId/results';
const noCells: readonly never[] = [];

/** The current tiers of a model: how many, who, and what changed. */
export function ModelResultsPage(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { modelId } = useParams({ from: route });
  const { tab = 'assignments' } = useSearch({ from: route });
  const model = useCall('getModel', { params: { id: modelId } });
  const applied = model.data?.appliedVersion ?? undefined;
  const current = useCall('getCurrentTiers', { params: { id: modelId } });
  const version = useCall(
    'getVersion',
    { params: { id: modelId, number: applied ?? 1 } },
    { enabled: applied !== undefined, staleTime: Infinity },
  );
  const tiers = useTiers(version.data?.document ?? model.data?.draft);
  const type = model.data?.subjectType ?? '';
  const runId = current.data?.runId ?? null;
  return (
    <Page title={t('editor.results')} subtitle={<ModelCrumb modelId={modelId} name={model.data?.name} />}>
      <ProblemAlert error={model.error ?? current.error} />
      {current.data === undefined || model.data === undefined ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : applied === undefined || runId === null ? (
        <Card>
          <EmptyHint text={t('results.none')}>
            <LinkButton to="/models/$modelId/runs" params={{ modelId }} color="primary" variant="solid">
              {t('editor.runs')}
            </LinkButton>
          </EmptyHint>
        </Card>
      ) : (
        <>
          <Row gutter={[16, 16]}>
            <Col xs={24} xl={12}>
              <Card
                size="small"
                className="fill"
                title={t('result.distribution')}
                extra={
                  <span className="node-muted">
                    {t('versions.version', { number: applied })} · {t('run.asOf')}{' '}
                    {format.date(current.data.asOf)}
                  </span>
                }
              >
                <TierComparison items={current.data.items} cells={noCells} tiers={tiers} />
              </Card>
            </Col>
            <Col xs={24} xl={12}>
              <Card size="small" className="fill" title={t('result.perTier')}>
                <TierTable items={current.data.items} tiers={tiers} total={current.data.total} />
              </Card>
            </Col>
          </Row>
          <Card size="small" className="page-section">
            <Tabs
              activeKey={tab}
              onChange={(next) =>
                void navigate({ to: '/models/$modelId/results', params: { modelId }, search: { tab: next } })
              }
              items={[
                {
                  key: 'assignments',
                  label: t('results.assignments'),
                  children: <Assignments modelId={modelId} type={type} tiers={tiers} />,
                },
                {
                  key: 'transitions',
                  label: t('results.transitions'),
                  children: <Transitions modelId={modelId} type={type} tiers={tiers} />,
                },
                { key: 'reports', label: t('report.title'), children: <ModelReports runId={runId} /> },
              ]}
            />
          </Card>
        </>
      )}
    </Page>
  );
}

interface ListProps {
  readonly modelId: string;
  readonly type: string;
  readonly tiers: Tiers;
}

function Assignments({ modelId, type, tiers }: ListProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const paging = usePaging(20);
  const [tier, setTier] = useState<string>();
  const [search, setSearch] = useState('');
  const list = useCall(
    'listAssignments',
    {
      params: { id: modelId },
      query: {
        ...paging.query,
        ...(tier === undefined ? {} : { tier }),
        ...(search === '' ? {} : { search }),
      },
    },
    { keepPrevious: true },
  );
  return (
    <>
      <Flex gap={8} wrap className="filters">
        <Input.Search
          className="filter-search"
          allowClear
          placeholder={t('result.search')}
          aria-label={t('result.search')}
          onSearch={(value) => {
            paging.turnTo(1);
            setSearch(value.trim());
          }}
        />
        <TierFilter
          tiers={tiers}
          value={tier}
          onChange={(next) => {
            paging.turnTo(1);
            setTier(next);
          }}
        />
      </Flex>
      <ProblemAlert error={list.error} />
      <PagedTable<Assignment>
        size="small"
        rowKey="key"
        list={list}
        paging={paging}
        empty={t('result.noSubjects')}
        hideOnSinglePage={false}
        columns={[
          {
            title: tiers.subject,
            render: (_, { key, label }) => <SubjectLink type={type} subjectKey={key} label={label} />,
          },
          {
            title: t('result.tier'),
            render: (_, each) => (
              <TierTag name={tiers.of(each.tier).name} color={tiers.of(each.tier).color} />
            ),
          },
          { title: t('results.since'), render: (_, { since }) => format.dateTime(since) },
          { title: t('versions.title'), align: 'right', render: (_, { version }) => version },
        ]}
      />
    </>
  );
}

function Transitions({ modelId, type, tiers }: ListProps): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const paging = usePaging(20);
  const [kind, setKind] = useState<Transition['kind']>();
  const list = useCall(
    'listTransitions',
    {
      params: { id: modelId },
      query: { ...paging.query, ...(kind === undefined ? {} : { kind }) },
    },
    { keepPrevious: true },
  );
  const tag = (id: string | null, name: Transition['fromName']): ReactNode =>
    id === null ? (
      <span className="node-muted">{t('matrix.noTier')}</span>
    ) : (
      <TierTag name={text(name) || tiers.of(id).name} color={tiers.of(id).color} />
    );
  return (
    <>
      <Flex className="filters">
        <Select
          allowClear
          className="filter"
          placeholder={t('results.anyKind')}
          aria-label={t('results.kind')}
          value={kind}
          options={(['enter', 'leave', 'upgrade', 'downgrade'] as const).map((value) => ({
            value,
            label: t(`transition.${value}`),
          }))}
          onChange={(next) => {
            paging.turnTo(1);
            setKind(next);
          }}
        />
      </Flex>
      <ProblemAlert error={list.error} />
      <PagedTable<Transition>
        size="small"
        rowKey="id"
        list={list}
        paging={paging}
        empty={t('results.noTransitions')}
        hideOnSinglePage={false}
        columns={[
          {
            title: tiers.subject,
            render: (_, { key }) => <SubjectLink type={type} subjectKey={key} label={null} />,
          },
          { title: t('results.kind'), render: (_, each) => <TransitionTag kind={each.kind} /> },
          {
            title: t('result.tierChange'),
            render: (_, each) => (
              <Flex gap={6} align="center">
                {tag(each.from, each.fromName)} <ArrowRightOutlined aria-label={t('result.to')} />{' '}
                {tag(each.to, each.toName)}
              </Flex>
            ),
          },
          { title: t('results.at'), render: (_, { at }) => format.dateTime(at) },
          { title: t('run.asOf'), render: (_, { asOf }) => format.date(asOf) },
          { title: t('versions.title'), align: 'right', render: (_, { version }) => version },
        ]}
      />
    </>
  );
}
