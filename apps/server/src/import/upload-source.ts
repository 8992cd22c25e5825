import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { fileFaults } from './inspect/file-fault.js';
import type { ByteSource } from './read/text-file.js';

/** Gives the parts of a stored file by number, from 0; undefined after the last. */
export type ChunkReader = (ordinal: number) => Promise<Buffer | undefined>;

/** How much a gzipped file may unpack to. */
export interface UnpackLimits {
  /** Bytes that any file may have. */
  readonly freeBytes: number;
  /** Beyond those, how many times the packed bytes. Tables rarely pack to less than a fiftieth; gzip ends at a thousandth. */
  readonly ratio: number;
}

const defaultLimits: UnpackLimits = { freeBytes: 1024 ** 3, ratio: 200 };
/** Pieces that unpacking gives, in bytes; the default of 16 KiB costs time. */
const PIECE_BYTES = 256 * 1024;

/** A stored file as bytes, unpacked when it is gzipped; counts the stored bytes read since it was last opened. */
export class UploadSource implements ByteSource {
  readonly #chunk: ChunkReader;
  readonly #isGzipped: boolean;
  readonly #limits: UnpackLimits;
  #bytesRead = 0;

  constructor(chunk: ChunkReader, isGzipped: boolean, limits = defaultLimits) {
    this.#limits = limits;
    this.#chunk = chunk;
    this.#isGzipped = isGzipped;
  }

  get bytesRead(): number {
    return this.#bytesRead;
  }

  open(): AsyncIterable<Uint8Array> {
    this.#bytesRead = 0;
    return this.#isGzipped ? this.#unpacked() : this.#stored();
  }

  /** Asks for the next part while the one before is worked on. */
  async *#stored(): AsyncGenerator<Buffer> {
    let next = this.#chunk(0);
    for (let ordinal = 1; ; ordinal += 1) {
      const bytes = await next;
      if (bytes === undefined) return;
      next = this.#chunk(ordinal);
      // Reading may end here; an error of the part that nobody waits for any more is of no interest.
      next.catch(() => undefined);
      this.#bytesRead += bytes.length;
      yield bytes;
    }
  }

  async *#unpacked(): AsyncGenerator<Buffer> {
    const gunzip = createGunzip({ chunkSize: PIECE_BYTES });
    const unpacking = pipeline(Readable.from(this.#stored()), gunzip);
    // The error, if any, comes out of the loop below.
    unpacking.catch(() => undefined);
    const { freeBytes, ratio } = this.#limits;
    let length = 0;
    try {
      for await (const bytes of gunzip as AsyncIterable<Buffer>) {
        length += bytes.length;
        if (length > freeBytes && length > this.#bytesRead * ratio) throw fileFaults.bomb();
        yield bytes;
      }
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (typeof code === 'string' && code.startsWith('Z_')) throw fileFaults.gzip();
      throw error;
    }
  }
}
