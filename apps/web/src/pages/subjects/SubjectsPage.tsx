import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Flex, Input } from 'antd';
import { LinkButton } from '../../components/LinkButton';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/useCall';
import { useCatalog } from '../../api/useCatalog';
import { useSession } from '../../api/useSession';
import { EmptyHint } from '../../components/EmptyHint';
import { TypeSelect } from '../../components/owner/TypeSelect';
import { Page } from '../../components/Page';
import { PagedTable } from '../../components/PagedTable';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useFormat } from '../../i18n/useFormat';

export function SubjectsPage(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { isDesigner } = useSession();
  const given = useSearch({ from: '/signedIn/subjects' });
  const { subjectTypes, isLoading } = useCatalog();
  const type = given.type ?? (subjectTypes.find(({ recordCount }) => recordCount > 0) ?? subjectTypes[0])?.id;
  const { search } = given;
  const query = { page: given.page ?? 1, pageSize: 50 };
  const subjects = useCall(
    'listSubjects',
    { params: { type: type ?? '' }, query: { ...query, ...(search === undefined ? {} : { search }) } },
    { enabled: type !== undefined, keepPrevious: true },
  );
  const go = (next: typeof given): void => void navigate({ to: '/subjects', search: { type, ...next } });
  const importButton = isDesigner && (
    <LinkButton to="/data/import" search={{}} color="primary" variant="solid">
      {t('data.import')}
    </LinkButton>
  );
  if (!isLoading && type === undefined)
    return (
      <Page title={t('navigation.subjects')}>
        <EmptyHint text={t('subjects.noType')}>{importButton}</EmptyHint>
      </Page>
    );
  return (
    <Page title={t('navigation.subjects')} subtitle={t('subjects.subtitle')}>
      <Flex gap={12} wrap className="filters">
        {subjectTypes.length > 1 && (
          <TypeSelect
            className="filter"
            types={subjectTypes}
            value={type ?? ''}
            aria-label={t('inspector.subjectType')}
            data-testid="subject-type"
            onChange={(next) => go({ type: next })}
          />
        )}
        <Input.Search
          key={`${type}/${search ?? ''}`}
          className="filter-search"
          allowClear
          defaultValue={search}
          placeholder={t('result.search')}
          aria-label={t('result.search')}
          data-testid="subjects-search"
          onSearch={(value) => go({ search: value.trim() === '' ? undefined : value.trim() })}
        />
        {subjects.data !== undefined && (
          <span className="node-muted filter-count">
            {t('result.subjectCount', { number: format.number(subjects.data.total) })}
          </span>
        )}
      </Flex>
      <ProblemAlert error={subjects.error} />
      <PagedTable
        rowKey="key"
        size="middle"
        // Long keys wrap.
        scroll={{}}
        list={subjects}
        paging={{ query, turnTo: (next) => go({ search, page: next }) }}
        empty={
          search === undefined ? (
            <EmptyHint text={t('subjects.empty')}>{importButton}</EmptyHint>
          ) : (
            <EmptyHint text={t('subjects.notFound', { search })} />
          )
        }
        columns={[
          {
            title: t('subjects.key'),
            render: (_, { key }) => (
              <Link to="/subjects/$type/$key" params={{ type: type ?? '', key }} className="subject-key">
                {key}
              </Link>
            ),
          },
          { title: t('subjects.label'), render: (_, { label }) => label ?? '–' },
        ]}
      />
    </Page>
  );
}
