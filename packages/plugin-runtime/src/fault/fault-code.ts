/**
 * Why code of a plugin gave nothing. `THREW`: it threw, or left a promise rejected. `LOAD_FAILED`: it cannot be loaded, or is not what was
 * declared. `TIMEOUT`, `MEMORY`, `TOO_LARGE`: it passed a limit of time, memory or output. `WRONG_ANSWER`: its answer is none.
 * `PERMISSION`: it reached for what it may not. `CRASH`: its process ended. `BUSY`, `STOPPED`: not its fault; the call was not made, or
 * cut off because the host stopped it.
 * @since 0.1.0
 */
export const pluginFaultCodes = [
  'THREW',
  'LOAD_FAILED',
  'TIMEOUT',
  'MEMORY',
  'TOO_LARGE',
  'WRONG_ANSWER',
  'PERMISSION',
  'CRASH',
  'BUSY',
  'STOPPED',
] as const;

/** See {@link pluginFaultCodes}. @since 0.1.0 */
export type PluginFaultCode = (typeof pluginFaultCodes)[number];
