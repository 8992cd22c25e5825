import type { Pool } from 'pg';

/** How often progress is noted and a wish to stop is looked for, in milliseconds. */
const INTERVAL_MS = 400;

/** Notes the progress of background work and notices when it is to stop: the statement it waits for is ended then. */
export class ImportWatch {
  #timer: NodeJS.Timeout | undefined;
  #isBusy = false;
  #isCancelled = false;

  constructor(
    private readonly pool: Pool,
    private readonly signal: AbortSignal,
  ) {}

  get isCancelled(): boolean {
    return this.#isCancelled;
  }

  get isStopped(): boolean {
    return this.#isCancelled || this.signal.aborted;
  }

  /** @param note - stores the progress; answers false when the work was cancelled */
  start(processId: number, note: () => Promise<boolean>): void {
    const look = async (): Promise<void> => {
      if (this.#isBusy) return;
      this.#isBusy = true;
      try {
        if (!(await note())) this.#isCancelled = true;
        if (this.isStopped) await this.pool.query('SELECT pg_cancel_backend($1)', [processId]);
      } catch {
        // The database does not answer; the work itself will meet the same error.
      } finally {
        this.#isBusy = false;
      }
    };
    this.#timer = setInterval(() => void look(), INTERVAL_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
