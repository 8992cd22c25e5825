import type { InputNames, PositionalSubject } from '../protocol.js';

const DAY_MS = 86_400_000;

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

function record(names: readonly string[], values: readonly unknown[], from: number): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (let index = 0; index < names.length; index += 1)
    made[names[index] as string] = values[from + index] ?? null;
  return made;
}

/** Subjects as code sees them, of the positional values that travel. */
export function readSubjects(
  subjects: readonly PositionalSubject[],
  names: InputNames,
  asOf: string,
): readonly object[] {
  const today = dayNumber(asOf);
  return subjects.map(([fields, eventLists]) => {
    const events: Record<string, unknown> = {};
    names.events.forEach(({ type, fields: eventFields }, index) => {
      events[type] = (eventLists[index] ?? []).map((event) => {
        const [at, day] = event as [string, string];
        return { at, day, daysAgo: today - dayNumber(day), fields: record(eventFields, event, 2) };
      });
    });
    return { fields: record(names.fields, fields, 0), events };
  });
}
