import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import { columnOf, columnTypeOf, type RecordDefinition, type Target } from '../read/target.js';
import { CopyBuffer } from './copy-buffer.js';

/** Name of the temporary table; it belongs to one database session. */
export const STAGE = 'pg_temp.record_stage';

/**
 * Records on their way into their table: a temporary table of one database session, so that nothing is left of it when
 * this process dies. Every column has its final type; the session reads times without zone in the workspace's.
 */
export class Stage {
  #copy: CopyStreamQuery | undefined;
  #failure: Error | undefined;
  readonly #rows = new CopyBuffer();
  #rowCount = 0;
  #isOpen = true;

  private constructor(
    readonly client: PoolClient,
    readonly processId: number,
    readonly definition: RecordDefinition,
    readonly targets: readonly Target[],
  ) {}

  static async open(
    pool: Pool,
    definition: RecordDefinition,
    targets: readonly Target[],
    timeZone: string,
  ): Promise<Stage> {
    const client = await pool.connect();
    try {
      // A connection that ends is noticed by the statement that runs or follows.
      client.on('error', () => undefined);
      const { rows } = await client.query<{ pid: number }>(
        `SELECT pg_backend_pid() AS pid, set_config('TimeZone', $1, false),
           set_config('DateStyle', 'ISO, YMD', false), set_config('work_mem', '64MB', false)`,
        [timeZone],
      );
      const stage = new Stage(client, rows[0]?.pid ?? 0, definition, targets);
      await stage.#create();
      return stage;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  /** Adds a record; values are in the order of the targets. */
  add(line: number, values: readonly (string | null)[]): void {
    this.#rows.add(line, values);
    this.#rowCount += 1;
  }

  /** Sends what was added; waits while the database is behind. */
  async flush(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    for (const bytes of this.#rows.take()) {
      this.#copy ??= this.#startCopy();
      if (!this.#copy.write(bytes)) await once(this.#copy, 'drain');
    }
  }

  /** Ends the adding of records. */
  async finish(): Promise<void> {
    await this.flush();
    await this.#endCopy();
    await this.client.query(`ANALYZE ${STAGE}`);
  }

  /** Forgets every record. */
  async restart(): Promise<void> {
    this.#rows.take();
    this.#rowCount = 0;
    await this.#endCopy();
    await this.client.query(`TRUNCATE ${STAGE}`);
  }

  /** Ends the database session, and with it the temporary table and anything not committed. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.client.release(true);
  }

  async #create(): Promise<void> {
    const columns = this.targets.map((target) => `${columnOf(target)} ${columnTypeOf(target)}`);
    await this.client.query(
      `CREATE TEMPORARY TABLE record_stage (${['line bigint', ...columns].join(', ')})`,
    );
  }

  #startCopy(): CopyStreamQuery {
    const columns = ['line', ...this.targets.map(columnOf)];
    const copy = this.client.query(copyFrom(`COPY ${STAGE} (${columns.join(', ')}) FROM STDIN`));
    copy.on('error', (error) => (this.#failure = error));
    return copy;
  }

  async #endCopy(): Promise<void> {
    const copy = this.#copy;
    if (this.#failure !== undefined) throw this.#failure;
    if (copy === undefined) return;
    this.#copy = undefined;
    copy.end();
    await finished(copy);
  }
}
