import type { MigrationInterface, QueryRunner } from 'typeorm';

/** R5.3: what a hall is to reroute was found by reading all open tasks of every hall. */
export class AddRerouteIndex1764000007100 implements MigrationInterface {
  readonly name = 'AddRerouteIndex1764000007100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX review_task_reroute ON review_task (hall_id, nearest_due, id) WHERE kind = 'reroute' AND status IN ('pooled', 'claimed')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX review_task_reroute');
  }
}
