import {
  checkDocument,
  compileDocument,
  instantiateTemplate,
  type CompiledDocument,
  type Issue,
} from '@terrace/model';
import type { LoadedPlugin } from '../reader/read-plugin.js';
import { mismatchesOf, type Mismatch } from './mismatches.js';
import type { TestCaseFile } from './test-case-schema.js';

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
        scalarOf(Object.hasOwn(values, node) ? values[node] : evaluation.values[node]),
      ),
    };
  });
}

/** Nothing else can be expected of a node: lists have no place in a case. */
function scalarOf(value: unknown): Mismatch['actual'] {
  return (value ?? null) as Mismatch['actual'];
}
