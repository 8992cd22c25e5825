/** What a field of each type is in code; a `date` is `yyyy-mm-dd`, an `instant` ISO 8601 in UTC. */
interface FieldValues {
  readonly number: number;
  readonly text: string;
  readonly boolean: boolean;
  readonly date: string;
  readonly instant: string;
  readonly enumeration: string;
}

/**
 * Fields that are read: their types by id, as the record type declares them. Fields of sensitivity `personal` are refused.
 * @since 0.1.0
 */
export type InputFields = { readonly [field: string]: keyof FieldValues };

/** Which events of a type are read. @since 0.1.0 */
export interface InputEvents {
  readonly fields?: InputFields;
  /** Only those of the last so many days, the as-of day included; all, unless given. At most 36,525. */
  readonly days?: number;
  /** Only the newest so many; 100 unless given, at most 1,000. */
  readonly limit?: number;
}

/** What a dimension reads of each subject: nothing else reaches its code, the subject's key included. @since 0.1.0 */
export interface DimensionInputs {
  readonly fields?: InputFields;
  /** By event type. */
  readonly events?: { readonly [eventType: string]: InputEvents };
}

/** Values of fields, by id; null where the record has none. @since 0.1.0 */
export type FieldsOf<F extends InputFields | undefined> = F extends InputFields
  ? { readonly [Field in keyof F]: FieldValues[F[Field]] | null }
  : { readonly [field: string]: never };

/** One event, as the code of a dimension sees it. @since 0.1.0 */
export interface EventOf<F extends InputFields | undefined> {
  /** When it happened: ISO 8601 in UTC, to the millisecond. */
  readonly at: string;
  /** The day it happened, `yyyy-mm-dd`, in the time zone of the workspace. */
  readonly day: string;
  /** Whole days from that day to the as-of day. */
  readonly daysAgo: number;
  readonly fields: FieldsOf<F>;
}

/** One subject, as the code of a dimension sees it. @since 0.1.0 */
export interface SubjectOf<I extends DimensionInputs> {
  readonly fields: FieldsOf<I['fields']>;
  /** Up to the as-of moment, by event type, oldest first; a subject without any has an empty list. */
  readonly events: I['events'] extends { readonly [eventType: string]: InputEvents }
    ? { readonly [Type in keyof I['events']]: readonly EventOf<I['events'][Type]['fields']>[] }
    : { readonly [eventType: string]: never };
}
