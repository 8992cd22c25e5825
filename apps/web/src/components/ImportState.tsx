import type { Import } from '@terrace/client';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const colors: Record<Import['state'], string> = {
  queued: 'default',
  running: 'processing',
  done: 'green',
  failed: 'red',
  cancelled: 'default',
};

export function ImportState({ state }: { readonly state: Import['state'] }): ReactNode {
  const { t } = useTranslation();
  return <Tag color={colors[state]}>{t(`import.state.${state}`)}</Tag>;
}
