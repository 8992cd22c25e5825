import type { PluginDetail } from '@terrace/client';
import { Link } from '@tanstack/react-router';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalog } from '../../../api/useCatalog';
import { useSession } from '../../../api/useSession';
import { EmptyHint } from '../../../components/EmptyHint';
import { useText } from '../../../i18n/useText';
import { ContributionGroup } from './ContributionGroup';

/** What a plugin adds, kind by kind; kinds it adds nothing of are left out. */
export function Contributions({ plugin }: { readonly plugin: PluginDetail }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const { isDesigner } = useSession();
  const { subjectTypes, eventTypes } = useCatalog();
  const { contributes } = plugin;
  const typeName = (id: string): string =>
    text([...subjectTypes, ...eventTypes].find((type) => type.id === id)?.name) || id;
  const code = [...contributes.codeDimensions, ...contributes.codeActions];
  const isEmpty =
    contributes.testCaseCount === 0 &&
    Object.values(contributes).every((each) => !Array.isArray(each) || each.length === 0);
  if (isEmpty) return <EmptyHint text={t('plugin.addsNothing')} />;
  const named = (item: PluginDetail['contributes']['tiers'][number]): ReactNode => (
    <>
      <div>{text(item.name)}</div>
      {item.description !== undefined && <div className="node-muted">{text(item.description)}</div>}
    </>
  );
  return (
    <>
      <ContributionGroup title={t('plugin.kind.recordTypes')} items={contributes.recordTypes}>
        {(type) => (
          <>
            {text(type.name)}{' '}
            <span className="node-muted">
              {t(`data.kind.${type.kind}`)} · {t('plugin.fieldCount', { count: type.fieldCount })}
            </span>
          </>
        )}
      </ContributionGroup>
      <ContributionGroup
        title={t('plugin.kind.fields')}
        items={contributes.fields.map((field) => ({ ...field, id: `${field.type}.${field.id}` }))}
        isCompact
      >
        {(field) => <Tag>{t('plugin.fieldOf', { type: typeName(field.type), field: text(field.name) })}</Tag>}
      </ContributionGroup>
      <ContributionGroup title={t('plugin.kind.templates')} items={contributes.templates}>
        {(template) => (
          <>
            <div>
              {isDesigner && plugin.isEnabled ? (
                <Link to="/models/new" search={{ plugin: plugin.id, template: template.id }}>
                  {text(template.name)}
                </Link>
              ) : (
                text(template.name)
              )}
            </div>
            {template.description !== undefined && (
              <div className="node-muted">{text(template.description)}</div>
            )}
          </>
        )}
      </ContributionGroup>
      <ContributionGroup title={t('plugin.kind.dimensions')} items={contributes.dimensions} isCompact>
        {(dimension) => <Tag title={text(dimension.description)}>{text(dimension.name)}</Tag>}
      </ContributionGroup>
      <ContributionGroup title={t('plugin.kind.nodeKinds')} items={contributes.nodeKinds}>
        {named}
      </ContributionGroup>
      <ContributionGroup title={t('plugin.kind.tiers')} items={contributes.tiers}>
        {named}
      </ContributionGroup>
      <ContributionGroup title={t('plugin.kind.actions')} items={contributes.actions}>
        {named}
      </ContributionGroup>
      <ContributionGroup title={t('plugin.kind.reports')} items={contributes.reports}>
        {named}
      </ContributionGroup>
      <ContributionGroup title={t('plugin.kind.code')} items={code}>
        {named}
      </ContributionGroup>
      {contributes.testCaseCount > 0 && (
        <section className="contribution">
          <h2>{t('plugin.kind.testCases')}</h2>
          {t('plugin.testCaseText', { count: contributes.testCaseCount })}
        </section>
      )}
    </>
  );
}
