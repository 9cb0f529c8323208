import type { MigrationInterface, QueryRunner } from 'typeorm';

/** R1.2: a run may be ordered by the system, which finds the guessed dates of what is open by their day. */
export class FindProvisionalDates1764000007400 implements MigrationInterface {
  readonly name = 'FindProvisionalDates1764000007400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE calendar_run ALTER COLUMN created_by DROP NOT NULL;
      CREATE INDEX cases_statutory_guessed ON cases (statutory_due) WHERE status = 'accepted' AND statutory_provisional;
      CREATE INDEX cases_promised_guessed ON cases (promised_due) WHERE status = 'accepted' AND promised_provisional;
      CREATE INDEX review_task_guessed ON review_task (step_due) WHERE status IN ('pooled', 'claimed') AND step_provisional;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX cases_statutory_guessed, cases_promised_guessed, review_task_guessed;
      DELETE FROM calendar_slice WHERE run_id IN (SELECT id FROM calendar_run WHERE created_by IS NULL);
      DELETE FROM calendar_run WHERE created_by IS NULL;
      ALTER TABLE calendar_run ALTER COLUMN created_by SET NOT NULL;
    `);
  }
}
