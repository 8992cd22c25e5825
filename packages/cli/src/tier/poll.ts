/** First and longest pause between two looks at a job, in milliseconds. */
const firstPauseMs = 40;
const longestPauseMs = 500;

/** Waits `ms` milliseconds or until `signal` aborts, which it throws. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, ms);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
  });
}

/** Looks at a job again and again, less and less often, until `isDone`. */
export async function poll<T>(
  look: () => Promise<T>,
  isDone: (state: T) => boolean,
  signal: AbortSignal,
): Promise<T> {
  for (let ms = firstPauseMs; ; ms = Math.min(ms * 1.5, longestPauseMs)) {
    const state = await look();
    if (isDone(state)) return state;
    await pause(ms, signal);
  }
}
