import { performance } from 'node:perf_hooks';
import { usageOf } from './resources.js';

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
