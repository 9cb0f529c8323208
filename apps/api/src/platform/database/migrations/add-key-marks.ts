import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which key and suite made the blind indexes of this database; and what staff's indexes can be made anew from. */
export class AddKeyMarks1763800001000 implements MigrationInterface {
  readonly name = 'AddKeyMarks1763800001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE key_mark (purpose varchar(20) NOT NULL, mark varchar(40) NOT NULL, PRIMARY KEY (purpose));
      ALTER TABLE staff ADD COLUMN identity_sealed text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE staff DROP COLUMN identity_sealed; DROP TABLE key_mark');
  }
}
