import { Inject, Injectable } from '@nestjs/common';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource, type EntityManager } from 'typeorm';
import type { Execute } from '../database/bulk-session.js';
import { inlineParameters, type ParameterizedSql } from '../database/inline-parameters.js';
import { POOL } from '../database/pool.js';
import { copyRow } from '../import/store/copy-line.js';
import type { PurgedPlugin } from '../plugin/plugin-purge.service.js';

/** Which values are computed: in `data.code_value` under `id`, for subjects of a type. */
export interface Computation {
  readonly id: string;
  /** `<plugin>.<dimension>`. */
  readonly dimension: string;
  readonly subjectType: string;
}

/** Tables that hold one dimension in code while a run is computed. */
export interface CodeTables {
  /** Subjects with the hash of their input; the input itself where the value is not known, else null. */
  readonly input: string;
  /** The value of every subject, as text. */
  readonly value: string;
}

/** How much is to be computed. */
export interface OpenInputs {
  readonly count: number;
  /** Of an input, in characters. */
  readonly averageLength: number;
}

/** A subject whose value is to be computed. */
export interface OpenInput {
  readonly key: string;
  readonly input: string;
  /** Of the input. */
  readonly hash: string;
}

/** The value that a subject has by an input. */
export interface ComputedValue extends Pick<OpenInput, 'key' | 'hash'> {
  readonly value: string | null;
}

/** How long values are kept that no run has used, in days. */
const KEPT_DAYS = 60;

/** Values that code computed, in the database. */
@Injectable()
export class CodeValueRepository {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly dataSource: DataSource,
  ) {}

  /** Notes that the values of a computation are in use. */
  async use({ id, dimension, subjectType }: Computation): Promise<void> {
    await this.pool.query(
      `INSERT INTO terrace.code_computation (id, dimension, subject_type) VALUES ($1, $2, $3)
       ON CONFLICT (id) DO UPDATE SET used_at = now()`,
      [id, dimension, subjectType],
    );
  }

  /**
   * Makes the tables of a run: the input of every subject, and the values that are known for exactly this input and, where they
   * depend on it, this day.
   */
  async open(
    execute: Execute,
    { input, value }: CodeTables,
    { id }: Computation,
    statement: ParameterizedSql,
    day: string,
  ): Promise<OpenInputs> {
    await execute(`CREATE UNLOGGED TABLE ${input} AS
      SELECT i."key", i."hash", v."value", CASE WHEN v."subject_key" IS NULL THEN i."input" END AS "input"
      FROM (SELECT "key", "input", md5("input")::uuid AS "hash" FROM (${inlineParameters(statement)}) s OFFSET 0) i
      LEFT JOIN "data"."code_value" v ON v."subject_key" = i."key" AND v."computation" = '${id}'::uuid
        AND v."input_hash" = i."hash" AND (v."as_of" IS NULL OR v."as_of" = ${quoted(day)}::date)`);
    await execute(`CREATE UNLOGGED TABLE ${value} ("key" text, "value" text, "as_of" date)`);
    await execute(
      `INSERT INTO ${value} ("key", "value") SELECT "key", "value" FROM ${input} WHERE "input" IS NULL`,
    );
    await execute(`CREATE INDEX ON ${input} ("key") WHERE "input" IS NOT NULL`);
    const [row] = await execute<{ count: string; average: string | null }>(
      `SELECT count(*) AS count, avg(length("input")) AS average FROM ${input} WHERE "input" IS NOT NULL`,
    );
    return { count: Number(row?.count ?? 0), averageLength: Number(row?.average ?? 0) };
  }

  /** The next subjects to be computed, in the order of their keys. */
  async page({ input }: CodeTables, after: string | null, count: number): Promise<OpenInput[]> {
    const { rows } = await this.pool.query<OpenInput>(
      `SELECT "key", "input", "hash" FROM ${input}
       WHERE "input" IS NOT NULL AND ($1::text IS NULL OR "key" > $1) ORDER BY "key" LIMIT $2`,
      [after, count],
    );
    return rows;
  }

  /**
   * Adds values of subjects to those of the run, and keeps them for later runs unless the computation was forgotten meanwhile.
   * @param asOf - the day they hold on; null for any
   */
  async add(
    { value }: CodeTables,
    { id }: Computation,
    rows: readonly ComputedValue[],
    asOf: string | null,
  ): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const copy = client.query(copyFrom(`COPY ${value} ("key", "value", "as_of") FROM STDIN`));
      const text = rows.map((row) => copyRow([row.key, row.value, asOf])).join('');
      if (!copy.write(text)) await once(copy, 'drain');
      copy.end();
      await finished(copy);
      // Held against whoever forgets it, who waits and then finds the values that are stored here.
      const known = await client.query('SELECT FROM terrace.code_computation WHERE id = $1 FOR KEY SHARE', [
        id,
      ]);
      if (known.rowCount === 1) await keep(client, id, rows, asOf);
      await client.query('COMMIT');
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** Ends with the input of a run. */
  async close(execute: Execute, { input }: CodeTables): Promise<void> {
    await execute(`DROP TABLE ${input}`);
  }

  /** Forgets what code of a plugin computed, and everything about subjects of its types. */
  async purge(manager: EntityManager, { id, subjectTypes }: PurgedPlugin): Promise<void> {
    await forget(manager, 'starts_with(dimension, $1) OR subject_type = ANY($2::text[])', [
      `${id}.`,
      subjectTypes,
    ]);
  }

  /** Forgets values that no run has used for long. */
  async removeUnused(): Promise<void> {
    await this.dataSource.transaction((manager) =>
      forget(manager, 'used_at < now() - make_interval(days => $1)', [KEPT_DAYS]),
    );
  }
}

async function keep(
  client: PoolClient,
  computation: string,
  rows: readonly ComputedValue[],
  asOf: string | null,
): Promise<void> {
  await client.query(
    `INSERT INTO "data"."code_value" ("subject_key", "computation", "input_hash", "as_of", "value")
     SELECT u.key, $1::uuid, u.hash, $2::date, u.value
     FROM unnest($3::text[], $4::uuid[], $5::text[]) AS u(key, hash, value) ORDER BY u.key
     ON CONFLICT ("subject_key", "computation") DO UPDATE
       SET "input_hash" = excluded."input_hash", "as_of" = excluded."as_of", "value" = excluded."value"`,
    [
      computation,
      asOf,
      rows.map(({ key }) => key),
      rows.map(({ hash }) => hash),
      rows.map(({ value }) => value),
    ],
  );
}

/** Deletes the computations for which `condition` holds, then their values: also those that were stored while it waited for the rows. */
async function forget(
  manager: EntityManager,
  condition: string,
  parameters: readonly unknown[],
): Promise<void> {
  const [rows] = (await manager.query(
    `DELETE FROM terrace.code_computation WHERE ${condition} RETURNING id`,
    [...parameters],
  )) as [{ id: string }[], number];
  if (rows.length > 0)
    await manager.query('DELETE FROM "data"."code_value" WHERE "computation" = ANY($1::uuid[])', [
      rows.map(({ id }) => id),
    ]);
}

/** A day as a literal; days come from PostgreSQL itself. */
function quoted(day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Error(`Not a day: ${JSON.stringify(day)}`);
  return `'${day}'`;
}
