import { spawn } from 'node:child_process';

/**
 * Stops the server when this process ends without having done so, even by `kill -9`: a small shell waits for the end
 * of a pipe that only this process holds, then asks the server for a fast shutdown. Windows has none; there the
 * next start stops the orphan.
 * @returns ends the watch
 */
export function watchOver(serverPid: number): () => void {
  if (process.platform === 'win32') return () => undefined;
  const shell = spawn('/bin/sh', ['-c', 'read -r line || kill -INT "$0"', String(serverPid)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Without a watch the server still runs; the next start clears an orphan anyway.
  shell.on('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  shell.unref();
  (shell.stdin as unknown as { unref(): void }).unref();
  return () => shell.stdin.end('done\n');
}
