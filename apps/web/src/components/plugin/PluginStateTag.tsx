import {
  CheckCircleOutlined,
  CloseCircleOutlined,
  DownloadOutlined,
  PauseCircleOutlined,
  StopOutlined,
} from '@ant-design/icons';
import type { Plugin } from '@terrace/client';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const looks: Record<Plugin['state'], { color: string; icon: ReactNode }> = {
  enabled: { color: 'green', icon: <CheckCircleOutlined /> },
  disabled: { color: 'default', icon: <PauseCircleOutlined /> },
  quarantined: { color: 'orange', icon: <StopOutlined /> },
  faulty: { color: 'red', icon: <CloseCircleOutlined /> },
  available: { color: 'default', icon: <DownloadOutlined /> },
};

export function PluginStateTag({ state }: { readonly state: Plugin['state'] }): ReactNode {
  const { t } = useTranslation();
  return (
    <Tag color={looks[state].color} icon={looks[state].icon} data-testid="plugin-state" data-state={state}>
      {t(`plugin.state.${state}`)}
    </Tag>
  );
}
