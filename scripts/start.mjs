// `npm start`: installs, builds and runs Terrace on a machine that has only Node.js and npm.
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { bootstrap } from './lib/bootstrap.mjs';
import { main } from './lib/main.mjs';
import { inRoot } from './lib/repository.mjs';

// Found before anything else is done: it may end at any time.
const npm = runningNpm();

await main(async () => {
  await bootstrap();
  return serve();
});

/**
 * Runs the server until it ends. It has a process group of its own, so that Ctrl-C reaches it once, through here; and a
 * channel to this process, by whose end it notices even a `kill -9`.
 * @returns {Promise<number>} its exit code
 */
function serve() {
  const child = fork(inRoot('apps/server/dist/main.js'), process.argv.slice(2), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  const stop = () => child.kill('SIGTERM');
  // SIGHUP needs no handler: it ends this process, by whose end the server stops.
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.removeAllListeners(signal);
    process.on(signal, stop);
  }
  // npm may end without a word to this process. What started npm may end as it likes: a server is often left to run alone.
  const watch = setInterval(() => {
    if (npm !== undefined && !isNpm(npm)) stop();
  }, 500);
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      clearInterval(watch);
      resolve(code ?? 1);
    });
  });
}

/** The npm that runs this script, directly or through a shell; only Linux tells without a helper. */
function runningNpm() {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  return [process.ppid, parentOf(process.ppid)].find(isNpm);
}

function isNpm(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('npm');
  } catch {
    return false;
  }
}

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}
