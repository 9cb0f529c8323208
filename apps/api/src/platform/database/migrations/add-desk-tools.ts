import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an officer keeps at the desk, drafted decisions, and batches of like cases. Nothing of it touches the tables of the cases. */
export class AddDeskTools1763900000600 implements MigrationInterface {
  readonly name = 'AddDeskTools1763900000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE desk_preference (staff_id uuid PRIMARY KEY, auto_claim boolean NOT NULL);

      CREATE TABLE saved_search (
        id uuid PRIMARY KEY,
        staff_id uuid NOT NULL,
        name varchar(20) NOT NULL,
        filter jsonb NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX saved_search_name ON saved_search (staff_id, name);

      CREATE TABLE phrase_list (owner_id uuid NOT NULL, kind varchar(12) NOT NULL, phrases jsonb NOT NULL, PRIMARY KEY (owner_id, kind));

      CREATE TABLE seen_mark (
        case_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        seen_at timestamptz NOT NULL,
        content jsonb NOT NULL,
        before jsonb,
        before_by uuid,
        before_at timestamptz,
        PRIMARY KEY (case_id, staff_id)
      );

      CREATE TABLE drafted_decision (
        task_id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        decision varchar(5) NOT NULL,
        reason varchar(2000),
        opinion text NOT NULL,
        drafted_by uuid NOT NULL,
        drafted_at timestamptz NOT NULL
      );
      CREATE INDEX drafted_decision_case ON drafted_decision (case_id);

      CREATE TABLE desk_batch (
        id uuid PRIMARY KEY,
        state varchar(10) NOT NULL,
        outcome varchar(5) NOT NULL,
        item_id uuid NOT NULL,
        item_name varchar(120) NOT NULL,
        step_key varchar(40) NOT NULL,
        step_name varchar(30) NOT NULL,
        opinion text NOT NULL,
        created_by uuid NOT NULL,
        ip varchar(45) NOT NULL,
        created_at timestamptz NOT NULL,
        finished_at timestamptz,
        total integer NOT NULL
      );
      CREATE INDEX desk_batch_running ON desk_batch (created_at) WHERE state = 'running';

      CREATE TABLE desk_batch_item (
        batch_id uuid NOT NULL REFERENCES desk_batch (id),
        position integer NOT NULL,
        task_id uuid NOT NULL,
        state varchar(8) NOT NULL,
        code varchar(60),
        message varchar(300),
        PRIMARY KEY (batch_id, position)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE desk_batch_item, desk_batch, drafted_decision, seen_mark, phrase_list, saved_search, desk_preference');
  }
}
