import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Settings of the whole installation, one row. */
export class CreateWorkspace1760000000200 implements MigrationInterface {
  name = 'CreateWorkspace1760000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE terrace.workspace (
        id boolean NOT NULL DEFAULT true,
        time_zone text NOT NULL DEFAULT 'UTC',
        currency text NOT NULL DEFAULT 'CNY',
        default_language text NOT NULL DEFAULT 'zh-CN',
        CONSTRAINT workspace_pkey PRIMARY KEY (id),
        CONSTRAINT workspace_single CHECK (id)
      )`);
    await runner.query('INSERT INTO terrace.workspace DEFAULT VALUES');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE terrace.workspace');
  }
}
