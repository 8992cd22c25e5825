import { Card, Descriptions } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/useCall';

export function AboutTab(): ReactNode {
  const { t } = useTranslation();
  const health = useCall('getHealth', {});
  return (
    <Card className="narrow">
      <Descriptions
        column={1}
        items={[
          { key: 'product', label: 'Terrace', children: t('access.tagline') },
          { key: 'version', label: t('settings.version'), children: health.data?.version ?? '…' },
          { key: 'license', label: t('settings.license'), children: 'MIT' },
          {
            key: 'api',
            label: t('settings.api'),
            children: (
              <a href="/api/docs" target="_blank" rel="noreferrer">
                {t('settings.apiDocs')}
              </a>
            ),
          },
        ]}
      />
    </Card>
  );
}
