import type { RecordTypes } from '@terrace/model';
import type { CheckResult } from '@terrace/plugin-sdk/conformance';
import { Worker } from 'node:worker_threads';

/** Makes the checks of a plugin beside everything else; what was begun is given up when it no longer matters. */
export class CheckRunner {
  readonly #folder: string;
  #worker: Worker | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * @param isRequired - whether those are enough that keep a plugin from being used, which are sooner done
   * @returns what came of the checks; null when they were given up
   */
  async run(others: RecordTypes, isRequired: boolean): Promise<readonly CheckResult[] | null> {
    void this.cancel();
    const worker = new Worker(new URL('./check-worker.js', import.meta.url), {
      workerData: { folder: this.#folder, others, isRequired },
    });
    this.#worker = worker;
    try {
      return await new Promise<readonly CheckResult[] | null>((resolve, reject) => {
        worker.once('message', (results: readonly CheckResult[]) => resolve(results));
        worker.once('error', reject);
        worker.once('exit', () => resolve(null));
      });
    } finally {
      if (this.#worker === worker) this.#worker = null;
    }
  }

  /** Gives up what is being done. */
  async cancel(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}
