import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 审查中补正 (R3.3); keys and names long enough for parts and reroutes of steps (R5.3, R5.6). Tasks that an old reroute or return left waiting
 * behind a later round of their step would have held the decision up for ever.
 */
export class AddCorrections1763900000400 implements MigrationInterface {
  readonly name = 'AddCorrections1763900000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE review_task ALTER COLUMN step_key TYPE varchar(60), ALTER COLUMN step_name TYPE varchar(40);

      UPDATE review_task t SET status = 'cancelled' WHERE t.status = 'waiting' AND EXISTS (
        SELECT 1 FROM review_task later WHERE later.case_id = t.case_id AND later.step_key = t.step_key AND later.round > t.round);

      CREATE TABLE correction (
        id uuid NOT NULL, case_id uuid NOT NULL, task_id uuid NOT NULL, step_name varchar(40) NOT NULL, hall_id uuid NOT NULL,
        status varchar(10) NOT NULL, asked_by uuid NOT NULL, asked_at timestamptz NOT NULL, due_on date NOT NULL, points jsonb NOT NULL,
        brought jsonb, closed_at timestamptz, closed_by uuid, PRIMARY KEY (id)
      );
      CREATE INDEX correction_case ON correction (case_id, id);
      CREATE INDEX correction_awaited ON correction (hall_id, due_on, id) WHERE status = 'open';
      ALTER TABLE correction ADD CONSTRAINT correction_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases (id);
      ALTER TABLE correction ADD CONSTRAINT correction_task_id_fkey FOREIGN KEY (task_id) REFERENCES review_task (id);
      ALTER TABLE correction ADD CONSTRAINT correction_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES staff (id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE correction;
      ALTER TABLE review_task ALTER COLUMN step_name TYPE varchar(30), ALTER COLUMN step_key TYPE varchar(40);
    `);
  }
}
