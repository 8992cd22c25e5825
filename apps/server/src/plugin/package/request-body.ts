import type { Readable } from 'node:stream';
import { cutOff, isCutOff } from '../../common/cut-off.js';

/** How much of a request that was refused is still read, in bytes, so that whoever sends it gets to read the answer. */
const MAX_REST = 256_000_000;

/**
 * Gives the body of a request to `read`. When that stops before the end the rest is read and thrown away: a connection that is cut
 * would take the answer with it.
 * @throws Fault `INVALID_REQUEST` when whoever sends it goes away
 */
export async function withBody<T>(
  body: Readable,
  read: (bytes: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> {
  try {
    return await read(body.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>);
  } catch (error) {
    throw isCutOff(error) ? cutOff() : error;
  } finally {
    await discardRest(body);
  }
}

async function discardRest(body: Readable): Promise<void> {
  let rest = 0;
  try {
    for await (const bytes of body) {
      rest += (bytes as Uint8Array).length;
      if (rest > MAX_REST) return;
    }
  } catch {
    // The sender went away; then nobody waits for the answer either.
  }
}
