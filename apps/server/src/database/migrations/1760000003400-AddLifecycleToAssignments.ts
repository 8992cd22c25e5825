import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a subject fails to qualify for its tier, and since when its validity period runs. */
export class AddLifecycleToAssignments1760000003400 implements MigrationInterface {
  name = 'AddLifecycleToAssignments1760000003400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE terrace.assignment ADD COLUMN failing_since date, ADD COLUMN valid_since date',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE terrace.assignment DROP COLUMN failing_since, DROP COLUMN valid_since');
  }
}
