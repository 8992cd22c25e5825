import {
  checkDocument,
  compileDocument,
  instantiateTemplate,
  type CompiledDocument,
  type Issue,
} from '@terrace/model';
import type { LoadedPlugin } from '../reader/read-plugin.js';
import type { TestCase, TestCaseFile } from './test-case-schema.js';

type Scalar = number | string | boolean | null;

/** Something a case expected and did not get: the tier, or the value of a node. @since 0.1.0 */
export interface Mismatch {
  /** A node's id, or `tier`. */
  readonly what: string;
  readonly expected: Scalar;
  readonly actual: Scalar;
}

/** What came of one test case. @since 0.1.0 */
export interface TestCaseResult {
  readonly template: string;
  /** Position in its file, from 0. */
  readonly index: number;
  readonly note: string | null;
  readonly tier: string;
  /** Empty when the case passed. */
  readonly mismatches: readonly Mismatch[];
}

/** What came of the test cases of a plugin, or of some of them. @since 0.1.0 */
export interface TestCaseReport {
  readonly results: readonly TestCaseResult[];
  /** Faults for which cases could not be run at all; a path begins with the template's id. */
  readonly issues: readonly Issue[];
}

/** How far calculated numbers may lie from what a case expects and still count as equal; the margin of comparisons is of this size. */
const relativeTolerance = 1e-9;

/**
 * Evaluates every test case of a plugin with the compiled model of its template. Bands that runs calibrate have the cut points that
 * are stored in the template.
 * @param only - ids of the templates to look at; all unless given
 * @since 0.1.0
 */
export function runTestCases(
  { manifest, templates, testCases }: LoadedPlugin,
  only?: readonly string[],
): TestCaseReport {
  const results: TestCaseResult[] = [];
  const issues: Issue[] = [];
  for (const file of testCases) {
    if (only !== undefined && !only.includes(file.template)) continue;
    const parameters =
      manifest.contributes.templates.find(({ id }) => id === file.template)?.parameters ?? [];
    const made = instantiateTemplate(templates[file.template], parameters, file.parameters);
    const faults = made.ok
      ? checkDocument(made.document).filter(({ severity }) => severity === 'error')
      : made.issues;
    if (made.ok && faults.length === 0) results.push(...runFile(file, compileDocument(made.document)));
    else issues.push(...faults.map((issue) => ({ ...issue, path: [file.template, ...issue.path] })));
  }
  return { results, issues };
}

function runFile(file: TestCaseFile, compiled: CompiledDocument): TestCaseResult[] {
  return file.cases.map((each, index) => {
    const values = { ...file.base, ...each.values };
    const evaluation = compiled.evaluate(
      each.previous === undefined ? values : { ...values, previous: each.previous },
    );
    return {
      template: file.template,
      index,
      note: each.note ?? null,
      tier: evaluation.tier,
      mismatches: mismatchesOf(each, evaluation.tier, (node) =>
        Object.hasOwn(values, node) ? values[node] : evaluation.values[node],
      ),
    };
  });
}

function mismatchesOf(
  { tier: expectedTier, expect = {} }: TestCase,
  tier: string,
  valueOf: (node: string) => unknown,
): Mismatch[] {
  const found: Mismatch[] =
    tier === expectedTier ? [] : [{ what: 'tier', expected: expectedTier, actual: tier }];
  for (const [node, expected] of Object.entries(expect)) {
    const actual = (valueOf(node) ?? null) as Scalar;
    if (!isSame(expected, actual)) found.push({ what: node, expected, actual });
  }
  return found;
}

function isSame(expected: Scalar, actual: Scalar): boolean {
  if (typeof expected !== 'number' || typeof actual !== 'number') return expected === actual;
  return Math.abs(expected - actual) <= relativeTolerance * Math.max(1, Math.abs(expected));
}
