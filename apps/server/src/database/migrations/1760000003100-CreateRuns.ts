import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Runs; their results are tables of schema `data`. */
export class CreateRuns1760000003100 implements MigrationInterface {
  name = 'CreateRuns1760000003100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE terrace.run (
        id bigint NOT NULL GENERATED ALWAYS AS IDENTITY CONSTRAINT run_pkey PRIMARY KEY,
        model_id uuid CONSTRAINT run_model_exists REFERENCES terrace.model (id) ON DELETE CASCADE,
        version integer,
        as_of text NOT NULL,
        as_of_day date NOT NULL,
        until timestamptz NOT NULL,
        time_zone text NOT NULL,
        document json NOT NULL,
        computed_document json,
        state text NOT NULL DEFAULT 'queued',
        step text,
        progress real NOT NULL DEFAULT 0,
        has_result boolean NOT NULL DEFAULT false,
        subject_count integer,
        moved_count integer,
        tiers json,
        matrix json,
        base_run_id bigint,
        error json,
        warnings json NOT NULL DEFAULT '[]',
        step_ms json NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by text NOT NULL,
        finished_at timestamptz,
        applied_at timestamptz
      )`);
    await runner.query('CREATE INDEX run_model ON terrace.run (model_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE terrace.run');
  }
}
