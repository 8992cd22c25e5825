import { Inject, Injectable } from '@nestjs/common';
import pg, { type Pool, type PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Header } from 'tar';
import { recordTable } from '../../catalog/record-table.js';
import type { RecordTypeEntity } from '../../catalog/record-type.entity.js';
import { TypeOwnership } from '../../catalog/type-ownership.service.js';
import { fieldColumn } from '../../database/identifier.js';
import { POOL } from '../../database/pool.js';

/** The block of a tar archive, in bytes. */
const BLOCK = 512;

/** Gives the records of a plugin's types out as files. */
@Injectable()
export class DataExport {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly types: TypeOwnership,
  ) {}

  /**
   * A gzipped tar archive with one CSV file per record type, all of the same instant. Columns: `key` and the fields of a subject;
   * `subject`, `time`, `id` and the fields of an event, so that each file can be imported again as it is.
   */
  async stream(plugin: string): Promise<Readable> {
    const { types } = await this.types.holdingOf(plugin);
    const folder = await mkdtemp(join(tmpdir(), 'terrace-export-'));
    const files = types.map((type) => ({ type, file: join(folder, `${type.kind}-${type.id}.csv`) }));
    try {
      await this.#write(files);
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

  async #write(files: readonly { readonly type: RecordTypeEntity; readonly file: string }[]): Promise<void> {
    const client = await this.pool.connect();
    let isSound = false;
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      for (const { type, file } of files) await writeRecords(client, type, file);
      await client.query('COMMIT');
      isSound = true;
    } finally {
      client.release(!isSound);
    }
  }
}

async function writeRecords(client: PoolClient, type: RecordTypeEntity, file: string): Promise<void> {
  const own =
    type.kind === 'subject'
      ? ['key']
      : ['subject_key AS subject', `${instant('occurred_at')} AS time`, 'event_id AS id'];
  const fields = type.definition.fields.map((field) => {
    const column = fieldColumn(field.id);
    return `${field.type === 'instant' ? instant(column) : column} AS ${pg.escapeIdentifier(field.id)}`;
  });
  const table = recordTable(type.kind, type.id);
  await pipeline(
    client.query(
      copyTo(
        `COPY (SELECT ${[...own, ...fields].join(', ')} FROM ${table}) TO STDOUT WITH (FORMAT csv, HEADER)`,
      ),
    ),
    createWriteStream(file),
  );
}

const instant = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

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
