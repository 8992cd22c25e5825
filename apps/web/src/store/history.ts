/** States of an immutable value: those before, the present one, those undone. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** Names the running edit, so that its small steps (typing, dragging) become one to undo. */
  readonly mergeKey: string | undefined;
}

const maxPast = 200;

export const startHistory = <T>(present: T): History<T> => ({
  past: [],
  present,
  future: [],
  mergeKey: undefined,
});

export function record<T>(history: History<T>, next: T, mergeKey?: string): History<T> {
  if (next === history.present) return history;
  const isMerged = mergeKey !== undefined && mergeKey === history.mergeKey;
  const past = isMerged ? history.past : [...history.past, history.present].slice(-maxPast);
  return { past, present: next, future: [], mergeKey };
}

export function undo<T>(history: History<T>): History<T> {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
    mergeKey: undefined,
  };
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, mergeKey: undefined };
}
