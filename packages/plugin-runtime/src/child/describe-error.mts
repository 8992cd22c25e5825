import type { Attempt } from '../protocol.js';
import { PermissionError } from './attempt.mjs';

/** Longest account of an error that is passed on, in characters. */
const LONGEST = 2000;

const kinds: Readonly<Record<string, Attempt['kind']>> = {
  FileSystemRead: 'read',
  FileSystemWrite: 'write',
  ChildProcess: 'process',
  WorkerThreads: 'thread',
  WASI: 'load',
  Inspector: 'debugger',
  Addon: 'addon',
};

/** What of Node's permissions, or ours, lies behind an error or one of its causes; null where nothing does. */
export function attemptBehind(error: unknown, depth = 0): Attempt | null {
  if (typeof error !== 'object' || error === null || depth > 8) return null;
  if (error instanceof PermissionError) return error.attempt;
  const { code, permission, resource, message, cause, errors } = error as Record<string, unknown>;
  if (code === 'ERR_ACCESS_DENIED' || code === 'ERR_DLOPEN_DISABLED') {
    const kind = kinds[String(permission)] ?? (code === 'ERR_DLOPEN_DISABLED' ? 'addon' : 'host');
    return { kind, target: String(resource ?? message ?? '').slice(0, 300) };
  }
  // What --disallow-code-generation-from-strings throws.
  if (error instanceof EvalError) return { kind: 'compile', target: 'text' };
  const below = Array.isArray(errors) ? [cause, ...(errors as unknown[])] : [cause];
  for (const each of below) {
    const found = attemptBehind(each, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/** An error as people read it: its message, and where in the plugin it arose. */
export function describeError(error: unknown, file: string): string {
  try {
    if (!(error instanceof Error)) return String(error).slice(0, LONGEST);
    const place = (error.stack ?? '').split('\n').find((line) => line.includes(file));
    const where = place === undefined ? '' : ` (${/:(\d+):\d+\)?$/.exec(place)?.[1] ?? '?'})`;
    const line = where === '' ? '' : `, line ${where.slice(2, -1)}`;
    return `${error.name}: ${error.message}${line}`.slice(0, LONGEST);
  } catch {
    // Its code wrote the error's properties.
    return 'an error that cannot be described';
  }
}
