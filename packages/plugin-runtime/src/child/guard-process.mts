import { Console } from 'node:console';
import { writeSync } from 'node:fs';
import { Writable } from 'node:stream';
import type { Attempt } from '../protocol.js';
import { refused, settle } from './attempt.mjs';

/** What code must not do to the process or through it, and what that is called. */
const forbidden: Readonly<Record<string, readonly [Attempt['kind'], string]>> = {
  exit: ['exit', 'exit'],
  reallyExit: ['exit', 'exit'],
  abort: ['exit', 'abort'],
  kill: ['signal', 'another process'],
  _kill: ['signal', 'another process'],
  _debugProcess: ['debugger', 'another process'],
  _debugEnd: ['debugger', 'another process'],
  _startProfilerIdleNotifier: ['debugger', 'the profiler'],
  execve: ['process', 'another program'],
  dlopen: ['addon', 'native code'],
  binding: ['load', 'the inside of Node.js'],
  _linkedBinding: ['load', 'the inside of Node.js'],
  getBuiltinModule: ['load', 'a module of Node.js past its imports'],
  chdir: ['host', 'another working folder'],
  umask: ['host', 'the mask of files'],
  setuid: ['host', 'the user'],
  setgid: ['host', 'the group'],
  seteuid: ['host', 'the user'],
  setegid: ['host', 'the group'],
  setgroups: ['host', 'the groups'],
  initgroups: ['host', 'the groups'],
  loadEnvFile: ['read', 'a file of settings'],
  _getActiveHandles: ['load', 'the inside of Node.js'],
  _getActiveRequests: ['load', 'the inside of Node.js'],
  openStdin: ['host', 'standard input'],
  setUncaughtExceptionCaptureCallback: ['host', 'the handler of errors'],
};

/** What of the process code may see. */
const shown = [
  'arch',
  'platform',
  'version',
  'versions',
  'release',
  'nextTick',
  'hrtime',
  'uptime',
  'memoryUsage',
  'cpuUsage',
  'emitWarning',
  'cwd',
] as const;

/** Libraries listen to the process; nothing ever comes. */
const listeners = [
  'on',
  'once',
  'off',
  'addListener',
  'removeListener',
  'removeAllListeners',
  'prependListener',
];

/** Prints at once: code that prints without end waits for the host, and does not fill its memory. */
function print(descriptor: 1 | 2, text: string): void {
  try {
    writeSync(descriptor, text);
  } catch {
    // The host reads no more; what is printed is lost.
  }
}

function guardConsole(): void {
  const stream = (descriptor: 1 | 2): Writable =>
    new Writable({
      decodeStrings: false,
      write(chunk: unknown, _encoding, done) {
        print(descriptor, String(chunk));
        done();
      },
    });
  settle(globalThis, 'console', new Console({ stdout: stream(1), stderr: stream(2) }));
}

/**
 * Puts a small object in the place of `process`, a console that prints through it, and takes the dangerous functions of the real one away, in case code gets at it
 * nevertheless.
 * @returns what code is given as `process`
 */
export function guardProcess(): object {
  const real = process;
  const facade: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const name of shown) {
    const value: unknown = real[name];
    facade[name] = typeof value === 'function' ? value.bind(real) : value;
  }
  facade['memoryUsage'] = real.memoryUsage.bind(real);
  facade['hrtime'] = Object.assign(real.hrtime.bind(real), { bigint: real.hrtime.bigint });
  for (const name of listeners) facade[name] = (): object => facade;
  facade['emit'] = (): boolean => false;
  facade['listenerCount'] = (): number => 0;
  facade['listeners'] = (): unknown[] => [];
  const writer = (descriptor: 1 | 2): object =>
    Object.freeze({
      isTTY: false,
      write: (text: unknown) => {
        print(descriptor, String(text));
        return true;
      },
    });
  facade['stdout'] = writer(1);
  facade['stderr'] = writer(2);
  guardConsole();
  Object.assign(facade, {
    env: Object.freeze({}),
    argv: [],
    execArgv: [],
    title: 'plugin',
    pid: 0,
    exitCode: undefined,
  });
  for (const [name, [kind, target]] of Object.entries(forbidden)) {
    facade[name] = refused(kind, target);
    if (name in real) settle(real, name, facade[name]);
  }
  settle(real, 'report', undefined);
  settle(real, 'mainModule', undefined);
  settle(real, 'env', facade['env']);
  Object.freeze(facade);
  settle(globalThis, 'process', facade);
  return facade;
}
