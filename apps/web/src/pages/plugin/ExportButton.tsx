import { DownloadOutlined } from '@ant-design/icons';
import { urlOf } from '@terrace/client';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Hint } from '../../components/Hint';

/** Downloads the records of a plugin's types. */
export function ExportButton({ pluginId }: { readonly pluginId: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <Hint title={t('plugin.exportHint')}>
      <Button
        size="small"
        icon={<DownloadOutlined />}
        href={urlOf('exportPluginData', { id: pluginId })}
        download
        data-testid="export-plugin-data"
      >
        {t('plugin.export')}
      </Button>
    </Hint>
  );
}
