// `npm test`: everything that must hold, in one command. `npm test -- <pattern>...` runs only the test files whose path
// matches. The last line of standard output is `N passed, N failed`.
import { availableParallelism } from 'node:os';
import { bootstrap, turbo } from './lib/bootstrap.mjs';
import { bringChromium } from './lib/chromium.mjs';
import { runJest } from './lib/jest.mjs';
import { main } from './lib/main.mjs';
import { run } from './lib/process.mjs';
import { Failure, say, sayFault, seconds } from './lib/report.mjs';

const patterns = process.argv.slice(2).filter((argument) => argument !== '--');
const cores = availableParallelism();
const total = { passed: 0, failed: 0, skipped: 0 };

/** A step that holds or does not; it counts as one. */
async function check(name, work) {
  const start = Date.now();
  say(`\n== ${name}`);
  try {
    await work();
    total.passed += 1;
    say(`${name}: passed (${seconds(start)})`);
    return true;
  } catch (fault) {
    sayFault(fault);
    total.failed += 1;
    say(`${name}: failed (${seconds(start)})`);
    return false;
  }
}

async function mustSucceed(sentence, running) {
  const { code, output } = await running;
  if (code !== 0) throw new Failure(sentence, output);
}

async function tests(project, workers) {
  const start = Date.now();
  say(`\n== ${project} tests`);
  const counts = await runJest(project, workers, patterns);
  for (const kind of ['passed', 'failed', 'skipped']) total[kind] += counts[kind];
  say(`${project} tests: ${counts.passed} passed, ${counts.failed} failed (${seconds(start)})`);
}

/** What needs no running program; side by side, since each alone leaves processors idle. */
const staticChecks = () =>
  Promise.all([
    check('types', () => mustSucceed('The types do not fit.', turbo('typecheck'))),
    check('format', () =>
      mustSucceed(
        'Some files are not formatted; run: npm run format',
        run('prettier', ['--check', '--log-level=warn', '.']),
      ),
    ),
    check('lint', () =>
      mustSucceed('The lint rules of .oxlintrc.json are broken.', run('oxlint', ['--deny-warnings'])),
    ),
    check('types of the tests', () =>
      mustSucceed('The types of the tests do not fit.', run('tsc', ['-p', 'test'])),
    ),
  ]);

await main(async () => {
  if (await check('build', bootstrap)) {
    if (patterns.length === 0) await staticChecks();
    await tests('unit', cores);
    await tests('integration', cores);
    await tests('e2e', cores);
    if (await check('browser', bringChromium)) await tests('web', 1);
  }
  process.stdout.write(`${total.skipped} skipped\n`);
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 ? 0 : 1;
});
