import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What of a topic is on its way was found by reading all jobs of a week: every sweep asks, and so do bundles that fell behind. */
export class AddOutboxTopicIndex1764000007230 implements MigrationInterface {
  readonly name = 'AddOutboxTopicIndex1764000007230';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX outbox_message_topic ON outbox_message (topic) WHERE processed_at IS NULL AND dead_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX outbox_message_topic`);
  }
}
