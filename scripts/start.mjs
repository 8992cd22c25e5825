// `npm start`: installs, builds and runs Terrace on a machine that has only Node.js and npm.
import { fork } from 'node:child_process';
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
  // npm hands signals to a shell, which may die of one without a word to this process.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event !== undefined && process.ppid !== parent) stop();
  }, 500);
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      clearInterval(watch);
      resolve(code ?? 1);
    });
  });
}
