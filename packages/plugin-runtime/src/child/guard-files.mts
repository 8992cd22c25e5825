import { attemptBehind } from './describe-error.mjs';
import { deny } from './attempt.mjs';

type Callable = (this: unknown, ...parameters: unknown[]) => unknown;

/** Tells the host of an error of Node's permissions, whether or not the code would have. */
function notice(error: unknown): void {
  const attempt = attemptBehind(error);
  if (attempt !== null) deny(attempt.kind, attempt.target);
}

/** A function that becomes a promise refers to itself. */
const made = new WeakMap<Callable, Callable>();

/** The same function, whose refusals the host hears of: those it throws, hands to a callback or rejects with. */
function noticing(real: Callable): Callable {
  const present = made.get(real);
  if (present !== undefined) return present;
  const wrapped: Callable = function (this: unknown, ...parameters) {
    const last = parameters.at(-1);
    if (typeof last === 'function')
      parameters[parameters.length - 1] = function (this: unknown, ...results: unknown[]): unknown {
        notice(results[0]);
        return Reflect.apply(last as Callable, this, results);
      };
    try {
      const result = Reflect.apply(real, this, parameters);
      if (result instanceof Promise) result.catch(notice);
      return result;
    } catch (error) {
      notice(error);
      throw error;
    }
  };
  made.set(real, wrapped);
  // Some carry more, such as `realpath.native` and how they become promises.
  for (const key of Reflect.ownKeys(real))
    if (key !== 'prototype' && key !== 'length') {
      const property = Object.getOwnPropertyDescriptor(real, key);
      if (property === undefined) continue;
      const value: unknown = property.value;
      Object.defineProperty(
        wrapped,
        key,
        typeof value === 'function' ? { ...property, value: noticing(value as Callable) } : property,
      );
    }
  return wrapped;
}

/** A stream is opened later, and says so by an event. */
function noticingStream(real: Callable): Callable {
  return function (this: unknown, ...parameters) {
    const stream = Reflect.apply(real, this, parameters) as NodeJS.EventEmitter;
    stream.on('error', (error: unknown) => {
      notice(error);
      // With this listener alone, an error that nobody hears would pass.
      if (stream.listenerCount('error') === 1) throw error;
    });
    return stream;
  };
}

/** Libraries look around with it and expect no error; outside its folder code finds nothing. */
function existsWithoutError(real: Callable): Callable {
  return (path) => {
    try {
      return real(path);
    } catch {
      return false;
    }
  };
}

/** Exports of `node:fs` or `node:fs/promises`, as code gets them. */
export function guardedFiles(real: object): Record<string, unknown> {
  const exports: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(real)) {
    if (name === 'default') continue;
    const isClass = /^[A-Z]/.test(name);
    if (typeof value !== 'function' || isClass) exports[name] = value;
    else if (name === 'existsSync') exports[name] = existsWithoutError(value as Callable);
    else if (/^create.*Stream$/.test(name)) exports[name] = noticingStream(value as Callable);
    else exports[name] = noticing(value as Callable);
  }
  return exports;
}
