import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { alone } from './lock.mjs';
import { checkNodeVersion } from './node-version.mjs';
import { bringPnpm, install } from './pnpm.mjs';
import { run } from './process.mjs';
import { explainFileFault, Failure, say, seconds } from './report.mjs';
import { inRoot } from './repository.mjs';
import { buildStamp, installStamp, isDone, markDone, markUndone, workspaceFolders } from './stamp.mjs';

/** Only the packages, for what needs no build. */
export async function bootstrapPackages() {
  checkNodeVersion();
  if (isInstalled()) return;
  await guarded(installAll);
}

/**
 * Brings the checkout to where its programs run: packages installed, everything built. Does nothing when nothing has
 * changed since the last time.
 * @throws Failure
 */
export async function bootstrap() {
  checkNodeVersion();
  if (isInstalled() && isBuilt()) return;
  await guarded(async () => {
    await installAll();
    if (!isBuilt()) await buildAll();
  });
}

async function guarded(work) {
  try {
    await alone(work);
  } catch (fault) {
    throw explainFileFault(fault);
  }
}

function isInstalled() {
  return existsSync(inRoot('node_modules/.modules.yaml')) && isDone('install', installStamp());
}

async function installAll() {
  // Another process may have done it while this one waited.
  if (isInstalled()) return;
  const start = Date.now();
  markUndone('install');
  await bringPnpm();
  await install();
  markDone('install', installStamp());
  say(`Installed in ${seconds(start)}`);
}

function isBuilt() {
  const built = workspaceFolders().filter((folder) => hasBuild(folder));
  return built.every((folder) => existsSync(join(folder, 'dist'))) && isDone('build', buildStamp());
}

function hasBuild(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).scripts?.build !== undefined;
}

async function buildAll() {
  const start = Date.now();
  say('Building');
  markUndone('build');
  // Taken before, so that an edit during the build leads to another one.
  const stamp = buildStamp();
  const { code, output } = await turbo('build');
  if (code !== 0) throw new Failure('The build failed; the messages above say where.', output);
  markDone('build', stamp);
  say(`Built in ${seconds(start)}`);
}

/** Runs a task of turbo.json in every package that has it. */
export function turbo(task) {
  const workers = `--concurrency=${Math.max(2, availableParallelism())}`;
  return run('turbo', ['run', task, workers, '--output-logs=errors-only', '--ui=stream', '--no-color']);
}
