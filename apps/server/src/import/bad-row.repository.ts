import { Inject, Injectable } from '@nestjs/common';
import type { BadRow } from '@terrace/client';
import type { Pool } from 'pg';
import QueryStream from 'pg-query-stream';
import { offsetOf, type Page, type PageRequest } from '../common/page.js';
import { POOL } from '../database/pool.js';
import type { SetAside } from './read/read-rows.js';

/** A row that was set aside, with its cells. */
export interface BadRowCells extends BadRow {
  readonly cells: readonly string[];
}

/** Longest cells that are kept, in characters of a row. */
const MAX_CELLS_LENGTH = 100_000;

const select = `SELECT line::int AS line, column_name AS "column", value, code, reason`;

/** Rows that imports set aside. */
@Injectable()
export class BadRowRepository {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  async add(importId: string, rows: readonly SetAside[]): Promise<void> {
    const values = rows.map(({ line, column, value, refusal, cells }) => ({
      line,
      column_name: column,
      value,
      code: refusal.code,
      reason: refusal.reason,
      cells: shortened(cells),
    }));
    // JSON in PostgreSQL holds no NUL; its visible sign takes its place.
    const json = JSON.stringify(values).replaceAll('\\u0000', '\u2400');
    await this.pool.query(
      `INSERT INTO terrace.bad_row (import_id, line, column_name, value, code, reason, cells)
       SELECT $1, r.* FROM jsonb_to_recordset($2::jsonb)
         AS r (line bigint, column_name text, value text, code text, reason jsonb, cells jsonb)
       ON CONFLICT (import_id, line) DO NOTHING`,
      [importId, json],
    );
  }

  async clear(importId: string): Promise<void> {
    await this.pool.query('DELETE FROM terrace.bad_row WHERE import_id = $1', [importId]);
  }

  async list(importId: string, page: PageRequest): Promise<Page<BadRow>> {
    const { rows } = await this.pool.query<BadRow>(
      `${select} FROM terrace.bad_row WHERE import_id = $1 ORDER BY bad_row.line LIMIT $2 OFFSET $3`,
      [importId, page.pageSize, offsetOf(page)],
    );
    const counted = await this.pool.query<{ count: string }>(
      'SELECT count(*) FROM terrace.bad_row WHERE import_id = $1',
      [importId],
    );
    return { items: rows, total: Number(counted.rows[0]?.count ?? 0) };
  }

  /** All rows of an import, one at a time, by line. */
  async *stream(importId: string): AsyncGenerator<BadRowCells> {
    const client = await this.pool.connect();
    let isDone = false;
    try {
      const query = new QueryStream(
        `${select}, cells FROM terrace.bad_row WHERE import_id = $1 ORDER BY bad_row.line`,
        [importId],
      );
      yield* client.query(query) as AsyncIterable<BadRowCells>;
      isDone = true;
    } finally {
      // A reader that went away leaves the query unfinished.
      client.release(!isDone);
    }
  }
}

function shortened(cells: readonly string[]): readonly string[] {
  const length = cells.reduce((sum, cell) => sum + cell.length, 0);
  return length <= MAX_CELLS_LENGTH ? cells : cells.map((cell) => cell.slice(0, 1000)).slice(0, 100);
}
