import { buildCommand } from './build-command.js';
import { checkCommand } from './check/check-command.js';
import { createCommand } from './create/create-command.js';
import { devCommand } from './dev/dev-command.js';
import { docsCommand } from './docs/docs-command.js';
import { keygenCommand } from './package/keygen-command.js';
import { packCommand } from './package/pack-command.js';
import { signCommand } from './package/sign-command.js';
import { verifyCommand } from './package/verify-command.js';
import { disableCommand, enableCommand } from './server/enable-commands.js';
import { installCommand } from './server/install-command.js';
import { listCommand } from './server/list-command.js';
import { removeCommand } from './server/remove-command.js';
import { upgradeCommand } from './server/upgrade-command.js';
import { testCommand } from './test/test-command.js';
import type { PluginCommand } from './plugin-command.js';

/** The commands under `terrace plugin`, in the order the help shows them. */
export const pluginCommands: readonly PluginCommand[] = [
  createCommand,
  devCommand,
  checkCommand,
  testCommand,
  buildCommand,
  packCommand,
  keygenCommand,
  signCommand,
  verifyCommand,
  docsCommand,
  listCommand,
  installCommand,
  enableCommand,
  disableCommand,
  upgradeCommand,
  removeCommand,
];
