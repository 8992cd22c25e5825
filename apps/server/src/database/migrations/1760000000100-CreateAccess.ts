import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may do what: users, their sessions, API tokens, the code of the first start, failed sign-ins. */
export class CreateAccess1760000000100 implements MigrationInterface {
  name = 'CreateAccess1760000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE terrace.user_account (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        name text NOT NULL,
        name_key text NOT NULL,
        role text NOT NULL,
        password_hash text NOT NULL,
        is_active boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT user_account_pkey PRIMARY KEY (id),
        CONSTRAINT user_account_name_key UNIQUE (name_key),
        CONSTRAINT user_account_role CHECK (role IN ('administrator', 'designer', 'viewer'))
      )`);
    await runner.query(`
      CREATE TABLE terrace.session (
        secret_hash bytea NOT NULL,
        user_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT session_pkey PRIMARY KEY (secret_hash),
        CONSTRAINT session_user_id_fkey FOREIGN KEY (user_id) REFERENCES terrace.user_account (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX session_user_id ON terrace.session (user_id)');
    await runner.query(`
      CREATE TABLE terrace.api_token (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        name text NOT NULL,
        role text NOT NULL,
        secret_hash bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz,
        expires_at timestamptz,
        CONSTRAINT api_token_pkey PRIMARY KEY (id),
        CONSTRAINT api_token_secret_hash UNIQUE (secret_hash),
        CONSTRAINT api_token_role CHECK (role IN ('administrator', 'designer', 'viewer'))
      )`);
    await runner.query(`
      CREATE TABLE terrace.setup_code (
        id boolean NOT NULL DEFAULT true,
        code_hash bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT setup_code_pkey PRIMARY KEY (id),
        CONSTRAINT setup_code_single CHECK (id)
      )`);
    await runner.query(`
      CREATE TABLE terrace.sign_in_attempt (
        bucket bytea NOT NULL,
        count integer NOT NULL,
        began_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT sign_in_attempt_pkey PRIMARY KEY (bucket)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE terrace.sign_in_attempt, terrace.setup_code, terrace.api_token, terrace.session, terrace.user_account',
    );
  }
}
