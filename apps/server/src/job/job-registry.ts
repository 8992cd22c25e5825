import { Injectable } from '@nestjs/common';

/** What a job's handler may know and ask of its run. */
export interface JobContext {
  /** Aborted when the server stops: end soon and throw, the job is tried again. */
  readonly signal: AbortSignal;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly maxAttempts: number;
}

/** Does one kind of background work; runs at least once per job, so it must be harmless to repeat. */
export type JobHandler = (payload: unknown, context: JobContext) => Promise<void>;

/** The kinds of background work, filled by the features when their modules start. */
@Injectable()
export class JobRegistry {
  readonly #handlers = new Map<string, JobHandler>();

  register(name: string, handler: JobHandler): void {
    if (this.#handlers.has(name)) throw new Error(`Two handlers for the job "${name}".`);
    this.#handlers.set(name, handler);
  }

  get handlers(): ReadonlyMap<string, JobHandler> {
    return this.#handlers;
  }
}
