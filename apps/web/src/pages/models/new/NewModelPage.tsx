import { FileAddOutlined } from '@ant-design/icons';
import type { Template } from '@terrace/client';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Breadcrumb, Flex, Select, Skeleton } from 'antd';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../api/useCall';
import { useCatalog } from '../../../api/useCatalog';
import { useSession } from '../../../api/useSession';
import { EmptyHint } from '../../../components/EmptyHint';
import { useOwners } from '../../../components/owner/useOwners';
import { Page } from '../../../components/Page';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { SearchInput } from '../../../components/SearchInput';
import { useFormat } from '../../../i18n/useFormat';
import { BlankDrawer } from './BlankDrawer';
import { TemplateCard } from './TemplateCard';
import { TemplateDrawer } from './TemplateDrawer';
import { findTemplates } from './template-search';

const route = '/signedIn/models/new';

/** All templates by industry, and the empty model; one that is chosen opens beside the gallery. */
export function NewModelPage(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { isDesigner } = useSession();
  const { plugin, template: chosenId, blank: isBlank = false } = useSearch({ from: route });
  const [search, setSearch] = useState('');
  const settledSearch = useDeferredValue(search);
  const templates = useCall('listTemplates', {}, { staleTime: 60_000 });
  const { subjectTypes, isLoading } = useCatalog();
  const { nameOf, group } = useOwners();
  const all = useMemo(() => templates.data?.items ?? [], [templates.data]);
  const chosen = all.find(({ id }) => id === chosenId);
  const typeOf = (template: Template) => subjectTypes.find(({ id }) => id === template.subjectType);
  const found = findTemplates(all, settledSearch, (template) => [
    nameOf(template.owner),
    ...Object.values(typeOf(template)?.name ?? {}),
  ]).filter(({ owner }) => plugin === undefined || owner === plugin);
  const hasData = ({ items }: { readonly items: readonly Template[] }): boolean =>
    items.some((template) => (typeOf(template)?.recordCount ?? 0) > 0);
  // Industries there are records of come first.
  const groups = group(found).sort((a, b) => Number(hasData(b)) - Number(hasData(a)));
  const go = (next: { plugin?: string; template?: string; blank?: true }, replace = false): void =>
    void navigate({ to: '/models/new', search: next, replace, resetScroll: false });
  const here = plugin === undefined ? {} : { plugin };
  const close = (): void => go(here);
  const crumb = (
    <Breadcrumb
      items={[{ title: <Link to="/models">{t('navigation.models')}</Link> }, { title: t('models.create') }]}
    />
  );
  if (!isDesigner)
    return (
      <Page title={t('models.create')} subtitle={crumb}>
        <EmptyHint text={t('problem.status403')} />
      </Page>
    );
  return (
    <Page title={t('gallery.title')} subtitle={crumb}>
      <ProblemAlert error={templates.error} />
      <Flex gap={12} wrap align="center" className="filters" role="search">
        <SearchInput
          autoFocus
          className="gallery-search"
          value={search}
          label={t('gallery.search')}
          data-testid="template-search"
          onChange={setSearch}
        />
        <Select<string>
          className="filter"
          value={plugin ?? ''}
          aria-label={t('gallery.industry')}
          popupMatchSelectWidth={false}
          data-testid="template-industry"
          options={[
            { value: '', label: t('gallery.allIndustries', { number: format.number(all.length) }) },
            ...group(all).map(({ owner, name, items }) => ({
              value: owner,
              label: t('gallery.industryCount', { name, number: format.number(items.length) }),
            })),
          ]}
          onChange={(next) => go(next === '' ? {} : { plugin: next }, true)}
        />
        <span className="node-muted" role="status">
          {templates.isPending
            ? ''
            : t('gallery.found', { count: found.length, number: format.number(found.length) })}
        </span>
      </Flex>
      <section className="gallery-group">
        <button
          type="button"
          className="gallery-blank"
          data-testid="template-blank"
          onClick={() => go({ ...here, blank: true })}
        >
          <FileAddOutlined aria-hidden />
          <span>
            <strong>{t('models.blank')}</strong>
            <span className="template-text">{t('models.blankText')}</span>
          </span>
        </button>
      </section>
      {templates.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {templates.isSuccess && found.length === 0 && (
        <EmptyHint text={t(all.length === 0 ? 'gallery.none' : 'gallery.notFound')} />
      )}
      {groups.map(({ owner, name, items }) => (
        <section key={owner} className="gallery-group" aria-labelledby={`industry-${owner}`}>
          <h2 id={`industry-${owner}`}>
            {name} <span className="node-muted">{format.number(items.length)}</span>
          </h2>
          <div className="gallery-grid">
            {items.map((template) => (
              <TemplateCard
                key={template.id}
                template={template}
                type={typeOf(template)}
                onChoose={() => go({ ...here, template: template.id })}
              />
            ))}
          </div>
        </section>
      ))}
      {chosen !== undefined && <TemplateDrawer template={chosen} type={typeOf(chosen)} onClose={close} />}
      {/* Its form begins with a type of the catalog. */}
      {isBlank && !isLoading && <BlankDrawer onClose={close} />}
    </Page>
  );
}
