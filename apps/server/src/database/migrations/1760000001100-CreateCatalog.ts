import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Subject and event types; the tables of their records are made when a type is. */
export class CreateCatalog1760000001100 implements MigrationInterface {
  name = 'CreateCatalog1760000001100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE terrace.record_type (
        kind text NOT NULL,
        id text NOT NULL,
        owner text NOT NULL,
        definition jsonb NOT NULL,
        first_at timestamptz,
        last_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (kind, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE terrace.record_type');
  }
}
