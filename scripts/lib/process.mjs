import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { inRoot, root } from './repository.mjs';

/** Programs of the checkout come first on the path; nothing phones home or asks questions. */
export function environment() {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const own = [inRoot('node_modules/.bin'), inRoot('.terrace/tools/node_modules/.bin')];
  return {
    ...process.env,
    [key]: [...own, process.env[key]].filter(Boolean).join(delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    DO_NOT_TRACK: '1',
    NO_UPDATE_NOTIFIER: '1',
  };
}

const running = new Set();
let interrupted;

// A Ctrl-C reaches the children by itself; a signal sent to this process alone must be handed on.
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
    if (running.size === 0) process.exit(128 + { SIGINT: 2, SIGTERM: 15 }[signal]);
    interrupted ??= signal;
  });

/**
 * Runs a program in the checkout to its end.
 * @param {'collect' | 'collect-stdout' | 'stderr-only' | 'stderr' | 'inherit'} output - what is kept, what is shown
 * @returns {Promise<{ code: number, output: string }>} code 127 when the program could not be started
 */
export function run(command, args, { output = 'collect', env = {}, cwd = root } = {}) {
  const shown = {
    collect: ['pipe', 'pipe'],
    'collect-stdout': ['pipe', 2],
    'stderr-only': ['ignore', 2],
    stderr: [2, 2],
    inherit: [1, 2],
  }[output];
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...environment(), ...env },
      stdio: ['ignore', ...shown],
      // npm and pnpm are .cmd files there.
      shell: process.platform === 'win32' && !command.endsWith('.exe'),
    });
    running.add(child);
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        text += chunk;
      });
    const end = (code) => {
      running.delete(child);
      if (interrupted !== undefined) process.exit(130);
      resolve({ code, output: text });
    };
    child.on('error', (fault) => {
      text += fault.message;
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}
