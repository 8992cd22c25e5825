import type { PluginDetail } from '@terrace/client';
import { Link } from '@tanstack/react-router';
import { Flex, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyHint } from '../../../components/EmptyHint';
import { useText } from '../../../i18n/useText';

/** The models made from a plugin's templates. */
export function PluginModels({ plugin }: { readonly plugin: PluginDetail }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const { models, contributes } = plugin;
  if (models.length === 0) return <EmptyHint text={t('plugin.noModels')} />;
  return (
    <div className="contribution">
      <ul>
        {models.map((model) => (
          <li key={model.id}>
            <Flex justify="space-between" align="center" gap={8} wrap>
              <Link to="/models/$modelId" params={{ modelId: model.id }}>
                {text(model.name)}
              </Link>
              {model.appliedVersion === null ? (
                <Tag>{t('models.notApplied')}</Tag>
              ) : (
                <Tag color="green">{t('models.appliedVersion', { number: model.appliedVersion })}</Tag>
              )}
            </Flex>
            <div className="node-muted">
              {text(contributes.templates.find(({ id }) => id === model.template)?.name) || model.template}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
