import { ArrowRightOutlined } from '@ant-design/icons';
import type { RunSubject } from '@terrace/client';
import type { ModelDocument, ModelNode } from '@terrace/model';
import { Flex, Input, Select, type TableColumnsType } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/useCall';
import { useText } from '../../i18n/useText';
import { yieldsNumber, yieldsValue } from '../../store/node-value';
import { useFormat } from '../../i18n/useFormat';
import { PagedTable } from '../PagedTable';
import { ProblemAlert } from '../ProblemAlert';
import { SubjectLink } from '../SubjectLink';
import { TierTag } from '../TierTag';
import { usePaging } from '../usePaging';
import type { MatrixPlace } from './MigrationMatrix';
import { ResultValue } from './ResultValue';
import { TierFilter } from './TierFilter';
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

const pageSizes = [20, 50, 100] as const;

/** Conditions only say yes or no on the way to a tier. */
const isValueNode = (node: ModelNode): boolean => node.kind !== 'condition' && yieldsValue(node);

/** The subjects of a result, filtered by tier, by movement, by a cell of the matrix or by search. */
export function RunSubjectsTable(props: RunSubjectsTableProps): ReactNode {
  const { runId, document, tiers, place, onClearPlace } = props;
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const paging = usePaging(pageSizes[0]);
  const { turnTo } = paging;
  const [tier, setTier] = useState<string>();
  const [moved, setMoved] = useState<'all' | 'moved' | 'upgrade' | 'downgrade'>(props.initialMoved ?? 'all');
  const [search, setSearch] = useState('');
  useEffect(() => turnTo(1), [turnTo, place, tier, moved, search]);
  const chosenTier = place === undefined ? tier : (place.to ?? undefined);
  const subjects = useCall(
    'listRunSubjects',
    {
      params: { id: runId },
      query: {
        ...paging.query,
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
      title: tiers.subject,
      fixed: 'left',
      render: (_, { key, label }) => <SubjectLink type={subjectType} subjectKey={key} label={label} />,
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
      align: yieldsNumber(node) ? 'right' : 'left',
      render: (_, { values }) => <ResultValue value={values[node.id]} node={node} />,
    })),
  ];
  return (
    <section aria-label={t('result.subjects', { subjects: tiers.subjects })}>
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
            <TierFilter tiers={tiers} value={tier} onChange={setTier} />
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
      <PagedTable<RunSubject>
        size="small"
        rowKey="key"
        list={subjects}
        paging={paging}
        empty={t('result.noSubjects')}
        pageSizes={pageSizes}
        columns={columns}
      />
    </section>
  );
}
