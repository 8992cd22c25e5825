import { spawn } from 'node:child_process';

/**
 * Ends process `pid` when this one ends without having done so, even by `kill -9`: code that loops would not notice by itself. A small
 * shell waits for the end of a pipe that only this process holds. Windows ends children with their parent.
 * @returns ends the watch
 */
export function watchOver(pid: number): () => void {
  if (process.platform === 'win32') return () => undefined;
  const shell = spawn('/bin/sh', ['-c', 'read -r line || kill -KILL "$0"', String(pid)], {
    cwd: '/',
    detached: true,
    env: {},
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Without a watch the process still ends when it is idle and its input is closed.
  shell.on('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  shell.unref();
  (shell.stdin as unknown as { unref(): void }).unref();
  return () => shell.stdin.end('done\n');
}
