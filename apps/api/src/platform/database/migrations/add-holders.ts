import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One task, one holder: said by the database too; who stands in for whom; whose turn it is (R5.4, R5.5). */
export class AddHolders1763900000500 implements MigrationInterface {
  readonly name = 'AddHolders1763900000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A row has one holder_id; this says when it has one: claimed work has its holder, what lies in a pool or waits has none,
      -- and what is done says who did it.
      ALTER TABLE review_task ADD CONSTRAINT review_task_one_holder CHECK (CASE status
        WHEN 'waiting' THEN holder_id IS NULL AND claimed_at IS NULL AND completed_by IS NULL
        WHEN 'pooled' THEN holder_id IS NULL AND claimed_at IS NULL AND completed_by IS NULL AND pooled_at IS NOT NULL
        WHEN 'claimed' THEN holder_id IS NOT NULL AND claimed_at IS NOT NULL AND completed_by IS NULL AND done_at IS NULL
        WHEN 'done' THEN completed_by IS NOT NULL AND done_at IS NOT NULL
        ELSE true END);

      CREATE TABLE delegation (
        id uuid NOT NULL, department_id uuid NOT NULL, principal_id uuid NOT NULL, delegate_id uuid NOT NULL,
        starts_on date NOT NULL, ends_on date NOT NULL, reason varchar(300) NOT NULL, authority varchar(100),
        made_by uuid NOT NULL, made_at timestamptz NOT NULL, ended_by uuid, ended_at timestamptz, PRIMARY KEY (id),
        CONSTRAINT delegation_days CHECK (starts_on <= ends_on),
        CONSTRAINT delegation_two CHECK (principal_id <> delegate_id)
      );
      CREATE INDEX delegation_principal ON delegation (principal_id, ends_on) WHERE ended_at IS NULL;
      CREATE INDEX delegation_delegate ON delegation (delegate_id, ends_on) WHERE ended_at IS NULL;
      CREATE INDEX delegation_department ON delegation (department_id, ends_on);

      CREATE TABLE assignment_turn (
        department_id uuid NOT NULL, item_id uuid NOT NULL, step_key varchar(40) NOT NULL, last_staff_no varchar(20),
        at timestamptz NOT NULL, PRIMARY KEY (department_id, item_id, step_key)
      );

      ALTER TABLE delegation ADD CONSTRAINT delegation_department_id_fkey FOREIGN KEY (department_id) REFERENCES department (id);
      ALTER TABLE delegation ADD CONSTRAINT delegation_principal_id_fkey FOREIGN KEY (principal_id) REFERENCES staff (id);
      ALTER TABLE delegation ADD CONSTRAINT delegation_delegate_id_fkey FOREIGN KEY (delegate_id) REFERENCES staff (id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE assignment_turn;
      DROP TABLE delegation;
      ALTER TABLE review_task DROP CONSTRAINT review_task_one_holder;
    `);
  }
}
