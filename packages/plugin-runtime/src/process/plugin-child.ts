import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { FaultMaker, Work } from '../fault/fault-maker.js';
import { PluginCodeFault } from '../fault/plugin-code-fault.js';
import { isPermitted, readFetchRequest, type FetchRequest } from '../fetch/perform-fetch.js';
import type { FetchAnswer, Report, Request } from '../protocol.js';
import { childArguments, type Walls } from './child-command.js';
import { startDeadline, startPatientDeadline } from './deadline.js';
import { isLargerThan } from './folder-size.js';
import { FrameReader, FrameTooLarge, frameOf } from './frames.js';
import { limits } from './limits.js';
import type { LogTail } from './log-tail.js';
import { MemoryWatch } from './memory-watch.js';
import { watchOver } from './orphan-watch.js';
import { parseReport } from './parse-report.js';

/** What a plugin's process may do. */
export interface ChildOptions extends Walls {
  /** The built module, absolute. */
  readonly file: string;
  /** Hosts it may call. */
  readonly network: readonly string[];
  readonly loadMs: number;
  /** Makes a call that is permitted. */
  readonly perform: (request: FetchRequest, signal: AbortSignal) => Promise<FetchAnswer>;
}

/** A request with an answer, encoded, and the largest answer it may have, in bytes. */
export interface Call {
  readonly json: string;
  readonly limit: number;
}

/** The process was ended from outside: by a person, or by a machine without memory. The call may be made again. */
export class EndedFromOutside extends Error {}

interface Pending {
  readonly work: Work;
  readonly resolve: (report: Report) => void;
  readonly reject: (error: Error) => void;
  readonly endDeadline: () => void;
  /** Largest report, in bytes. */
  readonly limit: number;
}

const noWork: Work = { contribution: null, subjectCount: null };
/** Signals that code cannot give itself: a failed check of V8, a broken address. Any other came from outside. */
const ownSignals: readonly (string | null)[] = [
  'SIGABRT',
  'SIGSEGV',
  'SIGBUS',
  'SIGILL',
  'SIGTRAP',
  'SIGFPE',
];
const outOfMemory = /heap out of memory|invalid size error|Array buffer allocation failed|allocation failed/i;

/** One process that runs the code of one plugin, from its start to its end; one call at a time. */
export class PluginChild {
  readonly #options: ChildOptions;
  readonly #faults: FaultMaker;
  readonly #log: LogTail;
  readonly #process: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #reports = new FrameReader();
  readonly #memory: MemoryWatch;
  readonly #endWatch: () => void;
  readonly #stopping = new AbortController();
  #pending: Pending | null = null;
  /** Why the process is ended; null as long as nothing is known against it. */
  #reason: Error | null = null;
  #wasIdle = false;
  #stderrEnd = '';
  #logBytes = 0;
  #fetches = 0;
  readonly #ended: Promise<void>;

