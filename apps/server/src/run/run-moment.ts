/** Up to when a run counts, worked out in the workspace time zone. */
export interface RunMoment {
  /** The as-of day, `yyyy-mm-dd`. */
  readonly day: string;
  /** The instant from which on events no longer count, as PostgreSQL text: the day's end, or just after the as-of instant. */
  readonly until: string;
  /** IANA name. */
  readonly timeZone: string;
}
