import type { LocalizedText } from '@terrace/model';
import { Link } from '@tanstack/react-router';
import { Breadcrumb } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../i18n/useText';

interface ModelCrumbProps {
  readonly modelId: string;
  readonly name: LocalizedText | undefined;
}

/** The way back to a model and the list of models. */
export function ModelCrumb({ modelId, name }: ModelCrumbProps): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  return (
    <Breadcrumb
      items={[
        { title: <Link to="/models">{t('navigation.models')}</Link> },
        {
          title: (
            <Link to="/models/$modelId" params={{ modelId }}>
              {name === undefined ? '…' : text(name)}
            </Link>
          ),
        },
      ]}
    />
  );
}
