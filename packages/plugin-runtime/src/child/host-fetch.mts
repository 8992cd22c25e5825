import type { FetchInit, FetchResponse } from '@terrace/plugin-sdk/code';
import type { FetchAnswer } from '../protocol.js';
import { report } from './channel.mjs';

const waiting = new Map<number, (answer: FetchAnswer) => void>();
let calls = 0;

/** The host's answer to call `call`. */
export function settleFetch(call: number, answer: FetchAnswer): void {
  waiting.get(call)?.(answer);
  waiting.delete(call);
}

/** `context.fetch`: the host calls, this process has no network. */
export async function hostFetch(url: string, init: FetchInit = {}): Promise<FetchResponse> {
  calls += 1;
  const call = calls;
  const { method, headers, body } = init;
  const answered = new Promise<FetchAnswer>((resolve) => waiting.set(call, resolve));
  report({ type: 'fetch', call, url: String(url), init: { method, headers, body } });
  const answer = await answered;
  if ('error' in answer) throw new Error(answer.error);
  const { status, headers: heads, body: text } = answer;
  return Object.freeze({
    status,
    ok: status >= 200 && status < 300,
    headers: heads,
    text: async () => text,
    json: async () => JSON.parse(text) as unknown,
  });
}
