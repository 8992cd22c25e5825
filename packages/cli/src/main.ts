import { runCli } from './run-cli.js';

const controller = new AbortController();
// Only once: a second Ctrl-C ends the command at once, and the server then stops by itself.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(name, () => controller.abort(new Error(name)));

process.exitCode = await runCli(
  process.argv.slice(2),
  { out: process.stdout, err: process.stderr },
  controller.signal,
);
