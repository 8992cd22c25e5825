import type { SampleLoad } from '@terrace/client';
import type { SampleLoadEntity } from './sample-load.entity.js';

/** Of a sample that nobody has loaded yet. */
export const notLoaded: SampleLoad = { state: 'none', progress: 0, error: null, modelId: null };

/** How far loading is, without who asked for it. */
export function sampleLoadView({ state, progress, error, modelId }: SampleLoadEntity): SampleLoad {
  return { state, progress, error, modelId };
}
