import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Header } from 'tar';
import { TypeOwnership } from '../../catalog/type-ownership.service.js';
import { CONFIG, type Config } from '../../config/config.js';
import { RecordFileRepository } from './record-file.repository.js';

/** The block of a tar archive, in bytes. */
const BLOCK = 512;
/** How old a folder must be to be taken for left over, in milliseconds: another process may share them. */
const LEFT_OVER_MS = 24 * 60 * 60 * 1000;

/** Gives the records of a plugin's types out as files. */
@Injectable()
export class DataExport implements OnApplicationBootstrap {
  readonly #logger = new Logger(DataExport.name);
  /** Not among the temporary files of the machine: they hold the records of customers, and may be large. */
  readonly #folder: string;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly records: RecordFileRepository,
    private readonly types: TypeOwnership,
  ) {
    this.#folder = join(config.home, 'exports');
  }

  onApplicationBootstrap(): void {
    this.#cleanUp().catch((error: unknown) => this.#logger.warn(error));
  }

  /**
   * A gzipped tar archive with one CSV file per record type, all of the same instant. Columns: `key` and the fields of a subject;
   * `subject`, `time`, `id` and the fields of an event, so that each file can be imported again as it is.
   */
  async stream(plugin: string): Promise<Readable> {
    const { types } = await this.types.holdingOf(plugin);
    await mkdir(this.#folder, { recursive: true });
    const folder = await mkdtemp(join(this.#folder, 'data-'));
    const files = types.map((type) => ({ type, file: join(folder, `${type.kind}-${type.id}.csv`) }));
    try {
      await this.records.write(files);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
    const gzip = createGzip();
    // A reader that goes away ends it; either way the files are not needed any more.
    void pipeline(Readable.from(archive(files.map(({ file }) => file))), gzip)
      .catch(() => undefined)
      .then(() => rm(folder, { recursive: true, force: true }));
    return gzip;
  }

  /** Removes what processes left that ended in the middle. */
  async #cleanUp(): Promise<void> {
    for (const name of await readdir(this.#folder).catch(() => [])) {
      const folder = join(this.#folder, name);
      const { mtimeMs } = await stat(folder);
      if (Date.now() - mtimeMs > LEFT_OVER_MS) await rm(folder, { recursive: true, force: true });
    }
  }
}

async function* archive(files: readonly string[]): AsyncGenerator<Buffer> {
  for (const file of files) {
    const { size, mtime } = await stat(file);
    const header = Buffer.alloc(BLOCK);
    const path = file.split(/[\\/]/).at(-1) ?? '';
    // Beyond 8 GB the library writes the size in base 256, as everyone reads it.
    new Header({ path, size, mtime, mode: 0o644, type: 'File' }).encode(header, 0);
    yield header;
    yield* createReadStream(file) as AsyncIterable<Buffer>;
    yield Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
  }
  yield Buffer.alloc(2 * BLOCK);
}
