import { useCallback } from 'react';
import { useFormat, type Amount } from './useFormat';
import { useUnitWords } from './useUnitWords';

/** Says a number with its unit behind it: 30 days, 5 %. */
export function useQuantityWords(): (
  value: Amount,
  unit: string | null | undefined,
  maximumFractionDigits?: number,
) => string {
  const format = useFormat();
  const unitWords = useUnitWords();
  return useCallback(
    (value, unit, digits) => [format.number(value, digits), unitWords(unit)].filter(Boolean).join(' '),
    [format, unitWords],
  );
}
