import type { Check } from '../check.js';
import { codeBuildCurrent } from './code-build-current.js';
import { codeBuilt } from './code-built.js';
import { codeDeclarationsSound } from './code-declarations-sound.js';
import { codeIsOneFile } from './code-is-one-file.js';
import { codeNoDynamicCode } from './code-no-dynamic-code.js';
import { codeNoPersonalInputs } from './code-no-personal-inputs.js';
import { codeNoPrivateImports } from './code-no-private-imports.js';
import { codeNoSystemModules } from './code-no-system-modules.js';
import { codePermissionsDeclared } from './code-permissions-declared.js';
import { codePermissionsUsed } from './code-permissions-used.js';

/** Checks of plugins with code. */
export const codeChecks: readonly Check[] = [
  codeBuilt,
  codeBuildCurrent,
  codeDeclarationsSound,
  codeNoPersonalInputs,
  codeIsOneFile,
  codeNoSystemModules,
  codePermissionsDeclared,
  codePermissionsUsed,
  codeNoPrivateImports,
  codeNoDynamicCode,
];
