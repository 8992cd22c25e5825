import type { Client, Run } from '@terrace/client';
import type { ModelDocument } from '@terrace/model';
import { poll } from './poll.js';

/**
 * Computes a document that is stored nowhere, and waits for it.
 * @param onProgress - is told how far it is, 0 to 1
 * @returns the run, computed or failed
 */
export async function runToEnd(
  client: Client,
  body: { readonly document: ModelDocument; readonly asOf?: string },
  signal: AbortSignal,
  onProgress: (fraction: number) => void = () => undefined,
): Promise<Run> {
  const { id } = await client.call('startRun', { body, signal });
  return poll(
    () => client.call('getRun', { params: { id }, signal }),
    ({ state, progress }) => {
      onProgress(progress);
      return state !== 'queued' && state !== 'running';
    },
    signal,
  );
}
