import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = `district_code, idle_since, id, department_id, paused, promised_due, statutory_due, step_due, nearest_due, holder_id, item_id`;
const OPEN = `WHERE status IN ('pooled', 'claimed')`;

/** 督查台 looks for words in the index that it reads anyway; a sweep that walks in steps keeps its place. */
export class AddSupervisionSearch1763800000100 implements MigrationInterface {
  readonly name = 'AddSupervisionSearch1763800000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX review_task_stalled;
      CREATE INDEX review_task_stalled ON review_task (${COLUMNS}, case_no, title) ${OPEN};
      ALTER TABLE sweep_run ADD COLUMN place text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX review_task_stalled;
      CREATE INDEX review_task_stalled ON review_task (${COLUMNS}) ${OPEN};
      ALTER TABLE sweep_run DROP COLUMN place;
    `);
  }
}
