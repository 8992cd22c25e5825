import { Inject, Injectable } from '@nestjs/common';
import { localize, type Language, type ModelDocument } from '@terrace/model';
import pg, { type Pool } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Readable } from 'node:stream';
import { runTable } from '../database/identifier.js';
import { POOL } from '../database/pool.js';
import { valueText } from './result-column.js';
import { ResultRepository } from './result.repository.js';
import { tiersByRank } from './run-summary.js';

/** Writes whole results as CSV; PostgreSQL forms the rows, so that a million of them pass through as bytes. */
@Injectable()
export class ResultExport {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly results: ResultRepository,
  ) {}

  /** Columns `key`, `tier`, `tier_name`, then one per value in the order of the document; rows by key. */
  async stream(runId: string, document: ModelDocument, language: Language): Promise<Readable> {
    const columns = await this.results.columns(runId, document);
    const names = tiersByRank(document).map(
      ({ id, name }) => `WHEN ${pg.escapeLiteral(id)} THEN ${pg.escapeLiteral(localize(name, language))}`,
    );
    const selected = [
      'r.key',
      'r.tier',
      `CASE r.tier ${names.join(' ')} END AS tier_name`,
      ...columns.map((column) => `${valueText(column, 'r')} AS ${pg.escapeIdentifier(column.nodeId)}`),
    ];
    const client = await this.pool.connect();
    const stream = client.query(
      copyTo(
        `COPY (SELECT ${selected.join(', ')} FROM ${runTable(runId)} r ORDER BY r.key) TO STDOUT WITH (FORMAT csv, HEADER)`,
      ),
    );
    // A reader that goes away leaves the connection in the middle of the copy: it is closed, not reused.
    stream.once('end', () => client.release());
    stream.once('close', () => {
      if (!stream.readableEnded) client.release(true);
    });
    return stream;
  }
}
