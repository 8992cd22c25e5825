import type { CodeParameter, ParameterValues } from './parameter.js';

/** A request of {@link CodeContext.fetch}. @since 0.1.0 */
export interface FetchInit {
  /** `GET` unless given. */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** At most 1 MiB. */
  readonly body?: string;
}

/** What a host answered. @since 0.1.0 */
export interface FetchResponse {
  readonly status: number;
  /** Whether the status is 200 to 299. */
  readonly ok: boolean;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  text(): Promise<string>;
  /** @throws SyntaxError when the body is not JSON */
  json(): Promise<unknown>;
}

/** What code is given besides its input. @since 0.1.0 */
export interface CodeContext<P extends readonly CodeParameter[] = readonly CodeParameter[]> {
  readonly parameters: ParameterValues<P>;
  /** The last day that counts, `yyyy-mm-dd`. Use it instead of the clock, so that the same input gives the same value. */
  readonly asOf: string;
  /** The time zone of the workspace, an IANA name. */
  readonly timeZone: string;
  /**
   * Calls a host that the manifest names under `permissions.network`; Terrace performs the call. Redirects are not followed,
   * answers end at 1 MiB, and the time counts as time of the code.
   * @throws Error when the host does not answer; any other host breaks the plugin's permissions
   */
  fetch(url: string, init?: FetchInit): Promise<FetchResponse>;
  /** Writes a line to the plugin's log. */
  log(text: string): void;
  /** A folder that keeps what is written into it, with `permissions.storage`; else null. */
  readonly storage: string | null;
}
