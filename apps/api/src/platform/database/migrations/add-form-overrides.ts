import type { MigrationInterface, QueryRunner } from 'typeorm';

/** R8.2: why a credit code that fails its check digit stands in a form. */
export class AddFormOverrides1763800001100 implements MigrationInterface {
  readonly name = 'AddFormOverrides1763800001100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE cases ADD COLUMN form_overrides jsonb NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cases DROP COLUMN form_overrides');
  }
}
