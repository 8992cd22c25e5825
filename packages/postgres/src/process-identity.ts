import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Tells two processes of the same number apart: when the process started, or null when none runs under `pid`.
 * A zombie (dead, not yet collected by its parent) counts as not running.
 */
export function processIdentity(pid: number): string | null {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The command name stands in parentheses and may itself hold spaces; state is field 3, start time field 22.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z' || fields[0] === 'X') return null;
      return `${bootId()}:${fields[19]}`;
    } catch {
      return null;
    }
  }
  if (process.platform === 'win32') return isSignallable(pid) ? 'running' : null;
  return fromPs(pid, 'lstart=');
}

/** The command line of process `pid`, or null when it cannot be read. */
export function commandLine(pid: number): string | null {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return null;
    }
  }
  // Windows shows no command line without a helper; there the process number alone has to do.
  return process.platform === 'win32' ? '' : fromPs(pid, 'command=');
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

function fromPs(pid: number, column: string): string | null {
  try {
    const text = execFileSync('ps', ['-o', column, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return text.trim() || null;
  } catch {
    return null;
  }
}

function isSignallable(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}
