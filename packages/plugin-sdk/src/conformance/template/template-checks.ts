import type { Check } from '../check.js';
import { choiceOptions } from './choice-options.js';
import { fallbackExists } from './fallback-exists.js';
import { parameterDefaultsFit } from './parameter-defaults-fit.js';
import { parametersBounded } from './parameters-bounded.js';
import { parametersDeclared } from './parameters-declared.js';
import { parametersUsed } from './parameters-used.js';
import { templateNamesUnique } from './template-names-unique.js';
import { templateSound } from './template-sound.js';
import { templateSoundAtBounds } from './template-sound-at-bounds.js';
import { templateWithoutWarnings } from './template-without-warnings.js';
import { tierColorsDistinct } from './tier-colors-distinct.js';
import { tierRanksUnique } from './tier-ranks-unique.js';
import { tiersComplete } from './tiers-complete.js';

/** Checks of templates and their parameters and tiers. */
export const templateChecks: readonly Check[] = [
  templateSound,
  parametersDeclared,
  parameterDefaultsFit,
  parametersUsed,
  parametersBounded,
  choiceOptions,
  templateSoundAtBounds,
  templateWithoutWarnings,
  templateNamesUnique,
  tiersComplete,
  tierRanksUnique,
  tierColorsDistinct,
  fallbackExists,
];
