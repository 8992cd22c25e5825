import { Inject, Injectable } from '@nestjs/common';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Webhook } from 'standardwebhooks';
import { version } from '../system/version.js';
import { CONFIG, type Config } from '../config/config.js';
import { PrivateAddressError, publicLookup, requirePublicHost } from '@terrace/plugin-runtime';

/** A whole call: connection, request and the answer's head. */
const TIMEOUT_MS = 10_000;

/** A message to a webhook. */
export interface Message {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  readonly body: object;
}

/** How a call went: the status answered, or why there was none. */
export type Outcome =
  { readonly status: number; readonly error: null } | { readonly status: null; readonly error: string };

/** Calls webhooks as the Standard Webhooks specification says; redirects are not followed. */
@Injectable()
export class WebhookSender {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async send({ id, url, secret, body }: Message): Promise<Outcome> {
    const payload = JSON.stringify(body);
    const now = new Date();
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(payload),
      'user-agent': `Terrace/${version}`,
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, now, payload),
    };
    try {
      return { status: await this.#post(new URL(url), headers, payload), error: null };
    } catch (error) {
      return { status: null, error: reasonOf(error) };
    }
  }

  #post(url: URL, headers: Record<string, string | number>, payload: string): Promise<number> {
    const isPrivateAllowed = this.config.allowsPrivateWebhooks;
    if (!isPrivateAllowed) requirePublicHost(url);
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    return new Promise((resolve, reject) => {
      const request = send(url, {
        method: 'POST',
        headers,
        agent: false,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(isPrivateAllowed ? {} : { lookup: publicLookup }),
      });
      request.on('error', reject);
      request.on('response', (response) => {
        resolve(response.statusCode ?? 0);
        // Only the status counts; a long answer is not read.
        response.on('error', () => undefined);
        response.destroy();
      });
      request.end(payload);
    });
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof PrivateAddressError) return error.message;
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError' || error.name === 'AbortError')
    return `no answer within ${TIMEOUT_MS / 1000} s`;
  return 'code' in error && error.message === '' ? String(error.code) : error.message;
}
