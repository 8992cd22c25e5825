import { Inject, Injectable } from '@nestjs/common';
import type { RunSubject } from '@terrace/client';
import type { ModelDocument, SubjectType } from '@terrace/model';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { codeTablePattern } from '../plugin-code/code-tables.js';
import { fieldColumn, quoteIdentifier, runTable, subjectTable } from '../database/identifier.js';
import { POOL } from '../database/pool.js';
import { resultColumns, valuesObject, type ResultColumn, type TableColumn } from './result-column.js';

/** The values a subject's tier was computed from, and the tier. */
export interface ResultRow {
  readonly tier: string;
  readonly values: RunSubject['values'];
}

/** The result tables of runs. */
@Injectable()
export class ResultRepository {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  /** Empty when the table is not there. */
  async columns(runId: string, document: ModelDocument): Promise<ResultColumn[]> {
    const table = (await this.dataSource.query(
      `SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
       WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped`,
      [runTable(runId)],
    )) as TableColumn[];
    return resultColumns(document, table);
  }

  /** Rows of the result by key; a key that is not in it is absent. */
  async rows(
    runId: string,
    document: ModelDocument,
    keys: readonly string[],
  ): Promise<Map<string, ResultRow>> {
    const columns = await this.columns(runId, document);
    if (columns.length === 0 || keys.length === 0) return new Map();
    const rows = (await this.dataSource.query(
      `SELECT r.key, r.tier, ${valuesObject(columns, 'r')} AS values FROM ${runTable(runId)} r WHERE r.key = ANY($1)`,
      [keys],
    )) as ({ key: string } & ResultRow)[];
    return new Map(rows.map(({ key, ...row }) => [key, row]));
  }

  /** What is shown beside the keys. */
  async labels(type: SubjectType, keys: readonly string[]): Promise<Map<string, string | null>> {
    if (type.labelField === undefined || keys.length === 0) return new Map();
    const rows = (await this.dataSource.query(
      `SELECT key, ${fieldColumn(type.labelField)}::text AS label FROM ${subjectTable(type.id)} WHERE key = ANY($1)`,
      [keys],
    )) as { key: string; label: string | null }[];
    return new Map(rows.map(({ key, label }) => [key, label]));
  }

  /** Removes a result; waits no more than a moment for readers. @returns false when it is still being read */
  async drop(runId: string): Promise<boolean> {
    const client = await this.pool.connect();
    try {
      await client.query(`BEGIN; SET LOCAL lock_timeout = '2s'`);
      const { rows } = await client.query<{ name: string }>(
        `SELECT relname AS name FROM pg_class WHERE relnamespace = 'data'::regnamespace AND relkind = 'r' AND relname ~ $1`,
        [codeTablePattern(runId)],
      );
      const others = rows.map(({ name }) => `, "data".${quoteIdentifier(name)}`).join('');
      await client.query(`DROP TABLE IF EXISTS ${runTable(runId)}, ${dimensionTable(runId)}${others}`);
      await client.query('COMMIT');
      return true;
    } catch (error) {
      await client.query('ROLLBACK');
      if (isLockTimeout(error)) return false;
      throw error;
    } finally {
      client.release();
    }
  }

  /** Ids of the runs that have any table. */
  async storedRunIds(): Promise<string[]> {
    const rows = (await this.dataSource.query(
      `SELECT DISTINCT substring(c.relname from '^run_([0-9]+)') AS id FROM pg_class c
       JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'data' AND c.relkind = 'r' AND (c.relname ~ '^run_[0-9]+(_dimension)?$' OR c.relname ~ $1)`,
      [codeTablePattern()],
    )) as { id: string }[];
    return rows.map(({ id }) => id);
  }
}

/** The table that holds a run's dimensions while it is computed. */
export function dimensionTable(runId: string): string {
  return `${runTable(runId).slice(0, -1)}_dimension"`;
}

function isLockTimeout(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === '55P03';
}
