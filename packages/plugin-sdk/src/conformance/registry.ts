import type { Check } from './check.js';
import { codeChecks } from './code/code-checks.js';
import { manifestChecks } from './manifest/manifest-checks.js';
import { packageChecks } from './package/package-checks.js';
import { presetChecks } from './preset/preset-checks.js';
import { referenceChecks } from './reference/reference-checks.js';
import { ruleChecks } from './rule/rule-checks.js';
import { sampleChecks } from './sample/sample-checks.js';
import { templateChecks } from './template/template-checks.js';
import { testCaseChecks } from './test-case/test-case-checks.js';
import { textChecks } from './text/text-checks.js';
import { typeChecks } from './type/type-checks.js';

/** Every check of the conformance kit, in the order they are made. @since 0.1.0 */
export const checks: readonly Check[] = [
  ...manifestChecks,
  ...textChecks,
  ...referenceChecks,
  ...typeChecks,
  ...templateChecks,
  ...ruleChecks,
  ...testCaseChecks,
  ...sampleChecks,
  ...presetChecks,
  ...codeChecks,
  ...packageChecks,
];
