import type { LocalizedText } from '@terrace/model';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../api/useCall';
import { useText } from '../i18n/useText';

interface OriginProps {
  /** `plugin.id`. */
  readonly id: string;
  /** The version of the plugin it was made with. */
  readonly version: string;
  /** What it is called by the plugin, while that is there. */
  readonly name: LocalizedText | undefined;
  readonly hint?: string;
}

/** Which plugin a node is from, in which version, and what it means when that is not there. */
export function Origin({ id, version, name, hint }: OriginProps): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const plugins = useCall('listPlugins', {}, { staleTime: 60_000 });
  const [pluginId = ''] = id.split('.');
  const plugin = plugins.data?.items.find((each) => each.id === pluginId);
  return (
    <div className="field origin">
      <span className="field-label">{t('custom.origin')}</span>
      <div>
        {name !== undefined && `${text(name)} · `}
        {plugin === undefined ? (
          pluginId
        ) : (
          <Link to="/plugins/$pluginId" params={{ pluginId }}>
            {text(plugin.name)}
          </Link>
        )}{' '}
        {version}
      </div>
      {hint !== undefined && <div className="field-hint">{hint}</div>}
    </div>
  );
}
