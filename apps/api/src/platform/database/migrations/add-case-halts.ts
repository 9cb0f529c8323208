import type { MigrationInterface, QueryRunner } from 'typeorm';

/** R1.6, R3: what the dates of a case are computed from besides its limits. Most cases never have either. */
export class AddCaseHalts1763900000000 implements MigrationInterface {
  readonly name = 'AddCaseHalts1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cases ADD COLUMN halts jsonb, ADD COLUMN extension_days integer NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cases DROP COLUMN halts, DROP COLUMN extension_days');
  }
}
