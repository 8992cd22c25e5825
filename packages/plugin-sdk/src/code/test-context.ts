import type { CodeContext, FetchInit } from './context.js';
import type { CodeParameter, ParameterValues } from './parameter.js';

/** What a host answers in a test: status 200 and an empty body unless given. @since 0.1.0 */
export interface TestAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What {@link testContext} takes besides the defaults. @since 0.1.0 */
export interface TestContextOptions<P extends readonly CodeParameter[]> {
  readonly parameters?: Partial<ParameterValues<P>>;
  /** 2025-12-31 unless given. */
  readonly asOf?: string;
  /** UTC unless given. */
  readonly timeZone?: string;
  /** Answers in place of the network; without it every call fails. */
  readonly fetch?: (url: string, init?: FetchInit) => TestAnswer | Promise<TestAnswer>;
  /** Gets every line of the log. */
  readonly log?: (text: string) => void;
  readonly storage?: string | null;
}

/**
 * A context to call `compute` or `run` of `definition` with in a test: its parameters have their defaults, unless given.
 * @since 0.1.0
 */
export function testContext<const P extends readonly CodeParameter[]>(
  definition: { readonly parameters?: P },
  options: TestContextOptions<P> = {},
): CodeContext<P> {
  const defaults = (definition.parameters ?? []).map((parameter) => [parameter.id, parameter.default]);
  return {
    parameters: { ...Object.fromEntries(defaults), ...options.parameters } as ParameterValues<P>,
    asOf: options.asOf ?? '2025-12-31',
    timeZone: options.timeZone ?? 'UTC',
    fetch: async (url, init) => {
      if (options.fetch === undefined) throw new Error(`The test has no answer for ${url}.`);
      const { status = 200, headers = {}, body = '' } = await options.fetch(url, init);
      return {
        status,
        ok: status >= 200 && status < 300,
        headers,
        text: async () => body,
        json: async () => JSON.parse(body) as unknown,
      };
    },
    log: options.log ?? (() => undefined),
    storage: options.storage ?? null,
  };
}
