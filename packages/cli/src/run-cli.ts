import { languages, type Language } from '@terrace/model';
import { CommanderError } from 'commander';
import { commandLineFault } from './command-line-fault.js';
import { failureOf } from './failure-text.js';
import type { Streams } from './output/streams.js';
import { createProgram } from './program.js';
import { tier } from './tier/tier-command.js';
import { parseTierOptions } from './tier/tier-options.js';
import { UsageError } from './usage-error.js';

/** The text after `--lang`, wherever it stands; it must be known before the first message. */
function languageArgument(args: readonly string[]): string | undefined {
  const at = args.findLastIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  if (at === -1) return undefined;
  return args[at] === '--lang' ? args[at + 1] : args[at]?.slice('--lang='.length);
}

/** Commander ends help and version this way, too. */
function isHelp(error: unknown): boolean {
  return error instanceof CommanderError && error.exitCode === 0;
}

/**
 * Runs the command line `args`.
 * @param signal - ends the work early; what was started is stopped and removed
 * @returns the exit code: 0; 2 when the caller has something to mend; 1 for any other failure, for models that differ, and for plugins with faults
 * @since 0.1.0
 */
export async function runCli(
  args: readonly string[],
  streams: Streams,
  signal: AbortSignal,
): Promise<number> {
  const given = languageArgument(args);
  const language: Language = languages.find((known) => known === given) ?? 'en';
  let exitCode = 0;
  const program = createProgram(language, {
    tier: (options) => tier(parseTierOptions(options, language), streams, signal),
    model: async (command, options, positional) => {
      exitCode = (await command.run(options, positional, { language, streams })) ?? 0;
    },
    plugin: async (command, options, positional) => {
      exitCode = (await command.run(options, positional, { language, streams, signal })) ?? 0;
    },
  });
  const silent = { writeOut: (text: string) => streams.out.write(text), writeErr: () => undefined };
  const commands = [
    program,
    ...program.commands,
    ...program.commands.flatMap(({ commands: below }) => below),
  ];
  for (const command of commands) command.configureOutput(silent);
  try {
    if (given !== undefined && given !== language)
      throw new UsageError(
        `--lang is one of ${languages.join(', ')}, and not "${given}".`,
        `--lang 可选 ${languages.join('、')}，不支持“${given}”。`,
      );
    if (args.length === 0) {
      streams.err.write(program.helpInformation());
      return 2;
    }
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (isHelp(error)) return 0;
    if (signal.aborted) return 130;
    const cause = error instanceof CommanderError ? commandLineFault(error) : error;
    const failure = failureOf(cause, language);
    streams.err.write(`${failure.text}\n`);
    return failure.exitCode;
  }
}
