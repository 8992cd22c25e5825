import type { CodeDimension } from '@terrace/plugin-sdk';
import type { InputNames } from './protocol.js';

/** A value of a field; numbers, texts and booleans as they are, dates and instants as ISO text. @since 0.1.0 */
export type FieldValue = number | string | boolean | null;

/** What code is told of one subject. @since 0.1.0 */
export interface SubjectInput {
  readonly fields?: Readonly<Record<string, FieldValue>>;
  /** By type, oldest first. `day` is the event's day in the time zone of the workspace. */
  readonly events?: Readonly<Record<string, readonly EventInput[]>>;
}

/** One event of a subject. @since 0.1.0 */
export interface EventInput {
  readonly at: string;
  readonly day: string;
  readonly fields?: Readonly<Record<string, FieldValue>>;
}

/** The order in which the values of a subject travel: that of the declaration. @since 0.1.0 */
export function inputNames({ inputs }: CodeDimension): InputNames {
  return {
    fields: Object.keys(inputs.fields),
    events: Object.entries(inputs.events).map(([type, { fields }]) => ({
      type,
      fields: Object.keys(fields),
    })),
  };
}

/**
 * A subject as `computeBatch` takes it: JSON of `[[field, …], [[[at, day, field, …], …], …]]`, fields and event types in the order of
 * {@link inputNames}. PostgreSQL writes the same text, so that no value of a bulk run is taken apart on its way.
 * @since 0.1.0
 */
export function encodeSubject(dimension: CodeDimension, { fields = {}, events = {} }: SubjectInput): string {
  const names = inputNames(dimension);
  return JSON.stringify([
    names.fields.map((name) => fields[name] ?? null),
    names.events.map(({ type, fields: eventFields }) =>
      (events[type] ?? []).map((event) => [
        event.at,
        event.day,
        ...eventFields.map((name) => event.fields?.[name] ?? null),
      ]),
    ),
  ]);
}
