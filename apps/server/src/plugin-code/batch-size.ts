/** Subjects of the first batch: enough to tell how long one takes, few enough for slow code. */
const FIRST = 100;
/** Most subjects of a batch, and most characters of its input. */
const MOST = 2000;
const MOST_CHARACTERS = 4_000_000;

/**
 * How many subjects the next batch has. It grows while batches take a small part of the time that code has, and shrinks before
 * they take all of it.
 */
export class BatchSize {
  readonly #most: number;
  readonly #aimMs: number;
  #size: number;

  /** @param timeoutMs - the time that code has for a batch */
  constructor(averageLength: number, timeoutMs: number) {
    this.#most = Math.max(1, Math.min(MOST, Math.floor(MOST_CHARACTERS / Math.max(1, averageLength))));
    this.#aimMs = timeoutMs / 8;
    this.#size = Math.min(FIRST, this.#most);
  }

  get value(): number {
    return this.#size;
  }

  /** Takes note of how long a batch of `count` took. */
  note(count: number, tookMs: number): void {
    const fitting = Math.floor((count * this.#aimMs) / Math.max(tookMs, 1));
    this.#size = Math.max(1, Math.min(this.#most, this.#size * 2, fitting));
  }
}
