import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Issue } from '@terrace/model';
import { Worker } from 'node:worker_threads';
import { pluginIssue, unexpected } from '../plugin-fault.js';
import type { Job, JobResults } from './job.js';

/** Longest time of a job, in milliseconds; real plugins take less than 100. */
const TIMEOUT_MS = 20_000;
/** How long an idle thread is kept, in milliseconds. */
const IDLE_MS = 60_000;
/** Memory of the thread, in MiB. */
const MEMORY_MB = 512;

/** What the thread answers. */
export type Answer = { readonly result: unknown } | { readonly isTooDeep: true } | { readonly error: string };

/** The outcome of a job: what it gives, or why it was given up. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Reads what strangers wrote in a thread of its own, with limits on time and memory: whatever it is, requests go on being
 * answered. The thread is started at need and kept for a while; it does one job at a time.
 */
@Injectable()
export class PluginReader implements OnApplicationShutdown {
  readonly #logger = new Logger(PluginReader.name);
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  async onApplicationShutdown(): Promise<void> {
    await this.#end();
  }

  run<K extends Job['kind']>(job: Extract<Job, { kind: K }>): Promise<Outcome<JobResults[K]>> {
    const outcome = this.#queue.then(() => this.#do(job));
    this.#queue = outcome.catch(() => undefined);
    // The thread answers each kind of job with its own result.
    return outcome as Promise<Outcome<JobResults[K]>>;
  }

  async #do(job: Job): Promise<Outcome<unknown>> {
    clearTimeout(this.#idle);
    const worker = (this.#worker ??= this.#start());
    const answer = await this.#answerOf(worker, job);
    this.#idle = setTimeout(() => void this.#end(), IDLE_MS);
    this.#idle.unref();
    if ('result' in answer) return { ok: true, value: answer.result };
    if ('isTooDeep' in answer) return { ok: false, issues: [tooDeep] };
    if ('issue' in answer) {
      await this.#end();
      return { ok: false, issues: [answer.issue] };
    }
    this.#logger.error(answer.error);
    return { ok: false, issues: [unexpected] };
  }

  #answerOf(worker: Worker, job: Job): Promise<Answer | { readonly issue: Issue }> {
    return new Promise((resolve) => {
      const settle = (answer: Answer | { readonly issue: Issue }): void => {
        clearTimeout(timer);
        worker.off('message', settle).off('exit', onExit).off('error', onError);
        resolve(answer);
      };
      const onExit = (): void => settle({ issue: unexpected });
      const onError = (error: NodeJS.ErrnoException): void => {
        if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') this.#logger.error(error);
        settle({ issue: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge : unexpected });
      };
      const timer = setTimeout(() => settle({ issue: tooSlow }), TIMEOUT_MS);
      worker.on('message', settle).on('exit', onExit).on('error', onError);
      worker.postMessage(job);
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL('./read-worker.js', import.meta.url), {
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    worker.unref();
    // A thread that is given up may still report its end.
    worker.on('error', () => undefined);
    return worker;
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    clearTimeout(this.#idle);
    await worker?.terminate();
  }
}

const tooSlow = pluginIssue(
  'PLUGIN_TOO_COSTLY',
  `Reading it takes longer than ${TIMEOUT_MS / 1000} seconds. Make it smaller.`,
  `读取该插件超过 ${TIMEOUT_MS / 1000} 秒，请精简其内容。`,
);
const tooLarge = pluginIssue(
  'PLUGIN_TOO_COSTLY',
  `Reading it takes more than ${MEMORY_MB} MB of memory. Make it smaller.`,
  `读取该插件所需内存超过 ${MEMORY_MB} MB，请精简其内容。`,
);
const tooDeep = pluginIssue(
  'TOO_DEEP',
  'Its JSON is nested too deeply to be read.',
  '其中的 JSON 嵌套过深，无法读取。',
);
