import { builtinModules } from 'node:module';
import vm from 'node:vm';
import type { Attempt } from '../protocol.js';
import { deny, refused } from './attempt.mjs';
import { guardedFiles } from './guard-files.mjs';
import { guardedOs } from './guarded-os.mjs';

/** Modules of Node.js that code gets as they are; those of the network end at the guard. */
const open = new Set([
  'assert',
  'assert/strict',
  'async_hooks',
  'buffer',
  'constants',
  'crypto',
  'dgram',
  'diagnostics_channel',
  'dns',
  'dns/promises',
  'events',
  'fs',
  'fs/promises',
  'http',
  'http2',
  'https',
  'net',
  'os',
  'path',
  'path/posix',
  'path/win32',
  'perf_hooks',
  'punycode',
  'querystring',
  'stream',
  'stream/consumers',
  'stream/promises',
  'stream/web',
  'string_decoder',
  'sys',
  'timers',
  'timers/promises',
  'tls',
  'tty',
  'url',
  'util',
  'util/types',
  'zlib',
]);

/** What using any other is called; the rest is "loaded". */
const named: Readonly<Record<string, readonly [Attempt['kind'], string]>> = {
  child_process: ['process', 'a program'],
  cluster: ['process', 'a copy of itself'],
  worker_threads: ['thread', 'a thread'],
  inspector: ['debugger', 'the debugger'],
  'inspector/promises': ['debugger', 'the debugger'],
  vm: ['compile', 'text'],
  module: ['load', 'other modules'],
};

// Loaded before the guard stands: some of them change the process while they load.
const refusedModules = new Map<string, object>();
for (const name of Object.keys(named)) refusedModules.set(name, (await import(`node:${name}`)) as object);

const known = new Set(builtinModules.map((name) => name.replace(/^node:/, '')));

/** The module of Node.js that `specifier` names; null for anything else. */
export function builtinName(specifier: string): string | null {
  const name = specifier.replace(/^node:/, '');
  return specifier.startsWith('node:') || known.has(name) ? name : null;
}

/** A stand-in with the same names: it can be imported, and each use is refused. */
function refusedExports(name: string, real: object): Record<string, unknown> {
  const [kind, target] = named[name] ?? (['load', `node:${name}`] as const);
  const refusal = (key: string): unknown =>
    refused(
      kind,
      name === 'child_process' || name === 'worker_threads' ? `${target} (${name}.${key})` : target,
    );
  const stand = (value: unknown, key: string): unknown => {
    if (typeof value === 'function') return refusal(key);
    return typeof value === 'object' && value !== null ? Object.freeze({}) : value;
  };
  const entries = Object.entries(real).filter(([key]) => key !== 'default');
  const names = Object.fromEntries(entries.map(([key, value]) => [key, stand(value, key)]));
  return { ...names, default: Object.freeze({ ...names }) };
}

const withDefault = (exports: Record<string, unknown>): Record<string, unknown> => ({
  ...exports,
  default: exports,
});

/**
 * Modules of Node.js as code may import them.
 * @param facade - what it gets as `process`
 */
export class Builtins {
  readonly #facade: object;
  readonly #modules = new Map<string, vm.Module>();
  readonly #exports = new Map<string, Record<string, unknown>>();

  constructor(facade: object) {
    this.#facade = facade;
  }

  async module(name: string): Promise<vm.Module> {
    const present = this.#modules.get(name);
    if (present !== undefined) return present;
    const exports = await this.#exportsOf(name);
    const module = new vm.SyntheticModule(Object.keys(exports), () => {
      for (const [key, value] of Object.entries(exports)) module.setExport(key, value);
    });
    this.#modules.set(name, module);
    return module;
  }

  /** One object per module, however it is reached. */
  async #exportsOf(name: string): Promise<Record<string, unknown>> {
    const present = this.#exports.get(name);
    if (present !== undefined) return present;
    const made = await this.#make(name);
    this.#exports.set(name, made);
    return made;
  }

  async #make(name: string): Promise<Record<string, unknown>> {
    const refusedModule = refusedModules.get(name);
    if (refusedModule !== undefined) return refusedExports(name, refusedModule);
    if (name === 'process') return { ...this.#facade, default: this.#facade };
    if (name === 'console') return { ...globalThis.console, default: globalThis.console };
    if (!open.has(name)) return deny('load', `node:${name}`);
    const real = { ...((await import(`node:${name}`)) as Record<string, unknown>) };
    switch (name) {
      case 'os':
        return withDefault(guardedOs(real));
      case 'fs/promises':
        return withDefault(guardedFiles(real));
      case 'fs':
        return withDefault({
          ...guardedFiles(real),
          promises: (await this.#exportsOf('fs/promises'))['default'],
        });
      case 'crypto':
        return withDefault({
          ...real,
          default: undefined,
          setEngine: refused('addon', 'crypto.setEngine'),
          setFips: refused('host', 'crypto.setFips'),
        });
      default:
        return real;
    }
  }
}
