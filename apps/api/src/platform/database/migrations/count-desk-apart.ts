import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is counted needs no order: without day of receipt and id the server keeps equal entries together, and the index of a pool is a
 * twenty-fifth of the one that lists it. And as whom somebody has applied is asked once for a page of the desk, by this index.
 */
export class CountDeskApart1764000005100 implements MigrationInterface {
  readonly name = 'CountDeskApart1764000005100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX review_task_pool_count ON review_task (department_id, role, paused, nearest_due)
        WHERE status = 'pooled' AND kind NOT IN ('consultation', 'reroute');
      CREATE INDEX review_task_asked_count ON review_task (department_id, paused, nearest_due) WHERE status = 'pooled' AND kind = 'consultation';
      CREATE INDEX review_task_asked_mine_count ON review_task (holder_id, department_id, paused, nearest_due)
        WHERE status = 'claimed' AND kind = 'consultation';
      CREATE INDEX review_task_mine_count ON review_task (holder_id, paused, nearest_due) WHERE status = 'claimed';
      CREATE INDEX applicant_representative ON applicant (representative_identity_index) WHERE representative_identity_index IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX applicant_representative, review_task_mine_count, review_task_asked_mine_count, review_task_asked_count, review_task_pool_count',
    );
  }
}
