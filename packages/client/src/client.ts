import type { Endpoint } from './contract/endpoint.js';
import { apiPrefix, endpoints, type EndpointName } from './contract/endpoints.js';
import { problemSchema, type Problem } from './contract/problem.js';

type Definition<N extends EndpointName> = (typeof endpoints)[N];

// What a schema takes and gives is read from its `_zod`: to ask first whether it extends `z.ZodType` compares whole classes, at every
// call again.
type Taken<D, K extends string> =
  D extends Record<K, { _zod: { input: infer I } }> ? { [P in K]: I } : object;
type TakenIfNeeded<D, K extends string> =
  D extends Record<K, { _zod: { input: infer I } }>
    ? object extends I
      ? { [P in K]?: I }
      : { [P in K]: I }
    : object;

type Input<D> = Taken<D, 'params'> &
  Taken<D, 'body'> &
  TakenIfNeeded<D, 'query'> &
  (D extends { requestStream: string } ? { stream: NonNullable<RequestInit['body']> } : object) & {
    signal?: AbortSignal;
  };

// The detour over `infer` hides what the input may be: while the compiler still infers `N`, it would work out those of all endpoints.
/** What a call of an endpoint takes: its path parameters, query and body; `stream` for one that takes a file. @since 0.1.0 */
export type CallInput<N extends EndpointName> =
  Input<Definition<N>> extends infer I extends object ? I : never;

/** What a call answers: the response, the raw `Response` of one that streams, or nothing. @since 0.1.0 */
export type CallResult<N extends EndpointName> =
  Definition<N> extends { response: { _zod: { output: infer Output } } }
    ? Output
    : Definition<N> extends { responseStream: string }
      ? Response
      : undefined;

/** How to reach a server. @since 0.1.0 */
export interface ClientOptions {
  /** For example `http://localhost:4000`; empty for the page's own. */
  readonly baseUrl: string;
  /** An API token; a browser session needs none. */
  readonly token?: string;
  /** Replaces the global `fetch`. */
  readonly fetch?: typeof fetch;
}

/** The server refused a call or could not be reached; `problem` says why. @since 0.1.0 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly problem: Problem;
  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.detail ?? problem.title, options);
    this.problem = problem;
  }
}

/** Calls endpoints of the contract by name. @since 0.1.0 */
export interface Client {
  /** @throws ApiError when the answer is a problem document or the server cannot be reached (`code` `UNREACHABLE`). */
  call<N extends EndpointName>(
    name: N,
    ...input: object extends CallInput<N> ? [CallInput<N>?] : [CallInput<N>]
  ): Promise<CallResult<N>>;
}

interface RawInput {
  params?: Record<string, string | number>;
  query?: Record<string, unknown>;
  body?: unknown;
  stream?: NonNullable<RequestInit['body']>;
  signal?: AbortSignal;
}

/** The address of a call below the server's base URL. @since 0.1.0 */
export function urlOf(
  name: EndpointName,
  params: Record<string, string | number> = {},
  query: Record<string, unknown> = {},
): string {
  const path = endpoints[name].path.replace(/:([a-zA-Z]+)/g, (_, id: string) =>
    encodeURIComponent(String(params[id])),
  );
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== null) search.set(key, String(value));
  const text = search.toString();
  return `${apiPrefix}${path}${text === '' ? '' : `?${text}`}`;
}

async function problemOf(response: Response): Promise<Problem> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  return {
    type: 'about:blank',
    title: response.statusText || `HTTP ${response.status}`,
    status: response.status,
    code: 'UNEXPECTED_ANSWER',
  };
}

/**
 * Makes a client for the server at `options.baseUrl`.
 * @example
 * const client = createClient({ baseUrl: 'http://localhost:4000', token });
 * const { items } = await client.call('listModels', { query: { pageSize: 10 } });
 * @since 0.1.0
 */
export function createClient(options: ClientOptions): Client {
  const send = options.fetch ?? fetch;
  async function call(name: EndpointName, input: RawInput = {}): Promise<unknown> {
    const definition: Endpoint = endpoints[name];
    const headers: Record<string, string> = { accept: 'application/json, */*;q=0.5' };
    if (options.token !== undefined) headers['authorization'] = `Bearer ${options.token}`;
    if (input.body !== undefined) headers['content-type'] = 'application/json';
    if (input.stream !== undefined)
      headers['content-type'] = definition.requestStream ?? 'application/octet-stream';
    const init: RequestInit & { duplex?: 'half' } = {
      method: definition.method,
      headers,
      credentials: 'same-origin',
    };
    if (input.stream !== undefined) Object.assign(init, { body: input.stream, duplex: 'half' });
    else if (input.body !== undefined) init.body = JSON.stringify(input.body);
    if (input.signal !== undefined) init.signal = input.signal;
    let response: Response;
    try {
      response = await send(`${options.baseUrl}${urlOf(name, input.params, input.query)}`, init);
    } catch (cause) {
      if (input.signal?.aborted) throw cause;
      throw new ApiError(
        { type: 'about:blank', title: 'The server cannot be reached', status: 0, code: 'UNREACHABLE' },
        { cause },
      );
    }
    if (!response.ok) throw new ApiError(await problemOf(response));
    if (definition.responseStream !== undefined) return response;
    if (response.status === 204) return undefined;
    return await response.json();
  }
  return { call: call as Client['call'] };
}
