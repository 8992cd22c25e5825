import type { CommanderError } from 'commander';
import { UsageError } from './usage-error.js';

/** The part of Commander's message that names the culprit, which it puts in quotes. */
function quoted(message: string): string {
  return /'([^']*)'/.exec(message)?.[1] ?? '';
}

/** Says in both languages what is wrong with the command line. */
export function commandLineFault(error: CommanderError): UsageError {
  const name = quoted(error.message);
  switch (error.code) {
    case 'commander.unknownOption':
      return new UsageError(
        `There is no option "${name}"; terrace --help lists them.`,
        `没有选项“${name}”，请用 terrace --help 查看。`,
        { cause: error },
      );
    case 'commander.optionMissingArgument':
      return new UsageError(`The option ${name} needs a value.`, `选项 ${name} 需要取值。`, {
        cause: error,
      });
    case 'commander.unknownCommand':
      return new UsageError(
        `There is no command "${name}"; terrace --help lists them.`,
        `没有命令“${name}”，请用 terrace --help 查看。`,
        { cause: error },
      );
    case 'commander.excessArguments':
      return new UsageError(
        'There is an argument too many; every value follows an option, for example --as-of 2025-12-31.',
        '有多余的参数；每个取值都应跟在选项之后，如 --as-of 2025-12-31。',
        { cause: error },
      );
    case 'commander.help':
      return new UsageError(
        'A command is missing, for example terrace model export; terrace --help lists them.',
        '缺少命令，例如 terrace model export；请用 terrace --help 查看。',
        { cause: error },
      );
    default:
      return new UsageError(error.message.replace(/^error: /, ''), error.message.replace(/^error: /, ''), {
        cause: error,
      });
  }
}
