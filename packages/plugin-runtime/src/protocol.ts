/** Both directions speak in frames: four bytes with the length of what follows, little-endian, then JSON in UTF-8. */
export const FRAME_HEADER_BYTES = 4;

/** What code reached for without being allowed to. `target` is its own account: a host and port, a path, a module. */
export interface Attempt {
  readonly kind:
    | 'connect'
    | 'listen'
    | 'lookup'
    | 'datagram'
    | 'fetch'
    | 'process'
    | 'thread'
    | 'debugger'
    | 'signal'
    | 'exit'
    | 'compile'
    | 'load'
    | 'read'
    | 'write'
    | 'link'
    | 'addon'
    | 'host';
  readonly target: string;
}

/** Parts of a call's context that travel. */
export interface CallContext {
  readonly parameters: Readonly<Record<string, string | number>>;
  /** `yyyy-mm-dd`. */
  readonly asOf: string;
  readonly timeZone: string;
}

/** Names of what the positional values of subjects are, in their order. */
export interface InputNames {
  readonly fields: readonly string[];
  readonly events: readonly { readonly type: string; readonly fields: readonly string[] }[];
}

/** What the host asks of the child. */
export type Request =
  | { readonly type: 'load'; readonly file: string; readonly storage: string | null }
  | {
      readonly type: 'compute';
      readonly id: number;
      readonly dimension: string;
      readonly names: InputNames;
      readonly context: CallContext;
      /** Largest answer, in bytes. */
      readonly limit: number;
      readonly subjects: readonly PositionalSubject[];
    }
  | {
      readonly type: 'run';
      readonly id: number;
      readonly action: string;
      readonly context: CallContext;
      readonly occasion: object;
    }
  | { readonly type: 'fetched'; readonly call: number; readonly answer: FetchAnswer };

/** Fields, then per event type the events: instant, day, fields. */
export type PositionalSubject = readonly [
  fields: readonly unknown[],
  events: readonly (readonly (readonly unknown[])[])[],
];

/** What became of a call through the host; `error` is for the code to see. */
export type FetchAnswer =
  | { readonly error: string }
  | { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string };

/** What an answer holds in place of a value that cannot be one, such as NaN or an object. */
export interface NoValue {
  readonly none: string;
}

/** What the child says. The host believes none of it. */
export type Report =
  | { readonly type: 'ready' }
  | { readonly type: 'loaded'; readonly declarations: unknown }
  | { readonly type: 'answer'; readonly id: number; readonly values: unknown; readonly usesAsOf: boolean }
  | { readonly type: 'done'; readonly id: number }
  | { readonly type: 'tooLarge'; readonly id: number; readonly bytes: number }
  /** `isFinal`: nobody could catch it, and the process ends by it. */
  | {
      readonly type: 'threw';
      readonly id: number | null;
      readonly message: string;
      readonly isFinal: boolean;
    }
  | { readonly type: 'denied'; readonly attempt: Attempt }
  | { readonly type: 'fetch'; readonly call: number; readonly url: string; readonly init: unknown }
  | { readonly type: 'log'; readonly text: string };
