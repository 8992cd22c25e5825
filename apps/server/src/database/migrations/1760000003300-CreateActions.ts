import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tasks, webhooks and the log of their calls. */
export class CreateActions1760000003300 implements MigrationInterface {
  name = 'CreateActions1760000003300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE terrace.task (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT task_pkey PRIMARY KEY,
        transition_id uuid NOT NULL,
        node_id text NOT NULL,
        model_id uuid NOT NULL,
        subject_type text NOT NULL,
        subject_key text NOT NULL,
        model_name json NOT NULL,
        title json NOT NULL,
        owner text NOT NULL,
        transition_kind text NOT NULL,
        from_name json,
        to_name json,
        status text NOT NULL DEFAULT 'open',
        due_on date,
        created_at timestamptz NOT NULL DEFAULT now(),
        done_at timestamptz,
        done_by text
      )`);
    await runner.query('CREATE UNIQUE INDEX task_once ON terrace.task (transition_id, node_id)');
    await runner.query('CREATE INDEX task_status ON terrace.task (status, created_at, id)');
    await runner.query('CREATE INDEX task_subject ON terrace.task (subject_key)');
    await runner.query(`
      CREATE TABLE terrace.webhook (
        id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT webhook_pkey PRIMARY KEY,
        name text NOT NULL,
        url text NOT NULL,
        secret text NOT NULL,
        is_enabled boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`
      CREATE TABLE terrace.delivery (
        message_id text NOT NULL CONSTRAINT delivery_pkey PRIMARY KEY,
        webhook_id text NOT NULL,
        state text NOT NULL DEFAULT 'pending',
        attempts integer NOT NULL DEFAULT 0,
        last_status integer,
        last_error text,
        created_at timestamptz NOT NULL DEFAULT now(),
        delivered_at timestamptz
      )`);
    await runner.query(
      'CREATE INDEX delivery_webhook ON terrace.delivery (webhook_id, created_at, message_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE terrace.delivery');
    await runner.query('DROP TABLE terrace.webhook');
    await runner.query('DROP TABLE terrace.task');
  }
}
