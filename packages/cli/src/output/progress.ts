import type { Streams } from './streams.js';

const clearLine = '\r\u001b[2K';

/** Shows how far the work is: one line that is rewritten on a terminal, a line per step elsewhere. */
export class Progress {
  readonly #stream: Streams['err'];
  #label = '';

  constructor(stream: Streams['err']) {
    this.#stream = stream;
  }

  /** Begins a step. */
  step(label: string): void {
    if (label === this.#label) return;
    this.#label = label;
    this.#stream.write(this.#stream.isTTY ? `${clearLine}${label} …` : `${label} …\n`);
  }

  /** How far the step is, 0 to 1. */
  update(fraction: number): void {
    if (this.#stream.isTTY)
      this.#stream.write(`${clearLine}${this.#label} … ${Math.floor(fraction * 100)} %`);
  }

  /** Writes a line that stays. */
  note(text: string): void {
    this.clear();
    this.#stream.write(`${text}\n`);
  }

  /** Takes the progress line away. */
  clear(): void {
    if (this.#stream.isTTY && this.#label !== '') this.#stream.write(clearLine);
    this.#label = '';
  }
}
