import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { queryClient } from '../api/query-client';
import { useLanguage } from '../store/preferences';
import { ThemeVariables } from '../theme/ThemeVariables';
import { useThemeConfig } from '../theme/useThemeConfig';
import { router } from './router';

/** Messages come and go below the toolbars, which must stay in sight. In pixels from the top. */
const belowToolbars = { top: 72 } as const;

export function App(): ReactNode {
  const language = useLanguage();
  return (
    <QueryClientProvider client={queryClient}>
      <ConfigProvider
        theme={useThemeConfig()}
        locale={language === 'zh-CN' ? zhCN : enUS}
        button={{ autoInsertSpace: false }}
      >
        <ThemeVariables />
        <AntApp className="app-root" message={belowToolbars}>
          <RouterProvider router={router} />
        </AntApp>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
