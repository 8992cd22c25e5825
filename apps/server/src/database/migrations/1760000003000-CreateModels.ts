import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Models, their drafts and published versions. */
export class CreateModels1760000003000 implements MigrationInterface {
  name = 'CreateModels1760000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE terrace.model (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT model_pkey PRIMARY KEY,
        subject_type text NOT NULL,
        draft json NOT NULL,
        revision integer NOT NULL DEFAULT 1,
        applied_version integer,
        applied_run_id bigint,
        applied_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX model_updated_at ON terrace.model (updated_at, id)');
    await runner.query(`
      CREATE TABLE terrace.model_version (
        model_id uuid NOT NULL CONSTRAINT model_version_model REFERENCES terrace.model (id) ON DELETE CASCADE,
        number integer NOT NULL,
        document json NOT NULL,
        note text NOT NULL,
        published_at timestamptz NOT NULL DEFAULT now(),
        published_by text NOT NULL,
        CONSTRAINT model_version_pkey PRIMARY KEY (model_id, number)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE terrace.model_version');
    await runner.query('DROP TABLE terrace.model');
  }
}
