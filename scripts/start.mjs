// `npm start`: installs, builds and runs Terrace on a machine that has only Node.js and npm.
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { bootstrap } from './lib/bootstrap.mjs';
import { main } from './lib/main.mjs';
import { inRoot } from './lib/repository.mjs';

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
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.removeAllListeners(signal);
    process.on(signal, stop);
  }
  // npm, or the shell between it and this process, may end without a word to this process.
  const before = ancestors();
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event !== undefined && ancestors() !== before) stop();
  }, 500);
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      clearInterval(watch);
      resolve(code ?? 1);
    });
  });
}

/** Changes when the parent of this process, or its parent, ends; only Linux tells of the latter without a helper. */
function ancestors() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`;
  } catch {
    return String(process.ppid);
  }
}
