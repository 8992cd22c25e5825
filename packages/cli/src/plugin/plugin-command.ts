import type { ModelCommandContext } from '../model/model-command.js';
import type { Sentence } from '../usage-error.js';

/** What a command under `terrace plugin` works with. */
export interface PluginCommandContext extends ModelCommandContext {
  /** Ends the work early. */
  readonly signal: AbortSignal;
}

/** Options as they were given: text, a flag, or all values of one that may be repeated. */
export type PluginOptions = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** An option as Commander writes it, with what it means; all values of a repeatable one are kept. */
export type PluginOption = readonly [flags: string, description: Sentence, isRepeatable?: 'repeatable'];

/** A command under `terrace plugin`: its grammar, and what it does. */
export interface PluginCommand {
  readonly name: string;
  /** Positional arguments as Commander writes them, for example `[folder]`. */
  readonly positional?: string;
  readonly description: Sentence;
  readonly options: readonly PluginOption[];
  readonly example: string;
  /** @returns the exit code where success has several: 1 when something was found */
  run(
    options: PluginOptions,
    positional: readonly string[],
    context: PluginCommandContext,
  ): Promise<number | void>;
}

/** All values of an option that may be repeated. */
export function valuesOf(value: PluginOptions[string]): readonly string[] {
  return typeof value === 'object' ? value : [];
}

/** The text of an option; undefined where it was not given. */
export function textOf(value: PluginOptions[string]): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
