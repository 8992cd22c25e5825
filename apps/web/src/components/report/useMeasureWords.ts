import { useCallback } from 'react';
import { useFormat } from '../../i18n/useFormat';
import { useQuantityWords } from '../../i18n/useQuantityWords';

/** Says a figure of a report by its unit: shares in percent, money with its currency. */
export function useMeasureWords(): (
  value: string | number | null | undefined,
  unit: string | null,
) => string {
  const format = useFormat();
  const quantityWords = useQuantityWords();
  return useCallback(
    (value, unit) => {
      if (value === null || value === undefined || value === '') return format.number(null);
      if (unit === 'share') return format.percent(Number(value));
      if (unit === 'currency') return format.money(value);
      return quantityWords(value, unit, 2);
    },
    [format, quantityWords],
  );
}
