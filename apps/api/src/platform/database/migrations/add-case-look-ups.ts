import type { MigrationInterface, QueryRunner } from 'typeorm';

/** R11: the look-up by number or person that opens a case of another hall. */
export class AddCaseLookUps1764000007000 implements MigrationInterface {
  readonly name = 'AddCaseLookUps1764000007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_look_up (staff_id uuid NOT NULL, case_id uuid NOT NULL, at timestamptz NOT NULL, PRIMARY KEY (staff_id, case_id));
      ALTER TABLE case_look_up ADD CONSTRAINT case_look_up_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id);
      ALTER TABLE case_look_up ADD CONSTRAINT case_look_up_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE;
      CREATE INDEX case_look_up_case_id_idx ON case_look_up (case_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_look_up;');
  }
}
