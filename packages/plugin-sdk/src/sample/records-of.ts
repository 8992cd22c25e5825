import type { LoadedPlugin } from '../reader/read-plugin.js';
import { generateSample } from './generate-sample.js';
import type { SampleRecord } from './sample-record.js';

/**
 * All records of a sample, subjects first, in memory; `generateSample` gives them one at a time.
 * @param id - of the sample, without the plugin's
 * @throws Error when the plugin has no such sample
 * @since 0.1.0
 */
export function recordsOf({ manifest }: LoadedPlugin, id: string): SampleRecord[] {
  const { samples } = manifest.contributes;
  const sample = samples.find((each) => each.id === id);
  if (sample === undefined) {
    const known = samples.map((each) => each.id).join(', ');
    throw new Error(`The plugin ${manifest.id} has no sample ${id}; it has: ${known}.`);
  }
  return [...generateSample(sample)];
}
