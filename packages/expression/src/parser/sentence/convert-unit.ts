import { decimal } from './read-number.js';

/** Units that count, which people use for each other: “3 单”, “3 次”, "3 items". */
const counts: readonly string[] = ['time', 'piece', 'person', 'point'];

/** How many of the second unit one of the first is; `isRough` where calendars differ. */
const factors: Readonly<
  Record<string, Readonly<Record<string, { readonly by: number; readonly isRough?: true }>>>
> = {
  week: { day: { by: 7 } },
  month: { day: { by: 30, isRough: true } },
  quarter: { day: { by: 90, isRough: true }, month: { by: 3 } },
  year: { day: { by: 365, isRough: true }, month: { by: 12 }, quarter: { by: 4 } },
  hour: { minute: { by: 60 } },
  day: { hour: { by: 24 }, minute: { by: 1440 } },
};

/** A number in another unit; null when it cannot be said in that. */
export interface Converted {
  readonly value: number;
  readonly isRough: boolean;
  /** 0: the same unit or none given; more: less likely what was meant. */
  readonly distance: number;
}

/** Says `value` in the unit `to`. `digits` and `power` are its exact decimal. */
export function convertUnit(
  value: number,
  exact: { readonly digits: string; readonly power: number },
  from: string | undefined,
  to: string | undefined,
): Converted | null {
  if (from === to || from === undefined) return { value, isRough: false, distance: 0 };
  const factor = to === undefined ? undefined : factors[from]?.[to];
  if (factor !== undefined)
    return { value: value * factor.by, isRough: factor.isRough === true, distance: 1 };
  if (to === undefined) {
    const isTime = ['day', 'week', 'month', 'quarter', 'year', 'hour', 'minute'].includes(from);
    // A share is stored as 0.7 unless its unit says percent.
    const shown = from === 'percent' ? decimal(exact.digits, exact.power - 2) : value;
    return { value: shown, isRough: false, distance: isTime ? 4 : 2 };
  }
  if (from === 'point' || to === 'point') return { value, isRough: false, distance: 3 };
  if (counts.includes(from) && counts.includes(to)) return { value, isRough: false, distance: 1 };
  return null;
}
