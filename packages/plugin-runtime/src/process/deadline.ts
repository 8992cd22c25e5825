import { performance } from 'node:perf_hooks';
import { usageOf, type Usage } from './resources.js';

/** The pause in which what has arrived already is read. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Calls `onPassed` when process `pid` has had `limitMs` milliseconds. One that the machine kept waiting for a processor gets as long
 * again, so that a busy machine does not look like a slow plugin.
 * @returns ends the watch
 */
export function startDeadline(pid: number, limitMs: number, onPassed: () => void): () => void {
  let isOver = false;
  const start = performance.now();
  const before = usageOf(pid);
  const check = async (): Promise<void> => {
    const [first, now] = [await before, await usageOf(pid)];
    await turn();
    await turn();
    if (isOver) return;
    const computed = first?.cpuMs == null || now?.cpuMs == null ? limitMs : now.cpuMs - first.cpuMs;
    const isStarved = now?.isRunnable === true && computed < limitMs / 2;
    const left = 2 * limitMs - (performance.now() - start);
    if (!isStarved || left <= 0) onPassed();
    else timer = setTimeout(() => void check(), Math.min(left, limitMs / 4));
  };
  let timer = setTimeout(() => void check(), limitMs);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

/**
 * Calls `onPassed` when process `pid` has had `limitMs` milliseconds as {@link timeHad} counts them, at the latest after `mostMs`: for
 * work that happens once, at moments when the machine is busiest, and whose failure is held against a plugin.
 * @returns ends the watch
 */
export function startPatientDeadline(
  pid: number,
  limitMs: number,
  mostMs: number,
  onPassed: () => void,
): () => void {
  let isOver = false;
  let had = 0;
  const start = performance.now();
  let last = { at: start, usage: usageOf(pid) };
  const look = async (): Promise<void> => {
    const at = performance.now();
    const now = usageOf(pid);
    had += timeHad(at - last.at, await last.usage, await now);
    last = { at, usage: now };
    await turn();
    await turn();
    if (isOver) return;
    if (had >= limitMs || at - start >= mostMs) onPassed();
    else timer = setTimeout(() => void look(), interval);
  };
  const interval = limitMs / 8;
  let timer = setTimeout(() => void look(), interval);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

/**
 * How much of `elapsedMs` a process could use that stood at `before` when they began and stands at `now`: all of it where it slept of its
 * own accord, what it computed where it wanted to compute; all of it where the system does not tell.
 */
export function timeHad(elapsedMs: number, before: Usage | null, now: Usage | null): number {
  if (before?.cpuMs == null || now?.cpuMs == null) return elapsedMs;
  const computed = now.cpuMs - before.cpuMs;
  return computed === 0 && now.isRunnable !== true ? elapsedMs : Math.min(computed, elapsedMs);
}
