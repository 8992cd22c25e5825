import { useMemo } from 'react';
import { useCall } from '../api/useCall';
import { useLanguage } from '../store/preferences';

/** A decimal as the API sends it, or a number. */
export type Amount = string | number | null | undefined;

export interface Format {
  readonly currency: string;
  readonly timeZone: string;
  number(value: Amount, maximumFractionDigits?: number): string;
  money(value: Amount): string;
  percent(value: number): string;
  /** A calendar day (`2026-01-31`) or the day of an instant in the workspace's time zone. */
  date(value: string | null | undefined): string;
  dateTime(value: string | null | undefined): string;
}

const absent = '–';
const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** Formats numbers, money and dates for a language. Decimals stay text, so that `Intl` formats them without rounding to binary. */
export function makeFormat(language: string, currency: string, timeZone: string): Format {
  const decimal = (value: Amount): Intl.StringNumericLiteral | number | undefined =>
    value === null || value === undefined || value === '' || Number.isNaN(Number(value))
      ? undefined
      : (value as Intl.StringNumericLiteral | number);
  const withFraction = (digits: number) => new Intl.NumberFormat(language, { maximumFractionDigits: digits });
  const money = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  const percent = new Intl.NumberFormat(language, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const show = (formatter: Intl.DateTimeFormat, value: string): string => {
    const at = new Date(value);
    return Number.isNaN(at.getTime()) ? value : formatter.format(at);
  };
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const dayOfInstant = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone });
  const instant = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return {
    currency,
    timeZone,
    number: (value, digits = 6) => {
      const number = decimal(value);
      return number === undefined ? absent : withFraction(digits).format(number);
    },
    money: (value) => {
      const number = decimal(value);
      return number === undefined ? absent : money.format(number);
    },
    percent: (value) => percent.format(value),
    date: (value) => (!value ? absent : show(isDay(value) ? day : dayOfInstant, value)),
    dateTime: (value) => (!value ? absent : isDay(value) ? show(day, value) : show(instant, value)),
  };
}

/** {@link makeFormat} with the chosen language and the workspace's currency and time zone. */
export function useFormat(): Format {
  const language = useLanguage();
  const { data } = useCall('getWorkspace', {}, { staleTime: Infinity });
  const currency = data?.currency ?? 'CNY';
  const timeZone = data?.timeZone ?? 'UTC';
  return useMemo(() => makeFormat(language, currency, timeZone), [language, currency, timeZone]);
}
