import type { Client } from '@terrace/client';
import { localize } from '@terrace/model';
import type { Sentence } from '../usage-error.js';
import { poll } from './poll.js';

/**
 * Loads a sample into the server, and waits for it.
 * @param id - `plugin.sample`
 * @param onProgress - is told how far it is, 0 to 1
 * @returns why it could not be loaded; null when it is
 */
export async function loadToEnd(
  client: Client,
  id: string,
  signal: AbortSignal,
  onProgress: (fraction: number) => void = () => undefined,
): Promise<Sentence | null> {
  await client.call('loadSample', { params: { id }, signal });
  const load = await poll(
    () => client.call('getSampleLoad', { params: { id }, signal }),
    ({ state, progress }) => {
      onProgress(progress);
      return state === 'done' || state === 'failed';
    },
    signal,
  );
  if (load.state === 'done') return null;
  const reason = load.error ?? { en: load.state, 'zh-CN': load.state };
  return { en: localize(reason, 'en'), 'zh-CN': localize(reason, 'zh-CN') };
}
