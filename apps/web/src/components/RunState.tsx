import type { Run } from '@terrace/client';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const colors: Record<Run['state'], string> = {
  queued: 'default',
  running: 'processing',
  computed: 'blue',
  applied: 'green',
  failed: 'red',
  dropped: 'default',
};

export function RunState({ state }: { readonly state: Run['state'] }): ReactNode {
  const { t } = useTranslation();
  return <Tag color={colors[state]}>{t(`run.state.${state}`)}</Tag>;
}
