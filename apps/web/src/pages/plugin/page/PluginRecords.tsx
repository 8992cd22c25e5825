import type { PluginDetail } from '@terrace/client';
import { Descriptions } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../api/useSession';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { ExportButton } from '../ExportButton';

/** How many records the plugin's types hold, and the way to take them along. */
export function PluginRecords({ plugin }: { readonly plugin: PluginDetail }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const { isAdministrator } = useSession();
  const { data } = plugin;
  if (data.length === 0) return <p className="plain-text">{t('plugin.noRecords')}</p>;
  return (
    <>
      <Descriptions
        size="small"
        column={1}
        items={data.map(({ kind, type, name, recordCount }) => ({
          key: `${kind}/${type}`,
          label: text(name),
          children: format.number(recordCount),
        }))}
      />
      {isAdministrator && data.some(({ recordCount }) => recordCount > 0) && (
        <ExportButton pluginId={plugin.id} />
      )}
    </>
  );
}
