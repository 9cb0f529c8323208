import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a source had said where the clerk put another value: kept with the case, so that the correction wins next time. */
export class AddFormValues1763800000400 implements MigrationInterface {
  readonly name = 'AddFormValues1763800000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE cases ADD COLUMN form_corrections jsonb NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cases DROP COLUMN form_corrections');
  }
}
