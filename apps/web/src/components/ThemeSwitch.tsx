import { DesktopOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences, type ThemeMode } from '../store/preferences';

const icons: Record<ThemeMode, ReactNode> = {
  light: <SunOutlined />,
  dark: <MoonOutlined />,
  system: <DesktopOutlined />,
};
const modes = ['light', 'dark', 'system'] as const;

export function ThemeSwitch(): ReactNode {
  const { t } = useTranslation();
  const { themeMode, setThemeMode } = usePreferences();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [themeMode],
        items: modes.map((key) => ({ key, icon: icons[key], label: t(`theme.${key}`) })),
        onClick: ({ key }) => setThemeMode(key as ThemeMode),
      }}
    >
      <Button
        type="text"
        icon={icons[themeMode]}
        aria-label={t('theme.label')}
        title={t('theme.label')}
        data-testid="theme-switch"
      />
    </Dropdown>
  );
}
