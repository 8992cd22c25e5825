import { copyLine } from './copy-line.js';

/** Bytes gathered in one buffer. */
const BUFFER_BYTES = 256 * 1024;

/** Gathers rows as the bytes that COPY takes. Rows are written out at once: a million short texts kept until later would cost more time in garbage collection than all the rest. */
export class CopyBuffer {
  #full: Buffer[] = [];
  #current = Buffer.allocUnsafe(BUFFER_BYTES);
  #used = 0;

  add(line: number, values: readonly (string | null)[]): void {
    const text = copyLine(line, values);
    // A UTF-16 unit becomes at most three bytes.
    if (text.length * 3 > this.#current.length - this.#used) {
      this.#turn(Math.max(BUFFER_BYTES, text.length * 3));
    }
    this.#used += this.#current.write(text, this.#used);
  }

  /** Hands over what was gathered. */
  take(): Buffer[] {
    this.#turn(BUFFER_BYTES);
    const taken = this.#full;
    this.#full = [];
    return taken;
  }

  #turn(size: number): void {
    if (this.#used === 0 && size <= this.#current.length) return;
    if (this.#used > 0) this.#full.push(this.#current.subarray(0, this.#used));
    this.#current = Buffer.allocUnsafe(size);
    this.#used = 0;
  }
}
