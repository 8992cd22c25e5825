import { Inject, Injectable } from '@nestjs/common';
import pg, { type Pool, type PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { recordTable } from '../../catalog/record-table.js';
import type { RecordTypeEntity } from '../../catalog/record-type.entity.js';
import { fieldColumn } from '../../database/identifier.js';
import { instantText } from '../../database/instant-text.js';
import { POOL } from '../../database/pool.js';

/** A record type, and the absolute path of the file for its records. */
export interface RecordFile {
  readonly type: RecordTypeEntity;
  readonly file: string;
}

/** Writes records from the database into files. */
@Injectable()
export class RecordFileRepository {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  /** Writes the records of each type into its file, as CSV with a header, all as of the same instant. */
  async write(files: readonly RecordFile[]): Promise<void> {
    const client = await this.pool.connect();
    let isSound = false;
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      for (const each of files) await writeRecords(client, each);
      await client.query('COMMIT');
      isSound = true;
    } finally {
      client.release(!isSound);
    }
  }
}

async function writeRecords(client: PoolClient, { type, file }: RecordFile): Promise<void> {
  const own =
    type.kind === 'subject'
      ? ['key']
      : ['subject_key AS subject', `${instantText('occurred_at')} AS time`, 'event_id AS id'];
  const fields = type.definition.fields.map((field) => {
    const column = fieldColumn(field.id);
    return `${field.type === 'instant' ? instantText(column) : column} AS ${pg.escapeIdentifier(field.id)}`;
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
