import { useCallback } from 'react';
import { useFormat } from '../../i18n/useFormat';
import { useUnitWords } from '../../i18n/useUnitWords';

/** Says a figure of a report by its unit: shares in percent, money with its currency. */
export function useMeasureWords(): (
  value: string | number | null | undefined,
  unit: string | null,
) => string {
  const format = useFormat();
  const unitWords = useUnitWords();
  return useCallback(
    (value, unit) => {
      if (value === null || value === undefined || value === '') return format.number(null);
      if (unit === 'share') return format.percent(Number(value));
      if (unit === 'currency') return format.money(value);
      return [format.number(value, 2), unitWords(unit)].filter(Boolean).join(' ');
    },
    [format, unitWords],
  );
}
