/** A subject of a sample; values are text as a file would hold them, null where there is none. @since 0.1.0 */
export interface SampleSubject {
  readonly kind: 'subject';
  readonly type: string;
  readonly key: string;
  readonly values: Readonly<Record<string, string | null>>;
}

/** An event of a sample; `time` is local, `YYYY-MM-DDThh:mm:ss`. @since 0.1.0 */
export interface SampleEvent {
  readonly kind: 'event';
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly id: string | null;
  readonly values: Readonly<Record<string, string | null>>;
}

/** One record of a sample. @since 0.1.0 */
export type SampleRecord = SampleSubject | SampleEvent;
