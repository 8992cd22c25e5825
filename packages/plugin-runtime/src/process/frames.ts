import { FRAME_HEADER_BYTES } from '../protocol.js';

/** A frame is longer than its sender may send. */
export class FrameTooLarge extends Error {
  readonly bytes: number;

  constructor(bytes: number) {
    super(`a frame of ${bytes} bytes`);
    this.bytes = bytes;
  }
}

/** A message, encoded as JSON, as it travels. */
export function frameOf(json: string): Buffer {
  const body = Buffer.from(json, 'utf8');
  const header = Buffer.alloc(FRAME_HEADER_BYTES);
  header.writeUInt32LE(body.length);
  return Buffer.concat([header, body]);
}

/** Takes frames out of a stream of bytes; what is announced to be too large is never kept. */
export class FrameReader {
  #chunks: Buffer[] = [];
  #length = 0;
  #expected: number | null = null;

  /**
   * The bodies that `chunk` completes.
   * @param limit - the largest body that is accepted at this moment, in bytes
   * @throws FrameTooLarge as soon as a larger one is announced
   */
  *push(chunk: Buffer, limit: () => number): Generator<Buffer> {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    for (;;) {
      if (this.#expected === null) {
        if (this.#length < FRAME_HEADER_BYTES) return;
        this.#expected = this.#take(FRAME_HEADER_BYTES).readUInt32LE();
        if (this.#expected > limit()) throw new FrameTooLarge(this.#expected);
      }
      if (this.#length < this.#expected) return;
      const body = this.#take(this.#expected);
      this.#expected = null;
      yield body;
    }
  }

  #take(count: number): Buffer {
    const [first] = this.#chunks;
    const whole = this.#chunks.length === 1 && first !== undefined ? first : Buffer.concat(this.#chunks);
    this.#length -= count;
    this.#chunks = this.#length === 0 ? [] : [whole.subarray(count)];
    return whole.subarray(0, count);
  }
}
