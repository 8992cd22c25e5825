import { theme, type ThemeConfig } from 'antd';
import { useMemo, useSyncExternalStore } from 'react';
import { usePreferences } from '../store/preferences';

const systemDark = window.matchMedia('(prefers-color-scheme: dark)');
const subscribe = (notify: () => void): (() => void) => {
  systemDark.addEventListener('change', notify);
  return () => systemDark.removeEventListener('change', notify);
};

/** Whether dark colours are shown now: chosen, or left to the system. */
export function useIsDark(): boolean {
  const mode = usePreferences((state) => state.themeMode);
  const system = useSyncExternalStore(subscribe, () => systemDark.matches);
  return mode === 'system' ? system : mode === 'dark';
}

const fontFamily =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'WenQuanYi Micro Hei', sans-serif";

const lightColors = {
  colorPrimary: '#0b7285',
  colorInfo: '#0b7285',
  colorError: '#d9363e',
  colorTextTertiary: 'rgba(0, 0, 0, 0.6)',
  colorTextPlaceholder: 'rgba(0, 0, 0, 0.6)',
  colorSuccess: '#2e7d12',
};

const darkColors = {
  colorPrimary: '#1f8fa3',
  colorInfo: '#2aa3b8',
  colorError: '#ff6b70',
  colorTextTertiary: 'rgba(255, 255, 255, 0.62)',
  colorTextPlaceholder: 'rgba(255, 255, 255, 0.62)',
  geekblue: '#597ef7',
};

export function useThemeConfig(): ThemeConfig {
  const isDark = useIsDark();
  return useMemo(
    () => ({
      algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
      token: {
        // Chosen so that text in them, or of them, stands out enough (WCAG 2, 4.5 : 1).
        ...(isDark ? darkColors : lightColors),
        colorLink: isDark ? '#4fc0d3' : '#0b7285',
        colorBgLayout: isDark ? '#101214' : '#f4f6f8',
        colorPrimaryBg: isDark ? '#12313a' : '#e4f2f4',
        colorInfoBg: isDark ? '#12313a' : '#e4f2f4',
        colorInfoBorder: isDark ? '#1f5563' : '#a9d3da',
        controlItemBgActive: isDark ? '#12313a' : '#e4f2f4',
        borderRadius: 6,
        fontFamily,
      },
      components: {
        Layout: { siderBg: isDark ? '#16191c' : '#ffffff', headerBg: 'transparent' },
        ...(isDark ? { Menu: { itemSelectedColor: '#4fc0d3' }, Tabs: { itemSelectedColor: '#4fc0d3' } } : {}),
      },
    }),
    [isDark],
  );
}
