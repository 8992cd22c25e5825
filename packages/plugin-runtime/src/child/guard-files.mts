import { realpath, realpathSync } from 'node:fs';
import { open, realpath as realpathLater } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deny, refused, settle } from './attempt.mjs';
import { attemptBehind } from './describe-error.mjs';

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
function noticeOf<S>(stream: S): S {
  const emitter = stream as NodeJS.EventEmitter;
  emitter.on('error', (error: unknown) => {
    notice(error);
    // With this listener alone, an error that nobody hears would pass.
    if (emitter.listenerCount('error') === 1) throw error;
  });
  return stream;
}

/** A class of streams, or a function that makes one. */
function noticingStream(real: Callable): Callable {
  return new Proxy(real, {
    apply: (target, that, parameters) => noticeOf(Reflect.apply(target, that, parameters)),
    construct: (target, parameters, made) => noticeOf(Reflect.construct(target, parameters, made) as object),
  });
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

const permission = (process as { permission?: { has(scope: string, path: string): boolean } }).permission;

/** A path as the permissions know it; null for what is none. */
function absolute(path: unknown): string | null {
  if (typeof path === 'string') return resolve(path);
  if (path instanceof Uint8Array) return resolve(Buffer.from(path).toString());
  return path instanceof URL && path.protocol === 'file:' ? fileURLToPath(path) : null;
}

/** Some versions of Node.js ask no permission to say where a path leads, others want it for every folder above. */
function following(real: Callable): Callable {
  return noticing((path, ...parameters) => {
    const place = absolute(path);
    if (place !== null && permission?.has('fs.read', place) !== true) deny('read', place);
    // What was looked at, and nothing that may look different the next time; it complains of null itself.
    return real(place, ...parameters);
  });
}

function withNative(real: Callable): Callable {
  return Object.assign(following(real), { native: following(real) });
}

/**
 * A link makes a file of one place appear at another, where more may be done to it. Versions of Node.js differ in which they refuse, and
 * code has no use for any.
 */
const refuseLink: Callable = (target) => deny('link', target);

/** Rights and times of a file that is only open for reading: versions of Node.js differ in whether they refuse it. */
const refusedOfOpenFiles = ['chmod', 'chown', 'utimes'];

const replaced: Readonly<Record<string, Callable>> = {
  symlink: refuseLink,
  symlinkSync: refuseLink,
  link: refuseLink,
  linkSync: refuseLink,
  ...Object.fromEntries(
    refusedOfOpenFiles
      .flatMap((name) => [`f${name}`, `f${name}Sync`])
      .map((name) => [name, refused('write', `an open file (fs.${name})`)]),
  ),
  realpathSync: withNative(realpathSync.native as Callable),
};
/** Of the same name, with callbacks in `node:fs` and with promises in `node:fs/promises`. */
const realpathByCallback = withNative(realpath.native as Callable);
const realpathByPromise = following(realpathLater as Callable);

/** Takes the methods of open files away that every open file shares. */
export async function guardFileHandles(): Promise<void> {
  const handle = await open(fileURLToPath(import.meta.url));
  const methods = Object.getPrototypeOf(handle) as object;
  await handle.close();
  for (const name of refusedOfOpenFiles)
    settle(methods, name, refused('write', `an open file (FileHandle.${name})`));
}

/** Exports of `node:fs` or `node:fs/promises`, as code gets them. */
export function guardedFiles(real: object): Record<string, unknown> {
  const exports: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(real)) {
    if (name === 'default') continue;
    if (typeof value !== 'function') exports[name] = value;
    else if (Object.hasOwn(replaced, name)) exports[name] = replaced[name];
    else if (name === 'realpath') exports[name] = 'native' in value ? realpathByCallback : realpathByPromise;
    else if (/(Read|Write)Stream$/.test(name)) exports[name] = noticingStream(value as Callable);
    else if (/^[A-Z]/.test(name)) exports[name] = value;
    else if (name === 'existsSync') exports[name] = existsWithoutError(value as Callable);
    else exports[name] = noticing(value as Callable);
  }
  return exports;
}
