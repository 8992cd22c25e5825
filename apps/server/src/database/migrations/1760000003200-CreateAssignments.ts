import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Current tiers and their changes; both can be distributed by subject key. */
export class CreateAssignments1760000003200 implements MigrationInterface {
  name = 'CreateAssignments1760000003200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE terrace.assignment (
        subject_key text NOT NULL,
        model_id uuid NOT NULL,
        tier text NOT NULL,
        since timestamptz NOT NULL,
        run_id bigint NOT NULL,
        CONSTRAINT assignment_pkey PRIMARY KEY (subject_key, model_id)
      )`);
    await runner.query(
      'CREATE INDEX assignment_model_tier ON terrace.assignment (model_id, tier, subject_key)',
    );
    await runner.query(`
      CREATE TABLE terrace.transition (
        subject_key text NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        model_id uuid NOT NULL,
        kind text NOT NULL,
        from_tier text,
        to_tier text,
        at timestamptz NOT NULL,
        as_of text NOT NULL,
        version integer NOT NULL,
        run_id bigint NOT NULL,
        CONSTRAINT transition_pkey PRIMARY KEY (subject_key, id)
      )`);
    await runner.query('CREATE INDEX transition_model ON terrace.transition (model_id, at, subject_key)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE terrace.transition');
    await runner.query('DROP TABLE terrace.assignment');
  }
}
