import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stored files, imports and the rows they set aside. */
export class CreateImports1760000001300 implements MigrationInterface {
  name = 'CreateImports1760000001300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE terrace.upload (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        file_name text NOT NULL,
        state text NOT NULL,
        byte_count bigint NOT NULL DEFAULT 0,
        facts jsonb,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE terrace.upload_chunk (
        upload_id uuid NOT NULL,
        ordinal integer NOT NULL,
        bytes bytea NOT NULL,
        PRIMARY KEY (upload_id, ordinal)
      );
      -- Files are read once from start to end, and gzipped ones do not shrink further.
      ALTER TABLE terrace.upload_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;
      CREATE TABLE terrace.import (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        upload_id uuid NOT NULL,
        file_name text NOT NULL,
        target jsonb NOT NULL,
        headers jsonb NOT NULL,
        mapping jsonb NOT NULL,
        options jsonb NOT NULL,
        state text NOT NULL,
        progress real NOT NULL DEFAULT 0,
        row_count bigint NOT NULL DEFAULT 0,
        added_count bigint NOT NULL DEFAULT 0,
        updated_count bigint NOT NULL DEFAULT 0,
        unchanged_count bigint NOT NULL DEFAULT 0,
        bad_count bigint NOT NULL DEFAULT 0,
        error jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz
      );
      CREATE TABLE terrace.bad_row (
        import_id uuid NOT NULL,
        line bigint NOT NULL,
        column_name text,
        value text,
        code text NOT NULL,
        reason jsonb NOT NULL,
        cells jsonb NOT NULL,
        PRIMARY KEY (import_id, line)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE terrace.bad_row, terrace.import, terrace.upload_chunk, terrace.upload');
  }
}
