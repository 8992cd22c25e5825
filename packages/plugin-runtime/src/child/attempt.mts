import type { Attempt } from '../protocol.js';
import { report } from './channel.mjs';

/** The code of a plugin reached for what it has no permission for. */
export class PermissionError extends Error {
  override readonly name = 'PermissionError';
  readonly code = 'ERR_PLUGIN_PERMISSION';
  readonly attempt: Attempt;

  constructor(attempt: Attempt) {
    super(`A plugin may not do this: ${attempt.kind} ${attempt.target}`);
    this.attempt = attempt;
  }
}

/** Tells the host, which ends this process, and throws. */
export function deny(kind: Attempt['kind'], target: unknown): never {
  const attempt: Attempt = { kind, target: String(target).slice(0, 300) };
  report({ type: 'denied', attempt });
  throw new PermissionError(attempt);
}

/** A function, or class, that is refused however it is used. */
export function refused(kind: Attempt['kind'], target: unknown): () => never {
  return function refuse(): never {
    return deny(kind, target);
  };
}

/** Puts `value` in the place of `object[key]` for good. */
export function settle(object: object, key: PropertyKey, value: unknown): void {
  const present = Object.getOwnPropertyDescriptor(object, key);
  if (present?.configurable === false && !('writable' in present && present.writable === true)) return;
  Object.defineProperty(object, key, {
    value,
    writable: false,
    configurable: false,
    enumerable: present?.enumerable ?? true,
  });
}
