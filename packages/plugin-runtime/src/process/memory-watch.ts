import { usageOf } from './resources.js';

/** How often a process that works is looked at: what it can grow by in between is small beside the limits. */
const BUSY_INTERVAL_MS = process.platform === 'linux' ? 50 : 500;
const IDLE_INTERVAL_MS = 1000;

/** Watches the memory outside the heap, which no setting of Node.js limits. */
export class MemoryWatch {
  readonly #pid: number;
  readonly #onExceeded: () => void;
  #limitMb = Number.POSITIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;
  #isOver = false;
  #isBusy = true;

  constructor(pid: number, onExceeded: () => void) {
    this.#pid = pid;
    this.#onExceeded = onExceeded;
    this.#plan();
  }

  /** Allows `moreMb` beyond what the process uses now. */
  async allow(moreMb: number): Promise<void> {
    const usage = await usageOf(this.#pid);
    if (usage !== null) this.#limitMb = usage.rssMb + moreMb;
  }

  set isBusy(isBusy: boolean) {
    if (this.#isBusy === isBusy) return;
    this.#isBusy = isBusy;
    clearTimeout(this.#timer);
    if (!this.#isOver) this.#plan();
  }

  end(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }

  #plan(): void {
    this.#timer = setTimeout(
      () => void this.#look(),
      this.#isBusy ? BUSY_INTERVAL_MS : IDLE_INTERVAL_MS,
    ).unref();
  }

  async #look(): Promise<void> {
    const usage = await usageOf(this.#pid);
    if (this.#isOver) return;
    if (usage !== null && usage.rssMb > this.#limitMb) this.#onExceeded();
    else this.#plan();
  }
}
