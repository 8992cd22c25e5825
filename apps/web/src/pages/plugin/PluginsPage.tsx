import { PlusOutlined } from '@ant-design/icons';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/useSession';
import { Page } from '../../components/Page';
import { InstallDialog } from './install/InstallDialog';
import { SigningKeys } from './keys/SigningKeys';
import { PluginList } from './PluginList';

/** The installed plugins, and the keys whose signatures are trusted. */
export function PluginsPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { isAdministrator } = useSession();
  const { tab = 'installed' } = useSearch({ from: '/signedIn/plugins' });
  const [isInstalling, setInstalling] = useState(false);
  return (
    <Page
      title={t('navigation.plugins')}
      subtitle={t('plugin.subtitle')}
      actions={
        isAdministrator ? (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            data-testid="install-plugin"
            onClick={() => setInstalling(true)}
          >
            {t('plugin.install')}
          </Button>
        ) : undefined
      }
    >
      {isAdministrator ? (
        <Tabs
          activeKey={tab}
          destroyOnHidden
          onChange={(next) => void navigate({ to: '/plugins', search: { tab: next } })}
          items={[
            { key: 'installed', label: t('plugin.tab.installed'), children: <PluginList /> },
            { key: 'keys', label: t('plugin.tab.keys'), children: <SigningKeys /> },
          ]}
        />
      ) : (
        <PluginList />
      )}
      {isInstalling && <InstallDialog onClose={() => setInstalling(false)} />}
    </Page>
  );
}
