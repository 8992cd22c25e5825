import { readPlugin, type LoadedPlugin, type ReadPluginOptions } from './read-plugin.js';

/**
 * Reads a plugin as `readPlugin` does, for tests that are about a plugin without faults.
 * @throws Error whose message lists every fault with its place, when there are any
 * @example
 * const plugin = await readPluginOrThrow(import.meta.dirname);
 * @since 0.1.0
 */
export async function readPluginOrThrow(
  folder: string,
  options: ReadPluginOptions = {},
): Promise<LoadedPlugin> {
  const result = await readPlugin(folder, options);
  if (result.ok) return result.plugin;
  const faults = result.issues.map(({ code, path, message }) => `${path.join('.')}: ${message.en ?? code}`);
  throw new Error([`${folder} is no sound plugin:`, ...faults].join('\n'));
}
