import type { Issue } from '@terrace/model';
import { runTestCases, type LoadedPlugin } from '@terrace/plugin-sdk';
import type { CaseOutcome } from './case-outcome.js';

/** A file of test cases of which none could be run. */
export interface UnrunFile {
  readonly file: string;
  /** How many cases are in it. */
  readonly cases: number;
  /** Why; a path leads into the model that the file's parameters make. */
  readonly issues: readonly Issue[];
}

/** What came of the cases in JavaScript. */
export interface JavascriptCases {
  readonly outcomes: readonly CaseOutcome[];
  readonly unrun: readonly UnrunFile[];
}

/** Runs the test cases through the compiled models. */
export function javascriptCases(plugin: LoadedPlugin): JavascriptCases {
  const names = plugin.manifest.contributes.testCases;
  const outcomes: CaseOutcome[] = [];
  const unrun: UnrunFile[] = [];
  for (const [at, each] of plugin.testCases.entries()) {
    const file = names[at] ?? '';
    const { results, issues } = runTestCases({ ...plugin, testCases: [each] });
    if (issues.length > 0) unrun.push({ file, cases: each.cases.length, issues });
    for (const { index, note, mismatches } of results)
      outcomes.push({ file, number: index + 1, note, reader: 'javascript', mismatches });
  }
  return { outcomes, unrun };
}
