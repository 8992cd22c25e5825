import { ArrowRightOutlined } from '@ant-design/icons';
import type { RunSubject } from '@terrace/client';
import type { ModelDocument, ModelNode } from '@terrace/model';
import { Link } from '@tanstack/react-router';
import { Flex, Input, Select, Table, type TableColumnsType } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/useCall';
import { useText } from '../../i18n/useText';
import { useFormat } from '../../i18n/useFormat';
import { ProblemAlert } from '../ProblemAlert';
import { TierTag } from '../TierTag';
import type { MatrixPlace } from './MigrationMatrix';
import { ResultValue } from './ResultValue';
import type { Tiers } from './tier-info';

interface RunSubjectsTableProps {
  readonly runId: string;
  readonly document: ModelDocument | undefined;
  readonly tiers: Tiers;
  /** The chosen cell of the matrix. */
  readonly place: MatrixPlace | undefined;
  readonly initialMoved?: 'all' | 'moved';
  onClearPlace(): void;
}

const isValueNode = (node: ModelNode): boolean => node.kind === 'dimension' || node.kind === 'bands';

/** The subjects of a result, filtered by tier, by movement, by a cell of the matrix or by search. */
export function RunSubjectsTable(props: RunSubjectsTableProps): ReactNode {
  const { runId, document, tiers, place, onClearPlace } = props;
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const [page, setPage] = useState(1);
  const [pageSize, setPageSize] = useState(20);
  const [tier, setTier] = useState<string>();
  const [moved, setMoved] = useState<'all' | 'moved' | 'upgrade' | 'downgrade'>(props.initialMoved ?? 'all');
  const [search, setSearch] = useState('');
  useEffect(() => setPage(1), [place, tier, moved, search]);
  const chosenTier = place === undefined ? tier : (place.to ?? undefined);
  const subjects = useCall(
    'listRunSubjects',
    {
      params: { id: runId },
      query: {
        page,
        pageSize,
        moved: place === undefined ? moved : 'all',
        ...(chosenTier === undefined ? {} : { tier: chosenTier }),
        ...(place === undefined ? {} : { previousTier: place.from ?? 'none' }),
        ...(search === '' ? {} : { search }),
      },
    },
    { keepPrevious: true },
  );
  const subjectType = document?.subjectType ?? '';
  const valueNodes = (document?.nodes ?? []).filter(isValueNode);
  const tag = (id: string | null): ReactNode =>
    id === null ? (
      <span className="node-muted">{t('matrix.noTier')}</span>
    ) : (
      <TierTag name={tiers.of(id).name} color={tiers.of(id).color} />
    );
  const columns: TableColumnsType<RunSubject> = [
    {
      title: t('result.subject'),
      fixed: 'left',
      render: (_, { key, label }) => (
        <Link to="/subjects/$type/$key" params={{ type: subjectType, key }} data-testid={`subject-${key}`}>
          {label ?? key}
          {label !== null && <span className="key">{key}</span>}
        </Link>
      ),
    },
    {
      title: t('result.tierChange'),
      render: (_, subject) =>
        subject.previousTier === subject.tier ? (
          tag(subject.tier)
        ) : (
          <Flex gap={6} align="center">
            {tag(subject.previousTier)} <ArrowRightOutlined aria-label={t('result.to')} /> {tag(subject.tier)}
          </Flex>
        ),
    },
    ...valueNodes.map((node): TableColumnsType<RunSubject>[number] => ({
      title: text(node.name),
      align:
        node.kind === 'bands' || (node.kind === 'dimension' && node.valueType === 'number')
          ? 'right'
          : 'left',
      render: (_, { values }) => <ResultValue value={values[node.id]} node={node} />,
    })),
  ];
  return (
    <section aria-label={t('result.subjects')}>
      <Flex gap={8} wrap className="filters" align="center">
        <Input.Search
          className="filter-search"
          allowClear
          placeholder={t('result.search')}
          aria-label={t('result.search')}
          data-testid="subject-search"
          onSearch={(value) => setSearch(value.trim())}
        />
        {place === undefined ? (
          <>
            <Select
              allowClear
              className="filter"
              placeholder={t('result.anyTier')}
              aria-label={t('result.tier')}
              value={tier}
              popupMatchSelectWidth={false}
              options={tiers.list.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={setTier}
            />
            <Select
              className="filter"
              value={moved}
              aria-label={t('result.moved')}
              popupMatchSelectWidth={false}
              data-testid="moved-filter"
              options={(['all', 'moved', 'upgrade', 'downgrade'] as const).map((value) => ({
                value,
                label: t(`result.movedFilter.${value}`),
              }))}
              onChange={setMoved}
            />
          </>
        ) : (
          <button type="button" className="filter-chip" onClick={onClearPlace} data-testid="clear-cell">
            {tag(place.from)} <ArrowRightOutlined /> {place.to === null ? t('matrix.gone') : tag(place.to)} ✕
            <span className="visually-hidden">{t('result.clearCell')}</span>
          </button>
        )}
        {subjects.data !== undefined && (
          <span className="node-muted" data-testid="subject-total">
            {t('result.subjectCount', { number: format.number(subjects.data.total) })}
          </span>
        )}
      </Flex>
      <ProblemAlert error={subjects.error} />
      <Table<RunSubject>
        size="small"
        rowKey="key"
        loading={subjects.isPending}
        dataSource={subjects.data?.items ?? []}
        columns={columns}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: t('result.noSubjects') }}
        pagination={{
          current: page,
          pageSize,
          total: subjects.data?.total ?? 0,
          showSizeChanger: true,
          pageSizeOptions: [20, 50, 100],
          hideOnSinglePage: (subjects.data?.total ?? 0) <= 20,
          onChange: (next, size) => {
            setPage(size === pageSize ? next : 1);
            setPageSize(size);
          },
        }}
      />
    </section>
  );
}
