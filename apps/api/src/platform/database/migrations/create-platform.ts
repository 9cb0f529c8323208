import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of the platform: idempotency, outbox, sweeps, audit trail. */
export class CreatePlatform1763700000000 implements MigrationInterface {
  readonly name = 'CreatePlatform1763700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_key (
        actor_id uuid NOT NULL,
        key uuid NOT NULL,
        request_hash text NOT NULL,
        -- json, not jsonb: the same answer, to the letter
        answer json,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (actor_id, key)
      ) WITH (fillfactor = 80);
      CREATE INDEX idempotency_key_created_at ON idempotency_key (created_at);

      CREATE TABLE outbox_message (
        id uuid PRIMARY KEY,
        topic text NOT NULL,
        payload jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        relayed_at timestamptz,
        processed_at timestamptz,
        dead_at timestamptz,
        last_error text
      ) WITH (fillfactor = 70);
      CREATE INDEX outbox_message_waiting ON outbox_message (id) WHERE relayed_at IS NULL;
      CREATE INDEX outbox_message_unprocessed ON outbox_message (relayed_at) WHERE processed_at IS NULL AND dead_at IS NULL AND relayed_at IS NOT NULL;
      CREATE INDEX outbox_message_dead ON outbox_message (dead_at) WHERE dead_at IS NOT NULL;
      CREATE INDEX outbox_message_processed ON outbox_message (processed_at) WHERE processed_at IS NOT NULL;

      CREATE TABLE processed_message (
        message_id uuid PRIMARY KEY,
        processed_at timestamptz NOT NULL
      );

      CREATE TABLE sweep_run (
        name text PRIMARY KEY,
        last_run_at timestamptz NOT NULL
      );

      CREATE TABLE audit_entry (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        action text NOT NULL,
        actor_id uuid,
        ip text,
        subject_type text,
        subject_id text,
        detail jsonb NOT NULL
      );
      CREATE INDEX audit_entry_action ON audit_entry (action, id);
      CREATE INDEX audit_entry_actor ON audit_entry (actor_id, id);

      CREATE TABLE audit_link (
        seq bigint PRIMARY KEY,
        entry_id uuid NOT NULL,
        hash text NOT NULL
      );
      CREATE UNIQUE INDEX audit_link_entry_id ON audit_link (entry_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE audit_link, audit_entry, sweep_run, processed_message, outbox_message, idempotency_key`);
  }
}
