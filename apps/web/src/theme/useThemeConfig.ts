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

export function useThemeConfig(): ThemeConfig {
  const isDark = useIsDark();
  return useMemo(
    () => ({
      algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
      token: {
        colorPrimary: isDark ? '#2aa3b8' : '#0b7285',
        colorInfo: isDark ? '#2aa3b8' : '#0b7285',
        colorLink: isDark ? '#4fc0d3' : '#0b7285',
        colorBgLayout: isDark ? '#101214' : '#f4f6f8',
        colorPrimaryBg: isDark ? '#12313a' : '#e4f2f4',
        colorInfoBg: isDark ? '#12313a' : '#e4f2f4',
        colorInfoBorder: isDark ? '#1f5563' : '#a9d3da',
        controlItemBgActive: isDark ? '#12313a' : '#e4f2f4',
        borderRadius: 6,
        fontFamily,
      },
      components: { Layout: { siderBg: isDark ? '#16191c' : '#ffffff', headerBg: 'transparent' } },
    }),
    [isDark],
  );
}
