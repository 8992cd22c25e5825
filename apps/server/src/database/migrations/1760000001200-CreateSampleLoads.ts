import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSampleLoads1760000001200 implements MigrationInterface {
  name = 'CreateSampleLoads1760000001200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE terrace.sample_load (
        id text PRIMARY KEY,
        state text NOT NULL,
        progress real NOT NULL,
        error jsonb,
        model_id text,
        caller jsonb NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE terrace.sample_load');
  }
}
