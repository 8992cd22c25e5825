import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Linux counts the time of processes in hundredths of a second, on every machine Node.js runs on. */
const TICK_MS = 10;

/** What a process uses. */
export interface Usage {
  /** Resident memory, in MB. */
  readonly rssMb: number;
  /** Time it has computed since it started, in milliseconds; null where that is not told finely enough. */
  readonly cpuMs: number | null;
  /** Whether it computes, or waits for a processor or a disk; null where that is not told. */
  readonly isRunnable: boolean | null;
}

/** What process `pid` uses now; null when it has ended, or where the system does not tell (Windows). */
export async function usageOf(pid: number): Promise<Usage | null> {
  if (process.platform === 'linux') return linuxUsage(pid);
  return process.platform === 'win32' ? null : psUsage(pid);
}

function linuxUsage(pid: number): Usage | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    const kilobytes = Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1]);
    // A process that has ended and waits to be collected has no memory.
    if (!(kilobytes > 0)) return null;
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name stands in parentheses and may hold spaces; of what follows, utime is the 12th and stime the 13th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return {
      rssMb: kilobytes / 1024,
      cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS,
      isRunnable: fields[0] === 'R' || fields[0] === 'D',
    };
  } catch {
    return null;
  }
}

function psUsage(pid: number): Promise<Usage | null> {
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, output) => {
      const kilobytes = Number(output);
      resolve(
        error !== null || !(kilobytes > 0)
          ? null
          : { rssMb: kilobytes / 1024, cpuMs: null, isRunnable: null },
      );
    });
  });
}
