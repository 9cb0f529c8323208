import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions to other departments beside the route, and the marks of reminders that were sent (R5.2, R6.3, R2.8, R3.2). */
export class AddTimeDrivenWork1763900000300 implements MigrationInterface {
  readonly name = 'AddTimeDrivenWork1763900000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE consultation (
        task_id uuid NOT NULL, case_id uuid NOT NULL, asking_task_id uuid NOT NULL, asked_by uuid NOT NULL, asked_at timestamptz NOT NULL,
        question varchar(500) NOT NULL, withdrawn_reason varchar(300), PRIMARY KEY (task_id)
      );
      CREATE INDEX consultation_case ON consultation (case_id, task_id);
      ALTER TABLE consultation ADD CONSTRAINT consultation_task_id_fkey FOREIGN KEY (task_id) REFERENCES review_task (id);
      ALTER TABLE consultation ADD CONSTRAINT consultation_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases (id);
      ALTER TABLE consultation ADD CONSTRAINT consultation_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES staff (id);

      CREATE TABLE reminder (
        kind varchar(20) NOT NULL, subject_id uuid NOT NULL, due_on date NOT NULL, sent_on date NOT NULL,
        PRIMARY KEY (kind, subject_id, due_on)
      );

      -- Only consultations enter these: a case whose route asks nobody writes none of them.
      CREATE INDEX review_task_silent ON review_task (step_due, id) WHERE kind = 'consultation' AND status IN ('pooled', 'claimed');
      CREATE INDEX review_task_consulted ON review_task (department_id, paused, step_due, id)
        WHERE kind = 'consultation' AND status IN ('pooled', 'claimed');
      CREATE INDEX review_task_answered ON review_task (department_id, done_at, id) WHERE kind = 'consultation' AND done_at IS NOT NULL;
      -- Only cases under review that had a pause.
      CREATE INDEX cases_halted ON cases (id) WHERE status = 'accepted' AND halts IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX cases_halted, review_task_answered, review_task_consulted, review_task_silent;
      DROP TABLE reminder;
      DROP TABLE consultation;
    `);
  }
}
