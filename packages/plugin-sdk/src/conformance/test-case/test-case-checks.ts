import type { Check } from '../check.js';
import { templatesHaveTests } from './templates-have-tests.js';
import { testCasesDistinct } from './test-cases-distinct.js';
import { testCasesPass } from './test-cases-pass.js';
import { testCasesValid } from './test-cases-valid.js';
import { testsReachEveryTier } from './tests-reach-every-tier.js';
import { computedThresholdsTested, thresholdsTested } from './threshold-checks.js';

/** Checks of the test cases of templates. */
export const testCaseChecks: readonly Check[] = [
  templatesHaveTests,
  testCasesValid,
  testCasesPass,
  testsReachEveryTier,
  thresholdsTested,
  computedThresholdsTested,
  testCasesDistinct,
];
