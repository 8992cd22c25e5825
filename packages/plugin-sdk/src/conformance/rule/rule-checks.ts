import type { Check } from '../check.js';
import { rulesWithoutGaps, rulesWithoutMissingEdges } from './gap-checks.js';
import { rulesWithoutOverlaps, rulesWithoutSharedEdges } from './overlap-checks.js';
import { betterIsNotWorse, rulesWithoutDeadRules, tiersReachable } from './reach-checks.js';
import { rulesProved } from './rules-proved.js';
import { weightsSum } from './weights-sum.js';

/** Checks of the rules of templates, by proof. */
export const ruleChecks: readonly Check[] = [
  rulesWithoutGaps,
  rulesWithoutMissingEdges,
  rulesWithoutOverlaps,
  rulesWithoutSharedEdges,
  rulesWithoutDeadRules,
  tiersReachable,
  weightsSum,
  betterIsNotWorse,
  rulesProved,
];
