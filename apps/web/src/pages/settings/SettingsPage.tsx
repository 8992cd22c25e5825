import { useNavigate, useSearch } from '@tanstack/react-router';
import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/useSession';
import { Page } from '../../components/Page';
import { AboutTab } from './AboutTab';
import { TokensTab } from './TokensTab';
import { UsersTab } from './UsersTab';
import { WebhooksTab } from './WebhooksTab';
import { WorkspaceTab } from './WorkspaceTab';

export function SettingsPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { isAdministrator, isDesigner } = useSession();
  const { tab = 'workspace' } = useSearch({ from: '/signedIn/settings' });
  const tabs = [
    { key: 'workspace', isShown: true, children: <WorkspaceTab /> },
    { key: 'users', isShown: isAdministrator, children: <UsersTab /> },
    { key: 'tokens', isShown: isAdministrator, children: <TokensTab /> },
    { key: 'webhooks', isShown: isDesigner, children: <WebhooksTab /> },
    { key: 'about', isShown: true, children: <AboutTab /> },
  ] as const;
  return (
    <Page title={t('navigation.settings')}>
      <Tabs
        activeKey={tab}
        destroyOnHidden
        onChange={(next) => void navigate({ to: '/settings', search: { tab: next } })}
        items={tabs
          .filter(({ isShown }) => isShown)
          .map(({ key, children }) => ({ key, label: t(`settings.tab.${key}`), children }))}
      />
    </Page>
  );
}
