import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { run } from './process.mjs';
import { inRoot } from './repository.mjs';

/**
 * Runs one project of jest.config.mjs, showing what Jest says.
 * @param {string[]} patterns - narrow to test files whose path matches; then none need exist
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runJest(project, workers, patterns) {
  const results = inRoot('.terrace/test-results', `${project}.json`);
  mkdirSync(inRoot('.terrace/test-results'), { recursive: true });
  rmSync(results, { force: true });
  const jest = inRoot('node_modules/jest/bin/jest.js');
  const { code } = await run(
    process.execPath,
    [
      ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest],
      ...['--selectProjects', project, `--maxWorkers=${workers}`, '--json', `--outputFile=${results}`],
      ...(patterns.length > 0 ? ['--passWithNoTests', '--', ...patterns] : []),
    ],
    // The results go to their file; what Jest prints of them as well is not for people.
    { output: 'stderr-only', env: { NODE_OPTIONS: '' } },
  );
  if (!existsSync(results)) return { passed: 0, failed: 1, skipped: 0 };
  const found = JSON.parse(readFileSync(results, 'utf8'));
  // A file that does not even load counts as one failure.
  const failed = found.numFailedTests + found.numRuntimeErrorTestSuites;
  return {
    passed: found.numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: found.numPendingTests + found.numTodoTests,
  };
}
