import type { Plugin } from '@terrace/client';
import { useTranslation } from 'react-i18next';

const kinds = [
  'recordTypes',
  'fields',
  'templates',
  'dimensions',
  'nodeKinds',
  'tiers',
  'actions',
  'reports',
  'samples',
  'testCases',
] as const satisfies readonly (keyof Plugin['counts'])[];

/** Says how much a plugin brings, kind by kind; what it brings none of is left out. */
export function useCountWords(): (counts: Plugin['counts']) => readonly string[] {
  const { t } = useTranslation();
  return (counts) =>
    kinds
      .filter((kind) => counts[kind] > 0)
      .map((kind) => t(`plugin.count.${kind}`, { count: counts[kind] }));
}
