import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { FetchAnswer } from '../protocol.js';
import { PrivateAddressError, publicLookup, requirePublicHost } from './public-address.js';

/** A whole call: connection, request and answer. */
const TIMEOUT_MS = 10_000;
/** Largest body, of a request and of an answer. */
const LARGEST_BODY = 1024 * 1024;

/** A call that was checked. */
export interface FetchRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Headers that Terrace sets itself: who is called, and how the body is framed. */
const ownHeaders = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'upgrade',
  'te',
  'trailer',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'expect',
]);

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);
const headerName = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/;
const headerValue = /^[\t\x20-\x7e\x80-\xff]{0,8000}$/;

/**
 * Reads what code asked for.
 * @returns the request, or what is wrong with it, for the code to see
 */
export function readFetchRequest(url: unknown, init: unknown): FetchRequest | string {
  if (typeof url !== 'string' || !URL.canParse(url)) return `${JSON.stringify(url)?.slice(0, 200)} is no URL`;
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:')
    return `only https: and http: can be called, not ${parsed.protocol}`;
  if (parsed.username !== '' || parsed.password !== '') return 'a URL with a password cannot be called';
  const given = (typeof init === 'object' && init !== null ? init : {}) as Record<string, unknown>;
  const method = String(given['method'] ?? 'GET').toUpperCase();
  if (!methods.has(method)) return `the method ${method.slice(0, 20)} cannot be used`;
  const body = given['body'] ?? null;
  if (body !== null && typeof body !== 'string') return 'the body of a request is text';
  if (body !== null && Buffer.byteLength(body) > LARGEST_BODY)
    return `the body is larger than ${LARGEST_BODY} bytes`;
  const headers = readHeaders(given['headers']);
  return typeof headers === 'string' ? headers : { url: parsed, method, headers, body };
}

function readHeaders(given: unknown): Readonly<Record<string, string>> | string {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries((given ?? {}) as Record<string, unknown>).slice(0, 50)) {
    if (!headerName.test(name) || ownHeaders.has(name.toLowerCase()))
      return `the header ${name.slice(0, 100)} cannot be set`;
    if (typeof value !== 'string' || !headerValue.test(value))
      return `the header ${name} has no text for a value`;
    headers[name.toLowerCase()] = value;
  }
  return headers;
}

/** Whether `url` is at one of `hosts`, each with its port where that is not the usual one. */
export function isPermitted(url: URL, hosts: readonly string[]): boolean {
  return hosts.includes(url.host);
}

/**
 * Makes a call for code. Redirects are answers like any other.
 * @param allowPrivate - whether hosts of this machine's own networks may be called
 * @returns the answer, or why there is none
 */
export async function performFetch(
  { url, method, headers, body }: FetchRequest,
  allowPrivate: boolean,
  signal: AbortSignal,
): Promise<FetchAnswer> {
  try {
    if (!allowPrivate) requirePublicHost(url);
    return await call();
  } catch (error) {
    return { error: reasonOf(error, url) };
  }

  function call(): Promise<FetchAnswer> {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    return new Promise((resolve, reject) => {
      const request = send(url, {
        method,
        headers: {
          ...headers,
          'user-agent': 'Terrace',
          ...(body === null ? {} : { 'content-length': Buffer.byteLength(body) }),
        },
        agent: false,
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
        ...(allowPrivate ? {} : { lookup: publicLookup }),
      });
      request.on('error', reject);
      request.on('response', (response) => readAnswer(response).then(resolve, reject));
      request.end(body ?? undefined);
    });
  }
}

async function readAnswer(response: IncomingMessage): Promise<FetchAnswer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LARGEST_BODY) throw new Error(`the answer is larger than ${LARGEST_BODY} bytes`);
    chunks.push(chunk);
  }
  const headers = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function reasonOf(error: unknown, { host }: URL): string {
  if (error instanceof PrivateAddressError) return error.message;
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError' || error.name === 'AbortError')
    return `${host} did not answer within ${TIMEOUT_MS / 1000} s`;
  const code = (error as NodeJS.ErrnoException).code;
  return `${host} cannot be called: ${error.message === '' ? String(code) : error.message}`;
}
