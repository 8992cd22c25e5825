import type { ModelSummary } from '@terrace/client';
import { Link } from '@tanstack/react-router';
import { Card, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOwners } from '../../components/owner/useOwners';
import { useText } from '../../i18n/useText';

/** Models that nobody has a tier by yet; they take little room. */
export function UnappliedModels({ models }: { readonly models: readonly ModelSummary[] }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const { nameOf } = useOwners();
  return (
    <Card
      size="small"
      className="page-section"
      title={t('home.notApplied')}
      extra={<Link to="/models">{t('home.more')}</Link>}
      data-testid="unapplied-models"
    >
      <p className="plain-text node-muted">{t('home.notAppliedHint')}</p>
      <ul className="home-unapplied">
        {models.map((model) => {
          const [owner] = model.template?.split('/') ?? [];
          return (
            <li key={model.id}>
              <Link
                to="/models/$modelId"
                params={{ modelId: model.id }}
                className="clip"
                title={text(model.name)}
              >
                {text(model.name)}
              </Link>
              {owner !== undefined && <Tag>{nameOf(owner)}</Tag>}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
