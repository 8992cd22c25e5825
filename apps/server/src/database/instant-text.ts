/** SQL that writes the instant `value` as text: ISO, in UTC, to the millisecond. */
export const instantText = (value: string): string =>
  `to_char(${value} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
