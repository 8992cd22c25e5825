/** Names of the moment's bound parameters inside a statement, each with its type. */
export interface MomentSql {
  readonly until: string;
  readonly day: string;
  readonly zone: string;
}

/** Whole days from an instant's day to the as-of day, an integer. */
export function daysSince(instant: string, { day, zone }: MomentSql): string {
  return `${day} - (${instant} AT TIME ZONE ${zone})::date`;
}
