import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The pool of a role without consultations, and these by themselves: a tab of the desk is counted and listed from what it shows alone. */
export class PartDeskPools1764000004000 implements MigrationInterface {
  readonly name = 'PartDeskPools1764000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX review_task_pool;
      CREATE INDEX review_task_pool ON review_task (department_id, role, paused, nearest_due, received_at, id)
        WHERE status = 'pooled' AND kind NOT IN ('consultation', 'reroute');
      CREATE INDEX review_task_asked ON review_task (department_id, paused, nearest_due, received_at, id)
        WHERE status = 'pooled' AND kind = 'consultation';
      CREATE INDEX review_task_asked_mine ON review_task (holder_id, paused, nearest_due, received_at, id)
        WHERE status = 'claimed' AND kind = 'consultation';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX review_task_asked_mine;
      DROP INDEX review_task_asked;
      DROP INDEX review_task_pool;
      CREATE INDEX review_task_pool ON review_task (department_id, paused, nearest_due, received_at, id, kind, role) WHERE status = 'pooled';
    `);
  }
}
