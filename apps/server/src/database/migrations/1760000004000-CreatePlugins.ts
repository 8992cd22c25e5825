import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plugins, the packages they were installed from, trusted keys, and who added which field to a record type. */
export class CreatePlugins1760000004000 implements MigrationInterface {
  name = 'CreatePlugins1760000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE terrace.plugin (
        id text NOT NULL CONSTRAINT plugin_pkey PRIMARY KEY,
        version text NOT NULL,
        source text NOT NULL,
        folder text,
        package text,
        bundled_folder text,
        state text NOT NULL,
        reason jsonb,
        revision bigint NOT NULL,
        installed_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      CREATE TABLE terrace.plugin_version (
        plugin_id text NOT NULL,
        version text NOT NULL,
        source text NOT NULL,
        fingerprint text,
        installed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT plugin_version_pkey PRIMARY KEY (plugin_id, version)
      )`);
    await runner.query(`
      CREATE TABLE terrace.plugin_package (
        sha256 text NOT NULL CONSTRAINT plugin_package_pkey PRIMARY KEY,
        plugin_id text NOT NULL,
        version text NOT NULL,
        fingerprint text,
        bytes bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz
      )`);
    // Packages are read whole and do not shrink further.
    await runner.query('ALTER TABLE terrace.plugin_package ALTER COLUMN bytes SET STORAGE EXTERNAL');
    await runner.query(`
      CREATE TABLE terrace.signing_key (
        fingerprint text NOT NULL CONSTRAINT signing_key_pkey PRIMARY KEY,
        name text NOT NULL,
        public_key text NOT NULL,
        added_at timestamptz NOT NULL DEFAULT now(),
        added_by text NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE terrace.plugin_revision (
        id integer NOT NULL DEFAULT 1 CONSTRAINT plugin_revision_pkey PRIMARY KEY,
        revision bigint NOT NULL
      )`);
    await runner.query('INSERT INTO terrace.plugin_revision (revision) VALUES (0)');
    await runner.query(`ALTER TABLE terrace.record_type ADD field_owners jsonb NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE terrace.record_type DROP field_owners');
    await runner.query(
      'DROP TABLE terrace.plugin_revision, terrace.signing_key, terrace.plugin_package, terrace.plugin_version, terrace.plugin',
    );
  }
}
