import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Values that code of plugins computed, and by what. */
export class CreateCodeValues1760000005000 implements MigrationInterface {
  name = 'CreateCodeValues1760000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE terrace.code_computation (
        id uuid NOT NULL CONSTRAINT code_computation_pkey PRIMARY KEY,
        dimension text NOT NULL,
        subject_type text NOT NULL,
        used_at timestamptz NOT NULL DEFAULT now()
      )`);
    // as_of is null for a value that holds on any day. No reference to the computation: big tables refer to nothing outside their shard.
    await runner.query(`
      CREATE TABLE data.code_value (
        subject_key text NOT NULL,
        computation uuid NOT NULL,
        input_hash uuid NOT NULL,
        as_of date,
        value text,
        CONSTRAINT code_value_pkey PRIMARY KEY (subject_key, computation)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE data.code_value, terrace.code_computation');
  }
}
