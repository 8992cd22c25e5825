import { quantityWords } from '@terrace/expression';
import { useCallback } from 'react';
import { useLanguage } from '../store/preferences';
import { useFormat } from './useFormat';

/** Says a unit in words, as it stands behind a number: days, the workspace's currency, %; any other as it is. Nothing for none. */
export function useUnitWords(): (unit: string | null | undefined) => string | undefined {
  const language = useLanguage();
  const { currency } = useFormat();
  return useCallback(
    (unit) => {
      if (unit === undefined || unit === null || unit === '') return undefined;
      if (unit === 'currency') return currency;
      return quantityWords(2, unit, language).replace(/^2\s*/, '') || undefined;
    },
    [language, currency],
  );
}
