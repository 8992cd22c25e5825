const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const canonicalInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/**
 * Whether `text` is a day of the calendar written `YYYY-MM-DD`, year 0001 to 9999.
 * @see ISO 8601-1:2019, section 5.2.2, in the proleptic Gregorian calendar that PostgreSQL's `date` uses
 * @since 0.1.0
 */
export function isDateText(text: string): boolean {
  const parts = datePattern.exec(text);
  if (parts === null || parts[1] === '0000') return false;
  const date = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/**
 * An ISO 8601 instant with its offset in the one form that sorts as text: UTC with milliseconds.
 * @returns null for anything else; an instant without an offset is none, since its zone is unknown
 * @since 0.1.0
 */
export function canonicalInstantText(text: string): string | null {
  if (!instantPattern.test(text) || !isDateText(text.slice(0, 10))) return null;
  if (canonicalInstant.test(text) && !Number.isNaN(Date.parse(text))) return text;
  const time = Date.parse(text);
  if (Number.isNaN(time)) return null;
  const canonical = new Date(time).toISOString();
  return canonicalInstant.test(canonical) ? canonical : null;
}
