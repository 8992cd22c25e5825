import { theme } from 'antd';
import { useLayoutEffect } from 'react';
import { useIsDark } from './useThemeConfig';

/** Gives the stylesheet the colours of the current antd theme as CSS variables. */
export function ThemeVariables(): null {
  const { token } = theme.useToken();
  const isDark = useIsDark();
  useLayoutEffect(() => {
    const { style, dataset } = document.documentElement;
    dataset['theme'] = isDark ? 'dark' : 'light';
    style.colorScheme = isDark ? 'dark' : 'light';
    const colors = {
      background: token.colorBgLayout,
      surface: token.colorBgContainer,
      raised: token.colorBgElevated,
      border: token.colorBorderSecondary,
      'border-strong': token.colorBorder,
      text: token.colorText,
      muted: token.colorTextSecondary,
      faint: token.colorFillTertiary,
      primary: token.colorPrimary,
      'primary-faint': token.colorPrimaryBg,
      error: token.colorError,
      success: token.colorSuccess,
      warning: token.colorWarning,
      font: token.fontFamily,
    };
    for (const [name, value] of Object.entries(colors)) style.setProperty(`--t-${name}`, value);
  }, [token, isDark]);
  return null;
}
