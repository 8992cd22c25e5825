import type { CodeDeclarations, CodeDimension, Permissions } from '@terrace/plugin-sdk';
import type { Occasion } from '@terrace/plugin-sdk/code';
import { mkdirSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { checkAnswer, type ComputedValue } from './answer/check-answer.js';
import { haveSameMeaning, readDeclarations } from './declarations.js';
import { inputNames } from './encode-subject.js';
import { FaultMaker, type Work } from './fault/fault-maker.js';
import { performFetch } from './fetch/perform-fetch.js';
import { limits } from './process/limits.js';
import { LogTail } from './process/log-tail.js';
import { EndedFromOutside, PluginChild, type Call, type ChildOptions } from './process/plugin-child.js';
import type { CallContext, Report, Request } from './protocol.js';

/** What code is run, and within which limits. @since 0.1.0 */
export interface PluginProcessOptions {
  readonly pluginId: string;
  /** The plugin's folder; absolute. Its code may read what is in it. */
  readonly folder: string;
  /** The built module below it, as the manifest names it. */
  readonly entry: string;
  /** What `code.json` says: it counts, and code that declares something else is not run. Unless given, what the code says counts. */
  readonly declarations?: CodeDeclarations | undefined;
  /** Nothing is permitted unless given. */
  readonly permissions?: Permissions | undefined;
  /** 128 unless given. */
  readonly memoryMb?: number | undefined;
  /** Longest time of one call, in milliseconds; 2000 unless given. */
  readonly timeoutMs?: number | undefined;
  /** Longest time of loading the code; 3000 unless given. */
  readonly loadTimeoutMs?: number | undefined;
  /** How long the process is kept without a call; 30,000 unless given. */
  readonly idleMs?: number | undefined;
  /** Where code with the permission `storage` may write; made when it is missing. */
  readonly storageFolder?: string | undefined;
  /** Whether permitted hosts may have addresses of private networks. */
  readonly allowPrivateAddresses?: boolean | undefined;
  /** Is told of each call that is permitted, which then is not made: the code gets an error in the place of an answer. */
  readonly onUnmadeCall?: ((url: URL) => void) | undefined;
}

/** What a call is told besides its input. Parameters that are not given have their defaults. @since 0.1.0 */
export interface CallOptions {
  readonly parameters?: Readonly<Record<string, string | number>>;
  /** The last day that counts, `yyyy-mm-dd`. */
  readonly asOf: string;
  /** An IANA name. */
  readonly timeZone: string;
}

/** What a dimension gave for a batch. @since 0.1.0 */
export interface ComputedBatch {
  /** One for each subject, in their order; null where there is none. Numbers have at most 15 significant digits. */
  readonly values: readonly ComputedValue[];
  /** Whether they may be others on another day: events are read, or the code looked at the as-of day. */
  readonly usesAsOf: boolean;
}

const nothingPermitted: Permissions = { network: [], storage: false, subjectKeys: false };
const notBuilt = {
  en: 'what it declares is not what its code.json says. Build it again: terrace plugin build.',
  'zh-CN': '代码中的声明与 code.json 不一致。请重新构建：terrace plugin build。',
};

/**
 * The code of one plugin in a process of its own, behind walls (docs/custom-dimensions.md). The process starts with the first call,
 * ends when there has been none for a while, and is started anew after a fault. Calls are made one after the other.
 * @since 0.1.0
 */
export class PluginProcess {
  readonly #options: PluginProcessOptions;
  readonly #permissions: Permissions;
  readonly #faults: FaultMaker;
  readonly #log = new LogTail();
  #child: PluginChild | null = null;
  #declarations: CodeDeclarations | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #calls = 0;
  #idle: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(options: PluginProcessOptions) {
    this.#options = options;
    this.#permissions = options.permissions ?? nothingPermitted;
    this.#faults = new FaultMaker(options.pluginId);
  }

  /** The number of the process that runs now; undefined while there is none. */
  get pid(): number | undefined {
    return this.#child?.isAlive === true ? this.#child.pid : undefined;
  }

  /** The last lines that the code wrote to its log, oldest first. */
  get log(): readonly string[] {
    return this.#log.lines;
  }

  /**
   * What the code declares: `declarations` of the options, if given; else texts by key stand for themselves.
   * @throws PluginCodeFault
   */
  async describe(): Promise<CodeDeclarations> {
    return this.#inTurn({ contribution: null, subjectCount: null }, async () => {
      await this.#start();
      return this.#declared();
    });
  }

  /**
   * Computes a dimension for `subjects`.
   * @param subjects - as {@link encodeSubject} writes them
   * @throws PluginCodeFault; Error when the code declares no such dimension
   */
  async computeBatch(
    dimensionId: string,
    subjects: readonly string[],
    options: CallOptions,
  ): Promise<ComputedBatch> {
    const work: Work = {
      contribution: { kind: 'dimension', id: dimensionId },
      subjectCount: subjects.length,
    };
    return this.#inTurn(work, async () => {
      const answer = await this.#call(work, (id) => {
        const dimension = this.#dimension(dimensionId);
        const limit = Math.min(
          limits.answerMostBytes,
          limits.answerBaseBytes + limits.answerBytesPerSubject * subjects.length,
        );
        const head: Omit<Extract<Request, { type: 'compute' }>, 'subjects'> = {
          type: 'compute',
          id,
          dimension: dimensionId,
          names: inputNames(dimension),
          context: contextOf(options, dimension.parameters),
          limit,
        };
        return { json: `${JSON.stringify(head).slice(0, -1)},"subjects":[${subjects.join(',')}]}`, limit };
      });
      const { values, usesAsOf } = answer.type === 'answer' ? answer : { values: null, usesAsOf: true };
      const checked = checkAnswer(values, this.#dimension(dimensionId), subjects.length);
      if (checked.ok) return { values: checked.values, usesAsOf };
      await this.#child?.stop();
      throw this.#faults.wrongAnswer(work, checked.reason);
    });
  }

  /**
   * Performs an action. Without the permission `subjectKeys` the code does not get the key.
   * @throws PluginCodeFault; Error when the code declares no such action
   */
  async runAction(actionId: string, occasion: Occasion, options: CallOptions): Promise<void> {
    const work: Work = { contribution: { kind: 'action', id: actionId }, subjectCount: null };
    await this.#inTurn(work, () =>
      this.#call(work, (id) => {
        const action = this.#declared().actions.find((each) => each.id === actionId);
        if (action === undefined)
          throw new Error(`${this.#options.pluginId} declares no action "${actionId}".`);
        const request: Extract<Request, { type: 'run' }> = {
          type: 'run',
          id,
          action: actionId,
          context: contextOf(options, action.parameters),
          occasion: this.#permissions.subjectKeys ? occasion : { ...occasion, key: null },
        };
        return { json: JSON.stringify(request), limit: limits.messageBytes };
      }),
    );
  }

  /** Ends the process; calls that wait, or are made later, fail with `STOPPED`. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#idle);
    await this.#child?.stop();
    await this.#last.catch(() => undefined);
  }

  #declared(): CodeDeclarations {
    if (this.#declarations === null) throw new Error('The code is not loaded.');
    return this.#declarations;
  }

  #dimension(id: string): CodeDimension {
    const found = this.#declared().dimensions.find((dimension) => dimension.id === id);
    if (found === undefined) throw new Error(`${this.#options.pluginId} declares no dimension "${id}".`);
    return found;
  }

  /** One call after the other: a process has one thread, and time is measured from when it has the call. */
  async #inTurn<T>(work: Work, call: () => Promise<T>): Promise<T> {
    if (this.#isStopped) throw this.#faults.stopped(work);
    if (this.#waiting >= limits.waiting) throw this.#faults.busy(work);
    this.#waiting += 1;
    clearTimeout(this.#idle);
    const turn = this.#last.then(() => {
      if (this.#isStopped) throw this.#faults.stopped(work);
      return call();
    });
    this.#last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.#waiting -= 1;
      if (this.#waiting === 0 && !this.#isStopped) this.#planStop();
    }
  }

  #planStop(): void {
    this.#idle = setTimeout(() => {
      const child = this.#child;
      this.#child = null;
      void child?.stop();
    }, this.#options.idleMs ?? limits.idleMs).unref();
  }

  async #call(work: Work, encode: (id: number) => Call): Promise<Report> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const child = await this.#start();
        this.#calls += 1;
        return await child.call(encode(this.#calls), work, this.#options.timeoutMs ?? limits.callMs);
      } catch (error) {
        if (!(error instanceof EndedFromOutside)) throw error;
        if (attempt >= limits.tries) throw this.#faults.crash(work, error.message);
      }
    }
  }

  /** The process that runs, or a new one, loaded. */
  async #start(): Promise<PluginChild> {
    // Code that failed between two calls says so at the next.
    if (this.#child?.isAlive === true) return this.#child;
    const late = this.#child?.lateFault ?? null;
    this.#child = null;
    if (late !== null) throw late;
    const { folder, file } = this.#place();
    const child = new PluginChild(
      {
        folder,
        file,
        network: this.#permissions.network,
        storageFolder: this.#storageFolder(),
        memoryMb: this.#options.memoryMb ?? limits.memoryMb,
        loadMs: this.#options.loadTimeoutMs ?? limits.loadMs,
        perform: this.#perform(),
      },
      this.#faults,
      this.#log,
    );
    this.#child = child;
    this.#declarations = this.#accept(await child.load());
    return child;
  }

  #perform(): ChildOptions['perform'] {
    const { onUnmadeCall, allowPrivateAddresses = false } = this.#options;
    if (onUnmadeCall === undefined)
      return (request, signal) => performFetch(request, allowPrivateAddresses, signal);
    return async ({ url }) => {
      onUnmadeCall(url);
      return { error: `${url.host} is not called while code is tried` };
    };
  }

  #accept(json: unknown): CodeDeclarations {
    const read = readDeclarations(json);
    const expected = this.#options.declarations;
    if (read.ok && (expected === undefined || haveSameMeaning(read.declarations, expected)))
      // Values of subjects travel in the order of what the host knows the code by.
      return expected ?? read.declarations;
    void this.#child?.stop();
    throw this.#faults.loadFailed(read.ok ? notBuilt : { en: read.reason, 'zh-CN': read.reason });
  }

  /** Links are followed here, so that the walls stand around what is really there. */
  #place(): { folder: string; file: string } {
    try {
      const folder = realpathSync(this.#options.folder);
      const file = realpathSync(join(folder, this.#options.entry));
      const path = relative(folder, file);
      if (!path.startsWith('..') && !isAbsolute(path)) return { folder, file };
    } catch {
      // Said below.
    }
    const { entry } = this.#options;
    throw this.#faults.loadFailed({
      en: `${entry} is not in its folder. Build it: terrace plugin build.`,
      'zh-CN': `插件文件夹中没有 ${entry}。请先构建：terrace plugin build。`,
    });
  }

  #storageFolder(): string | null {
    const { storageFolder } = this.#options;
    if (!this.#permissions.storage || storageFolder === undefined) return null;
    mkdirSync(storageFolder, { recursive: true });
    return realpathSync(storageFolder);
  }
}

function contextOf(
  { parameters = {}, asOf, timeZone }: CallOptions,
  declared: CodeDimension['parameters'],
): CallContext {
  const values = declared.map((parameter) => [parameter.id, parameters[parameter.id] ?? parameter.default]);
  return { parameters: Object.fromEntries(values) as CallContext['parameters'], asOf, timeZone };
}

/**
 * Gets the code of a plugin ready to be called; nothing is run before the first call.
 * @since 0.1.0
 */
export function startPluginProcess(options: PluginProcessOptions): PluginProcess {
  return new PluginProcess(options);
}
