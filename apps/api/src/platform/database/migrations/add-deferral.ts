import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 容缺 (R4): grades with their history, the day of a deferred material, and the promises with what became of them. */
export class AddDeferral1763800000500 implements MigrationInterface {
  readonly name = 'AddDeferral1763800000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_material ADD COLUMN due_on date;

      CREATE TABLE credit_grade (
        id uuid NOT NULL, identity_type varchar(12) NOT NULL, identity_sealed text NOT NULL, identity_index varchar(64) NOT NULL,
        identity_masked varchar(40) NOT NULL, name varchar(100) NOT NULL, grade varchar(1) NOT NULL, graded_on date NOT NULL,
        source varchar(60) NOT NULL, imported_at timestamptz NOT NULL, PRIMARY KEY (id),
        CONSTRAINT credit_grade_letter CHECK (grade IN ('A', 'B', 'C'))
      );
      CREATE INDEX credit_grade_person ON credit_grade (identity_type, identity_index, graded_on, id);

      CREATE TABLE deferred_material (
        case_id uuid NOT NULL, code varchar(40) NOT NULL, material_name varchar(120) NOT NULL, applicant_id uuid NOT NULL,
        hall_id uuid NOT NULL, district_code varchar(6) NOT NULL, promised_on date NOT NULL, due_on date NOT NULL, arrived_on date,
        settled_at timestamptz, unkept_on date, lifted_at timestamptz, lifted_by uuid, lift_reason varchar(500),
        PRIMARY KEY (case_id, code)
      );
      CREATE INDEX deferred_material_waiting ON deferred_material (hall_id, due_on, case_id, code) WHERE settled_at IS NULL;
      CREATE INDEX deferred_material_due ON deferred_material (due_on, case_id, code) WHERE settled_at IS NULL AND unkept_on IS NULL;
      CREATE INDEX deferred_material_applicant ON deferred_material (applicant_id) WHERE unkept_on IS NOT NULL;
      CREATE INDEX deferred_material_barred ON deferred_material (district_code, unkept_on, case_id, code)
        WHERE unkept_on IS NOT NULL AND lifted_at IS NULL;

      ALTER TABLE deferred_material
        ADD CONSTRAINT deferred_material_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
        ADD CONSTRAINT deferred_material_applicant_id_fkey FOREIGN KEY (applicant_id) REFERENCES applicant(id),
        ADD CONSTRAINT deferred_material_hall_id_fkey FOREIGN KEY (hall_id) REFERENCES hall(id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE deferred_material, credit_grade; ALTER TABLE case_material DROP COLUMN due_on');
  }
}
