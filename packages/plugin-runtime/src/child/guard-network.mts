import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import type { Attempt } from '../protocol.js';
import { deny, settle } from './attempt.mjs';

type Refuse = (...parameters: unknown[]) => never;

/** The object whose methods every handle of a kind shares: what lies below it is native code. */
function prototypeOf(handle: unknown, kind: string): object {
  const prototype: unknown =
    typeof handle === 'object' && handle !== null ? Object.getPrototypeOf(handle) : null;
  // Without the wall nothing is run.
  if (typeof prototype !== 'object' || prototype === null || prototype === Object.prototype)
    throw new Error(`This version of Node.js has no ${kind} handle where it is looked for.`);
  return prototype;
}

const handleOf = (socket: object): unknown => (socket as { _handle?: unknown })._handle;

/** A socket that began to connect has its handle, and has not touched the network yet. */
function handleOfConnecting(options: net.NetConnectOpts): unknown {
  const socket = new net.Socket();
  socket.on('error', () => undefined);
  socket.connect(options);
  const handle = handleOf(socket);
  socket.destroy();
  return handle;
}

function datagramHandle(): unknown {
  const socket = dgram.createSocket('udp4');
  const states = Object.getOwnPropertySymbols(socket).map((symbol) => Reflect.get(socket, symbol) as unknown);
  const state = states.find((each) => typeof each === 'object' && each !== null && 'handle' in each);
  const handle = (state as { handle?: unknown } | undefined)?.handle;
  socket.close();
  return handle;
}

function refuseMethods(prototype: object, methods: Readonly<Record<string, Refuse>>): void {
  for (const [name, refuse] of Object.entries(methods))
    if (name in prototype) settle(prototype, name, refuse);
}

const endpoint = (address: unknown, port: unknown): string =>
  String(address).includes(':')
    ? `[${String(address)}]:${String(port)}`
    : `${String(address)}:${String(port)}`;

const refuse =
  (kind: Attempt['kind'], target: (...parameters: unknown[]) => string): Refuse =>
  (...parameters) =>
    deny(kind, target(...parameters));

/** Native handles: whatever a library above does ends here. */
function refuseHandles(): void {
  const connect = refuse('connect', (_request, address, port) => endpoint(address, port));
  const bind = refuse('listen', (address, port) => endpoint(address, port));
  const open = refuse('connect', (descriptor) => `file descriptor ${String(descriptor)}`);
  refuseMethods(prototypeOf(handleOfConnecting({ host: '127.0.0.1', port: 9 }), 'TCP'), {
    connect,
    connect6: connect,
    bind,
    bind6: bind,
    listen: refuse('listen', () => 'a port'),
    open,
  });
  const path = refuse('connect', (_request, name) => String(name));
  refuseMethods(prototypeOf(handleOfConnecting({ path: '/nowhere' }), 'pipe'), {
    connect: path,
    bind: refuse('listen', String),
    listen: refuse('listen', () => 'a pipe'),
    open,
    fchmod: refuse('listen', () => 'a pipe'),
  });
  const send = refuse('datagram', (_request, _list, _count, port, address) => endpoint(address, port));
  // Joining a group tells the network which, without a datagram of one's own.
  const join = refuse('datagram', (group) => String(group));
  const joinOfSource = refuse('datagram', (_source, group) => String(group));
  refuseMethods(prototypeOf(datagramHandle(), 'UDP'), {
    bind,
    bind6: bind,
    connect: refuse('datagram', endpoint),
    connect6: refuse('datagram', endpoint),
    send,
    send6: send,
    addMembership: join,
    addSourceSpecificMembership: joinOfSource,
    open,
  });
  const channel = prototypeOf(handleOf(new dns.Resolver()), 'resolver');
  for (const name of Object.getOwnPropertyNames(channel))
    if (/^query|^getHost/.test(name))
      settle(
        channel,
        name,
        refuse('lookup', (_request, host) => String(host)),
      );
}

function hostAndPort(parameters: readonly unknown[]): string {
  // `net.connect` hands its parameters on as one array.
  const [first, second] = Array.isArray(parameters[0]) ? (parameters[0] as unknown[]) : parameters;
  if (typeof first !== 'object' || first === null)
    return typeof first === 'string' && Number.isNaN(Number(first))
      ? first
      : endpoint(typeof second === 'string' ? second : 'localhost', first);
  const { path, host, port } = first as { path?: unknown; host?: unknown; port?: unknown };
  return typeof path === 'string' ? path : endpoint(host ?? 'localhost', port);
}

/** The same, one floor higher, where the name of the host is still known. */
function refuseByName(): void {
  settle(
    net.Socket.prototype,
    'connect',
    refuse('connect', (...parameters) => hostAndPort(parameters)),
  );
  settle(
    net.Server.prototype,
    'listen',
    refuse('listen', (...parameters) => hostAndPort(parameters)),
  );
  settle(
    dgram.Socket.prototype,
    'bind',
    refuse('listen', (port) => endpoint('0.0.0.0', typeof port === 'number' ? port : 0)),
  );
  settle(
    dgram.Socket.prototype,
    'send',
    refuse('datagram', (...parameters) => {
      // send(message[, offset, length], port, address, …)
      const address = parameters.findLastIndex((each, index) => index > 0 && typeof each === 'string');
      return endpoint(
        address < 0 ? 'localhost' : parameters[address],
        parameters[(address < 0 ? 2 : address) - 1],
      );
    }),
  );
  const lookup = refuse('lookup', String);
  const harmless = /^(Resolver|promises|(get|set)(Servers|DefaultResultOrder))$/;
  for (const names of [dns, dns.promises])
    for (const [name, value] of Object.entries(names))
      if (typeof value === 'function' && !harmless.test(name)) settle(names, name, lookup);
  for (const { prototype } of [dns.Resolver, dns.promises.Resolver])
    for (const name of ['resolve', 'reverse']) settle(prototype, name, lookup);
}

const globalCalls = ['fetch', 'WebSocket', 'EventSource'] as const;

/**
 * Takes every way to the network away: the methods of native handles are replaced and the old ones dropped, so that nothing that
 * runs later can get at them.
 */
export function guardNetwork(): void {
  refuseHandles();
  refuseByName();
  // Named imports were copied from the modules when these were loaded, and would still be the old functions.
  syncBuiltinESMExports();
  for (const name of globalCalls)
    if (name in globalThis)
      settle(
        globalThis,
        name,
        // Not an arrow: it is called with `new`.
        function call(target: unknown): never {
          return deny(
            'connect',
            typeof target === 'object' && target !== null && 'url' in target ? target.url : target,
          );
        },
      );
}
