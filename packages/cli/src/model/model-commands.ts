import { checkCommand } from './check-command.js';
import { diffCommand } from './diff-command.js';
import { draftCommand } from './draft-command.js';
import { explainCommand } from './explain-command.js';
import { exportCommand } from './export-command.js';
import type { ModelCommand } from './model-command.js';
import { reachCommand } from './reach-command.js';
import { scorecardCommand } from './scorecard-command.js';
import { sentencesCommand } from './sentences-command.js';

/** The commands under `terrace model`, in the order the help shows them. */
export const modelCommands: readonly ModelCommand[] = [
  exportCommand,
  checkCommand,
  explainCommand,
  reachCommand,
  diffCommand,
  sentencesCommand,
  draftCommand,
  scorecardCommand,
];
