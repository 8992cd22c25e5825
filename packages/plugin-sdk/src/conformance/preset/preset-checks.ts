import type { Check } from '../check.js';
import { actionsComplete } from './actions-complete.js';
import { reportsFitTemplates } from './reports-fit-templates.js';

/** Checks of action presets and reports. */
export const presetChecks: readonly Check[] = [actionsComplete, reportsFitTemplates];
