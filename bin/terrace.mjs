#!/usr/bin/env node
// The `terrace` command of a checkout: installs and builds first if needed (progress on standard error), then runs the
// command in this process, in the caller's working directory.
import { bootstrap } from '../scripts/lib/bootstrap.mjs';
import { main } from '../scripts/lib/main.mjs';
import { inRoot } from '../scripts/lib/repository.mjs';
import { pathToFileURL } from 'node:url';

let isReady = false;
await main(async () => {
  await bootstrap();
  isReady = true;
});
if (isReady) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
  const program = inRoot('packages/cli/dist/main.js');
  process.argv[1] = program;
  await import(pathToFileURL(program).href);
}
