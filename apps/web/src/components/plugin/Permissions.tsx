import { CheckOutlined, MinusCircleOutlined } from '@ant-design/icons';
import type { PluginPermissions } from '@terrace/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLimitWords, usePermissionWords } from './usePermissionWords';

interface PermissionsProps {
  /** Null for a plugin without code. */
  readonly permissions: PluginPermissions | null;
  readonly limits?: { readonly memoryMb: number; readonly timeoutMs: number } | null;
}

/** In plain words, what a plugin's code may do. */
export function Permissions({ permissions, limits = null }: PermissionsProps): ReactNode {
  const { t } = useTranslation();
  const wordsOf = usePermissionWords();
  const limitsOf = useLimitWords();
  if (permissions === null) return <p className="plain-text">{t('plugin.noCode')}</p>;
  return (
    <>
      <p className="plain-text">
        {t('plugin.codeRuns')}
        {limits !== null && ` ${limitsOf(limits)}`}
      </p>
      <ul className="permissions" data-testid="plugin-permissions">
        {wordsOf(permissions).map(({ id, isGranted, text }) => (
          <li key={id} className={isGranted ? 'is-granted' : 'node-muted'}>
            {isGranted ? <CheckOutlined aria-hidden /> : <MinusCircleOutlined aria-hidden />} {text}
          </li>
        ))}
      </ul>
    </>
  );
}
