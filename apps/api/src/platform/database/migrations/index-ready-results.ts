import type { MigrationInterface, QueryRunner } from 'typeorm';

/** R6.2: a hall's list read the definition of the item for each result that waits in the district's other halls. */
export class IndexReadyResults1764000007300 implements MigrationInterface {
  readonly name = 'IndexReadyResults1764000007300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX cases_ready_hall ON cases (hall_id, ready_at, id) WHERE status = 'ready';
      CREATE INDEX cases_ready_version ON cases (district_code, item_version_id, ready_at, id, hall_id) WHERE status = 'ready';
      DROP INDEX cases_ready`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX cases_ready ON cases (district_code, ready_at, id) WHERE status = 'ready';
      DROP INDEX cases_ready_hall;
      DROP INDEX cases_ready_version`);
  }
}
