import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The sweep of days that are over read every ticket that was ever drawn to find the few that are open or hold a person's number. */
export class AddTicketSweepIndexes1764000007220 implements MigrationInterface {
  readonly name = 'AddTicketSweepIndexes1764000007220';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX ticket_open ON ticket (day) WHERE status IN ('waiting', 'called', 'serving', 'passed', 'skipped');
      CREATE INDEX ticket_with_person ON ticket (day) WHERE identity_sealed IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ticket_open, ticket_with_person`);
  }
}
