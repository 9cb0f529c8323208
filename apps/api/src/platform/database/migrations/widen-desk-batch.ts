import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An order about a step with a long name failed, and so did the turn of who gets it (R5.3): both hold the step as its tasks do. */
export class WidenDeskBatch1764000007240 implements MigrationInterface {
  readonly name = 'WidenDeskBatch1764000007240';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE desk_batch ALTER COLUMN step_key TYPE varchar(60), ALTER COLUMN step_name TYPE varchar(40);
      ALTER TABLE assignment_turn ALTER COLUMN step_key TYPE varchar(60);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM assignment_turn WHERE length(step_key) > 40;
      ALTER TABLE assignment_turn ALTER COLUMN step_key TYPE varchar(40);
      ALTER TABLE desk_batch ALTER COLUMN step_key TYPE varchar(40) USING left(step_key, 40),
        ALTER COLUMN step_name TYPE varchar(30) USING left(step_name, 30);
    `);
  }
}
