import { guardFileHandles } from './guard-files.mjs';
import { guardNetwork } from './guard-network.mjs';
import { guardProcess } from './guard-process.mjs';
import { encode, listen, report, send } from './channel.mjs';
import { attemptBehind, describeError } from './describe-error.mjs';
import { hostFetch, settleFetch } from './host-fetch.mjs';
import { loadCode, type LoadedCode } from './load.mjs';
import { readSubjects } from './subjects.mjs';
import type { CallContext, NoValue, Request } from '../protocol.js';

/** The host does not want to hear from this process any more. */
const end = (process as unknown as { reallyExit(code: number): never }).reallyExit.bind(process);

const immediately = setImmediate;
let file = '';
let storage: string | null = null;
let code: LoadedCode | null = null;
/** The call that is being worked on; null between calls. */
let current: number | null = null;

/** Says what went wrong; the host ends this process when a permission was broken. */
function fail(error: unknown, id: number | null, isFinal: boolean): void {
  const attempt = attemptBehind(error);
  if (attempt !== null) report({ type: 'denied', attempt });
  report({ type: 'threw', id, message: describeError(error, file), isFinal });
}

/** What nobody catches leaves the process in a state that nobody knows. */
function failForGood(error: unknown): never {
  fail(error, current, true);
  return end(70);
}
process.on('uncaughtException', failForGood);
process.on('unhandledRejection', failForGood);
// Whoever ends the host's group of processes wants the host to end this one.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);

/** @param onAsOf - called when the code looks at the as-of day */
function contextOf(context: CallContext, onAsOf: () => void): object {
  return Object.freeze({
    parameters: Object.freeze({ ...context.parameters }),
    get asOf() {
      onAsOf();
      return context.asOf;
    },
    timeZone: context.timeZone,
    fetch: hostFetch,
    log: (text: unknown) => report({ type: 'log', text: String(text).slice(0, 10_000) }),
    storage,
  });
}

/** JSON turns NaN into null, which would pass for a missing value. */
function plainValue(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const none: NoValue = { none: typeof value === 'number' ? String(value) : typeof value };
  return none;
}

async function compute(request: Extract<Request, { type: 'compute' }>): Promise<void> {
  const { id, dimension, names, context, limit } = request;
  const found = code?.dimensions.get(dimension);
  if (found === undefined) throw new Error(`There is no dimension "${dimension}" in the code.`);
  const subjects = readSubjects(request.subjects, names, context.asOf);
  // Days ago are counted from it.
  let usesAsOf = names.events.length > 0;
  const values: unknown = await found.compute(
    subjects,
    contextOf(context, () => {
      usesAsOf = true;
    }),
  );
  // What the call left rejected and unheard is its own: it is found first.
  await new Promise((resolve) => immediately(resolve));
  const plain = Array.isArray(values) ? Array.from(values, plainValue) : plainValue(values);
  const body = encode({ type: 'answer', id, values: plain, usesAsOf });
  if (body.length > limit) report({ type: 'tooLarge', id, bytes: body.length });
  else send(body);
}

async function run({ id, action, occasion, context }: Extract<Request, { type: 'run' }>): Promise<void> {
  const found = code?.actions.get(action);
  if (found === undefined) throw new Error(`There is no action "${action}" in the code.`);
  await found.run(
    Object.freeze(occasion),
    contextOf(context, () => undefined),
  );
  await new Promise((resolve) => immediately(resolve));
  report({ type: 'done', id });
}

async function load(request: Extract<Request, { type: 'load' }>): Promise<void> {
  ({ file, storage } = request);
  code = await loadCode(file, facade);
  report({ type: 'loaded', declarations: code.declarations });
}

function handle(request: Request): void {
  if (request.type === 'fetched') return settleFetch(request.call, request.answer);
  const id = request.type === 'load' ? null : request.id;
  current = id;
  const work =
    request.type === 'load' ? load(request) : request.type === 'compute' ? compute(request) : run(request);
  void work
    .catch((error: unknown) => fail(error, id, false))
    .finally(() => {
      current = null;
    });
}

listen(handle, () => end(0));
guardNetwork();
await guardFileHandles();
const facade = guardProcess();
report({ type: 'ready' });
