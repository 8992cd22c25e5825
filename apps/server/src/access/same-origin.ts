import type { FastifyRequest } from 'fastify';
import { fault } from '../common/fault.js';

/**
 * Refuses a change that another site makes the browser send. Browsers say where a request comes from by
 * `Sec-Fetch-Site` (secure contexts) or `Origin`; programs say neither.
 * @param mustSay - for a request that carries the session cookie: silence is refused as well
 * @throws Fault `NOT_ALLOWED`
 */
export function checkSameOrigin(request: FastifyRequest, mustSay: boolean): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  const isSame =
    site !== undefined
      ? site === 'same-origin' || site === 'none'
      : origin !== undefined
        ? hostOf(origin) === request.host
        : !mustSay;
  if (isSame) return;
  throw fault('NOT_ALLOWED', 'CROSS_SITE', {
    en: 'Changes are accepted from pages of this address only; programs should send an API token instead of the cookie.',
    'zh-CN': '只接受来自本站页面的修改请求；程序请使用 API 令牌，不要使用 Cookie。',
  });
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    // "null", which sandboxed pages send.
    return undefined;
  }
}
