import { runTestCases, type LoadedPlugin } from '@terrace/plugin-sdk';
import type { CaseOutcome } from './case-outcome.js';

/** Runs the test cases through the compiled models. */
export function javascriptCases(plugin: LoadedPlugin): CaseOutcome[] {
  const names = plugin.manifest.contributes.testCases;
  return plugin.testCases.flatMap((file, at) =>
    runTestCases({ ...plugin, testCases: [file] }).results.map(
      ({ index, note, mismatches }): CaseOutcome => ({
        file: names[at] ?? '',
        number: index + 1,
        note,
        reader: 'javascript',
        mismatches,
      }),
    ),
  );
}