  constructor(options: ChildOptions, faults: FaultMaker, log: LogTail) {
    this.#options = options;
    this.#faults = faults;
    this.#log = log;
    this.#process = spawn(process.execPath, childArguments(options), {
      cwd: options.folder,
      // Dates of code do not depend on where the machine stands.
      env: { TZ: 'UTC' },
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
      // A group of its own: what is typed at the terminal of the host is not meant for it.
      detached: process.platform !== 'win32',
      windowsHide: true,
    }) as ChildProcessByStdio<Writable, Readable, Readable>;
    const { pid, stdin, stdout, stderr, stdio } = this.#process;
    this.#endWatch = pid === undefined ? () => undefined : watchOver(pid);
    this.#memory = new MemoryWatch(pid ?? 0, () =>
      this.#end(this.#faults.memory(this.#work, this.#options.memoryMb)),
    );
    this.#ended = new Promise((resolve) => {
      this.#process.once('error', (error) => {
        this.#end(error);
        resolve();
      });
      this.#process.once('close', (code, signal) => {
        this.#close(code, signal);
        resolve();
      });
    });
    stdin.on('error', () => undefined);
    stdout.on('data', (chunk: Buffer) => this.#print(chunk));
    stderr.on('data', (chunk: Buffer) => {
      this.#stderrEnd = (this.#stderrEnd + chunk.toString('latin1')).slice(-4000);
      this.#print(chunk);
    });
    (stdio[3] as Readable).on('data', (chunk: Buffer) => this.#receive(chunk));
  }

  /** Whether it can take a call. */
  get isAlive(): boolean {
    return this.#reason === null;
  }

  /** What its code did wrong between two calls; null for nothing. */
  get lateFault(): PluginCodeFault | null {
    const reason = this.#reason;
    return this.#wasIdle && reason instanceof PluginCodeFault && reason.isOfPlugin ? reason : null;
  }

  /** The number of the process. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Waits for its program, then loads the plugin. @returns its declarations, unchecked @throws PluginCodeFault */
  async load(): Promise<unknown> {
    const { startMs, loadPatience } = limits;
    await this.#expect(noWork, limits.messageBytes, (pid) =>
      startDeadline(pid, startMs, () => this.#end(this.#faults.notStarted(startMs))),
    );
    await this.#memory.allow(this.#options.memoryMb + limits.ownMemoryMb);
    const { file, storageFolder, loadMs } = this.#options;
    const loaded = this.#expect(noWork, limits.declarationBytes, (pid) =>
      startPatientDeadline(pid, loadMs, loadPatience * loadMs, () =>
        this.#end(this.#faults.timeout(noWork, loadMs)),
      ),
    );
    this.#send({ type: 'load', file, storage: storageFolder });
    const report = await loaded;
    this.#memory.isBusy = false;
    return report.type === 'loaded' ? report.declarations : null;
  }

  /** Makes a call and waits for its answer. @throws PluginCodeFault; EndedFromOutside */
  async call({ json, limit }: Call, work: Work, timeoutMs: number): Promise<Report> {
    this.#logBytes = 0;
    this.#memory.isBusy = true;
    const answered = this.#expect(work, limit, (pid) =>
      startDeadline(pid, timeoutMs, () => this.#end(this.#faults.timeout(work, timeoutMs))),
    );
    if (this.#reason === null) this.#process.stdin.write(frameOf(json));
    const report = await answered;
    await this.#checkStorage(work);
    this.#memory.isBusy = false;
    return report;
  }

  /** Ends the process at once. */
  async stop(): Promise<void> {
    this.#end(this.#faults.stopped(this.#work));
    await this.#ended;
  }

  get #work(): Work {
    return this.#pending?.work ?? noWork;
  }

  /** Waits for a report of at most `limit` bytes, under a deadline. */
  #expect(work: Work, limit: number, start: (pid: number) => () => void): Promise<Report> {
    return new Promise((resolve, reject) => {
      if (this.#reason !== null) return reject(this.#reason);
      const endDeadline = start(this.#process.pid ?? 0);
      this.#pending = { work, resolve, reject, endDeadline, limit };
    });
  }

  #settle(settle: (pending: Pending) => void): void {
    const pending = this.#pending;
    if (pending === null) return;
    this.#pending = null;
    pending.endDeadline();
    settle(pending);
  }

  /** @param onTaken - called when the process has taken it, or is gone */
  #send(request: Request, onTaken?: () => void): void {
    this.#process.stdin.write(frameOf(JSON.stringify(request)), onTaken);
  }

  #end(reason: Error): void {
    if (this.#reason === null) {
      this.#reason = reason;
      this.#wasIdle = this.#pending === null;
    }
    this.#stopping.abort();
    this.#memory.end();
    this.#process.kill('SIGKILL');
    this.#settle(({ reject }) => reject(reason));
  }

  #close(code: number | null, signal: NodeJS.Signals | null): void {
    this.#endWatch();
    if (this.#reason !== null) return;
    if (outOfMemory.test(this.#stderrEnd)) this.#end(this.#faults.memory(this.#work, this.#options.memoryMb));
    else if (signal !== null && !ownSignals.includes(signal))
      this.#end(new EndedFromOutside(`The process was ended by ${signal}.`));
    else this.#end(this.#faults.crash(this.#work, signal ?? `exit code ${code}`));
  }

  #print(chunk: Buffer): void {
    this.#log.write(chunk.toString('utf8'));
    this.#count(chunk.length);
  }

  #count(bytes: number): void {
    this.#logBytes += bytes;
    if (this.#logBytes > limits.logBytes)
      this.#end(this.#faults.tooLarge(this.#work, 'log', limits.logBytes));
  }

  get #limit(): number {
    const other = this.#options.network.length > 0 ? limits.fetchMessageBytes : limits.messageBytes;
    return Math.max(this.#pending?.limit ?? 0, other);
  }

  #receive(chunk: Buffer): void {
    if (this.#reason !== null) return;
    try {
      for (const body of this.#reports.push(chunk, () => this.#limit)) {
        const report = parseReport(body);
        if (report === null) return this.#end(this.#faults.crash(this.#work, 'it spoke out of turn'));
        this.#take(report, body.length);
        if (this.#reason !== null) return;
      }
    } catch (error) {
      if (!(error instanceof FrameTooLarge)) throw error;
      this.#end(this.#faults.tooLarge(this.#work, 'answer', this.#limit));
    }
  }

  #take(report: Report, bytes: number): void {
    switch (report.type) {
      case 'ready':
      case 'loaded':
      case 'answer':
      case 'done':
        return this.#settle(({ resolve }) => resolve(report));
      case 'tooLarge':
        return this.#end(this.#faults.tooLarge(this.#work, 'answer', this.#limit));
      case 'threw': {
        const work = this.#work;
        const message = report.message.slice(0, 2000);
        // A plugin that is not loaded is not kept.
        if (work.contribution === null) return this.#end(this.#failedAlone(message));
        // That the process ends by it is no second fault.
        if (report.isFinal) return this.#end(this.#faults.threw(work, message));
        return this.#settle(({ reject }) => reject(this.#faults.threw(work, message)));
      }
      case 'denied':
        return this.#end(this.#faults.permission(this.#work, report.attempt));
      case 'fetch':
        this.#count(bytes);
        return void this.#fetch(report);
      case 'log':
        this.#count(bytes);
        return this.#log.line(report.text);
    }
  }

  /** Code that fails while it is loaded, or between calls. */
  #failedAlone(message: string): PluginCodeFault {
    return this.#pending === null
      ? this.#faults.threw(noWork, message)
      : this.#faults.loadFailed({ en: message, 'zh-CN': message });
  }

  async #fetch({ call, url, init }: Extract<Report, { type: 'fetch' }>): Promise<void> {
    const request = readFetchRequest(url, init);
    if (typeof request === 'string') return this.#send({ type: 'fetched', call, answer: { error: request } });
    const { network, perform } = this.#options;
    if (!isPermitted(request.url, network))
      return this.#end(this.#faults.permission(this.#work, { kind: 'fetch', target: request.url.host }));
    if (this.#fetches >= limits.fetches)
      return this.#send({
        type: 'fetched',
        call,
        answer: { error: `more than ${limits.fetches} requests at once` },
      });
    this.#fetches += 1;
    const answer = await perform(request, this.#stopping.signal);
    // An answer that nobody reads is kept here, and counts as long as it is.
    if (this.#reason === null) this.#send({ type: 'fetched', call, answer }, () => (this.#fetches -= 1));
  }

  async #checkStorage(work: Work): Promise<void> {
    const { storageFolder } = this.#options;
    if (storageFolder === null || !(await isLargerThan(storageFolder, limits.storageBytes))) return;
    const fault = this.#faults.tooLarge(work, 'storage', limits.storageBytes);
    this.#end(fault);
    throw fault;
  }
}
