import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/useCall';
import { useText } from '../../i18n/useText';
import { useLanguage } from '../../store/preferences';
import { groupByOwner, workspaceOwner, type Owned, type OwnerGroup } from './group-by-owner';

export interface Owners {
  /** The plugin's name in the chosen language; its id while it is not known. */
  nameOf(owner: string): string;
  group<T extends Owned>(items: readonly T[]): OwnerGroup<T>[];
}

/** Names who brought something, and groups things by it. */
export function useOwners(): Owners {
  const { t } = useTranslation();
  const text = useText();
  const language = useLanguage();
  const { data } = useCall('listPlugins', {}, { staleTime: 60_000 });
  const nameOf = useCallback(
    (owner: string): string =>
      owner === workspaceOwner
        ? t('owner.workspace')
        : text(data?.items.find(({ id }) => id === owner)?.name) || owner,
    [data, t, text],
  );
  return useMemo(
    () => ({ nameOf, group: (items) => groupByOwner(items, nameOf, language) }),
    [nameOf, language],
  );
}
