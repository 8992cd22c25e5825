import {
  ApartmentOutlined,
  AppstoreOutlined,
  CheckSquareOutlined,
  DatabaseOutlined,
  HomeOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  SettingOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { Button, Flex, Layout, Menu } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../components/LanguageSwitch';
import { ThemeSwitch } from '../components/ThemeSwitch';
import { usePreferences } from '../store/preferences';
import { AccountMenu } from './AccountMenu';
import { Logo } from './Logo';

const places = [
  { key: 'home', to: '/', icon: <HomeOutlined />, prefixes: [] },
  { key: 'data', to: '/data', icon: <DatabaseOutlined />, prefixes: ['/data'] },
  { key: 'models', to: '/models', icon: <ApartmentOutlined />, prefixes: ['/models', '/runs'] },
  { key: 'tasks', to: '/tasks', icon: <CheckSquareOutlined />, prefixes: ['/tasks'] },
  { key: 'subjects', to: '/subjects', icon: <TeamOutlined />, prefixes: ['/subjects'] },
  { key: 'plugins', to: '/plugins', icon: <AppstoreOutlined />, prefixes: ['/plugins'] },
  { key: 'settings', to: '/settings', icon: <SettingOutlined />, prefixes: ['/settings'] },
] as const;

const placeOf = (pathname: string): string =>
  places.find(({ prefixes }) => prefixes.some((prefix) => pathname.startsWith(prefix)))?.key ?? 'home';

/** The frame of every page after sign-in. */
export function AppLayout(): ReactNode {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { isNavigationCollapsed, setNavigationCollapsed } = usePreferences();
  // The editor needs the width.
  const isEditor = /^\/models\/(?!new$)[^/]+$/.test(pathname);
  const isCollapsed = isNavigationCollapsed || isEditor;
  return (
    <Layout className="frame">
      <a className="skip-link" href="#content">
        {t('navigation.skip')}
      </a>
      <Layout.Sider
        className="frame-side"
        width={196}
        collapsedWidth={56}
        collapsed={isCollapsed}
        trigger={null}
      >
        <Flex className="brand" align="center" gap={10}>
          <Logo />
          {!isCollapsed && <span className="brand-name">Terrace</span>}
        </Flex>
        <nav aria-label={t('navigation.label')} className="frame-nav">
          <Menu
            mode="inline"
            inlineIndent={16}
            selectedKeys={[placeOf(pathname)]}
            items={places.map(({ key, to, icon }) => ({
              key,
              icon,
              label: (
                <Link to={to} data-testid={`nav-${key}`}>
                  {t(`navigation.${key}`)}
                </Link>
              ),
            }))}
          />
        </nav>
        <Flex
          vertical={isCollapsed}
          align="center"
          justify="space-between"
          className="frame-foot"
          gap={4}
          wrap
        >
          <AccountMenu isCompact={isCollapsed} />
          <Flex vertical={isCollapsed}>
            <LanguageSwitch isCompact />
            <ThemeSwitch />
            {!isEditor && (
              <Button
                type="text"
                icon={isCollapsed ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
                aria-label={t(isCollapsed ? 'navigation.expand' : 'navigation.collapse')}
                title={t(isCollapsed ? 'navigation.expand' : 'navigation.collapse')}
                onClick={() => setNavigationCollapsed(!isCollapsed)}
              />
            )}
          </Flex>
        </Flex>
      </Layout.Sider>
      <Layout.Content id="content" className="frame-content" tabIndex={-1}>
        <Outlet />
      </Layout.Content>
    </Layout>
  );
}
