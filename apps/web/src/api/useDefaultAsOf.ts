import { useMemo } from 'react';
import { useFormat } from '../i18n/useFormat';
import { useCatalog } from './useCatalog';

/** The calendar day of an instant in a time zone, ISO. */
export const dayIn = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    at,
  );

/**
 * The as-of day to begin with: the day of the newest event of the subject type, so that data of the past is not seen from
 * far behind; today when there are no events or they reach into the future.
 */
export function useDefaultAsOf(subjectType: string | undefined): string {
  const { eventTypes } = useCatalog();
  const { timeZone } = useFormat();
  return useMemo(() => {
    const today = dayIn(new Date(), timeZone);
    const newest = eventTypes
      .filter((type) => type.subjectType === subjectType && type.lastAt !== null)
      .map((type) => dayIn(new Date(type.lastAt as string), timeZone))
      .sort()
      .at(-1);
    return newest !== undefined && newest < today ? newest : today;
  }, [eventTypes, subjectType, timeZone]);
}
