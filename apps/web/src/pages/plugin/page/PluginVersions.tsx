import type { PluginDetail } from '@terrace/client';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SignatureTag } from '../../../components/plugin/SignatureTag';
import { useFormat } from '../../../i18n/useFormat';

/** The installed versions of a plugin, newest first. */
export function PluginVersions({ plugin }: { readonly plugin: PluginDetail }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (plugin.versions.length === 0) return <p className="plain-text">{t('plugin.notInstalled')}</p>;
  return (
    <div className="contribution">
      <ul>
        {plugin.versions.map(({ version, installedAt, isCurrent, signature }) => (
          <li key={version}>
            <strong>{version}</strong> {isCurrent && <Tag color="green">{t('plugin.current')}</Tag>}
            <SignatureTag signature={signature} />
            <div className="node-muted">{format.dateTime(installedAt)}</div>
          </li>
        ))}
      </ul>
    </div>
  );
}
