import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot } from './repository.mjs';
import { say } from './report.mjs';

/** Runs `work` while no other process of this checkout installs or builds. */
export async function alone(work) {
  const file = inRoot('.terrace/bootstrap.lock');
  mkdirSync(inRoot('.terrace'), { recursive: true });
  for (let told = false; !take(file); await sleep(200)) {
    if (!told) say('Waiting for another process that installs or builds in this checkout');
    told = true;
  }
  const free = () => rmSync(file, { force: true });
  process.once('exit', free);
  try {
    return await work();
  } finally {
    process.removeListener('exit', free);
    free();
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (fault) {
    if (fault.code !== 'EEXIST') throw fault;
  }
  if (isStale(file)) rmSync(file, { force: true });
  return false;
}

function isStale(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    // Written a moment after it is created.
    if (pid === 0) return Date.now() - statSync(file).mtimeMs > 5000;
    process.kill(pid, 0);
    return false;
  } catch (fault) {
    return fault.code === 'ESRCH';
  }
}
