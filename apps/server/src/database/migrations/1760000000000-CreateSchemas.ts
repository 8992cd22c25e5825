import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `terrace` holds the catalog, `data` the typed tables made from it. `terrace` itself is made before, for the list of migrations. */
export class CreateSchemas1760000000000 implements MigrationInterface {
  name = 'CreateSchemas1760000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA "data"');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA "data" CASCADE');
  }
}
