import type { ActionDefinition } from './define-action.js';
import type { CodeValueType, DimensionDefinition } from './define-dimension.js';
import type { DimensionInputs } from './inputs.js';
import type { CodeParameter } from './parameter.js';

/** Any dimension, whatever it reads. */
type AnyDimension = Omit<
  DimensionDefinition<CodeValueType, DimensionInputs, readonly CodeParameter[], readonly string[]>,
  'compute'
> & { compute(subjects: readonly never[], context: never): unknown };

/** Any action, whatever its parameters. */
type AnyAction = Omit<ActionDefinition<readonly CodeParameter[]>, 'run'> & {
  run(occasion: never, context: never): unknown;
};

/** The code of a plugin. @since 0.1.0 */
export interface PluginDefinition {
  readonly dimensions?: readonly AnyDimension[];
  readonly actions?: readonly AnyAction[];
}

/**
 * Declares the code of a plugin; the default export of its `src/index.ts`. Everything else about the plugin stands in `plugin.json`.
 * @example
 * ```ts
 * export default definePlugin({ dimensions: [orderGap], actions: [notify] });
 * ```
 * @since 0.1.0
 */
export function definePlugin(definition: PluginDefinition): PluginDefinition {
  return definition;
}
