import type { PluginPermissions } from '@terrace/client';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/useFormat';

export interface PermissionWords {
  readonly id: string;
  readonly isGranted: boolean;
  readonly text: string;
}

/** Says what the code of a plugin may do and what it may not. */
export function usePermissionWords(): (permissions: PluginPermissions) => readonly PermissionWords[] {
  const { t } = useTranslation();
  return ({ network, storage, subjectKeys }) => [
    {
      id: 'network',
      isGranted: network.length > 0,
      text:
        network.length > 0
          ? t('plugin.permission.network', { hosts: network.join(t('operator.comma')) })
          : t('plugin.permission.noNetwork'),
    },
    {
      id: 'storage',
      isGranted: storage,
      text: t(storage ? 'plugin.permission.storage' : 'plugin.permission.noStorage'),
    },
    {
      id: 'subjectKeys',
      isGranted: subjectKeys,
      text: t(subjectKeys ? 'plugin.permission.subjectKeys' : 'plugin.permission.noSubjectKeys'),
    },
    { id: 'personal', isGranted: false, text: t('plugin.permission.noPersonal') },
  ];
}

/** Says the limits of a plugin's code. */
export function useLimitWords(): (limits: { memoryMb: number; timeoutMs: number }) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ memoryMb, timeoutMs }) =>
    t('plugin.limits', { memory: format.number(memoryMb), seconds: format.number(timeoutMs / 1000, 1) });
}
