import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An address that signs a browser in, once. */
export interface SignInLink {
  readonly url: string;
  close(): Promise<void>;
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

/**
 * Makes a link that gives the browser which opens it the session `cookie` and sends it on to `target`. Cookies belong to a host whatever
 * its port, so a server of this process beside the real one can set it. Only the first who opens the link gets it.
 * @param cookie - as the real server sets it
 */
export async function createSignInLink(target: string, cookie: string): Promise<SignInLink> {
  const path = `/${randomBytes(24).toString('base64url')}`;
  let isUsed = false;
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || !isSame(request.url ?? '', path)) {
      response.writeHead(404).end();
      return;
    }
    const headers = { location: target, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
    response.writeHead(302, isUsed ? headers : { ...headers, 'set-cookie': cookie }).end();
    isUsed = true;
  });
  const port = await listen(server);
  const { hostname } = new URL(target);
  return {
    url: `http://${hostname}:${port}${path}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
