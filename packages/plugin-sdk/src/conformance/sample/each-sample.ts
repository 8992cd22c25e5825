import type { Findings, Found } from '../check.js';
import type { PluginUnderCheck } from '../plugin-under-check.js';
import type { SampleUnderCheck } from '../sample-under-check.js';

/** Runs a check over every sample whose references lead somewhere. */
export function eachSample(
  look: (sample: SampleUnderCheck, index: number, plugin: PluginUnderCheck) => readonly Found[],
): (plugin: PluginUnderCheck) => Findings {
  return (plugin) => {
    const { samples } = plugin;
    if (samples.length === 0) return null;
    return samples.flatMap((each, index) => (each === null ? [] : look(each, index, plugin)));
  };
}

/** The place of a sample in the manifest. */
export function samplePath(index: number, ...path: (string | number)[]): (string | number)[] {
  return ['contributes', 'samples', index, ...path];
}
