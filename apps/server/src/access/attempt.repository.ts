import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Length of the period in which failures are counted, in minutes. */
export const PERIOD_MINUTES = 15;

/** How often something failed in its period, this time included, and when the period ends. */
export interface AttemptCount {
  readonly count: number;
  readonly secondsLeft: number;
}

/** Counts in the database, since several server processes share it. */
@Injectable()
export class AttemptRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Counts one more for `bucket`, in a new period if the last one is over. */
  async add(bucket: Buffer): Promise<AttemptCount> {
    const rows: AttemptCount[] = await this.dataSource.query(
      `INSERT INTO terrace.sign_in_attempt AS a (bucket, count) VALUES ($1, 1)
       ON CONFLICT (bucket) DO UPDATE SET
         count = CASE WHEN a.began_at > now() - $2::interval THEN a.count + 1 ELSE 1 END,
         began_at = CASE WHEN a.began_at > now() - $2::interval THEN a.began_at ELSE now() END
       RETURNING count, ceil(extract(epoch FROM began_at + $2::interval - now()))::int AS "secondsLeft"`,
      [bucket, `${PERIOD_MINUTES} minutes`],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('Counting an attempt returned nothing.');
    return row;
  }

  /** Takes one back. */
  async subtract(bucket: Buffer): Promise<void> {
    await this.dataSource.query(
      'UPDATE terrace.sign_in_attempt SET count = greatest(count - 1, 0) WHERE bucket = $1',
      [bucket],
    );
  }

  /** Forgets `bucket`, and everything whose period is over. */
  async clear(bucket: Buffer): Promise<void> {
    await this.dataSource.query(
      'DELETE FROM terrace.sign_in_attempt WHERE bucket = $1 OR began_at < now() - $2::interval',
      [bucket, `${PERIOD_MINUTES} minutes`],
    );
  }
}
