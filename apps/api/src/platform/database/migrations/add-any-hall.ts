import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 通办: offices of one line in several regions, the applicant's place of a case, where the paper of a result is (R6.2). With it what the
 * counter was still missing: the review points that a faulty material fails, and the check of commitments after acceptance.
 */
export class AddAnyHall1763900000800 implements MigrationInterface {
  readonly name = 'AddAnyHall1763900000800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE department ADD COLUMN line varchar(40);
      ALTER TABLE cases ADD COLUMN place_code varchar(12), ADD COLUMN place_reason varchar(200);
      ALTER TABLE case_material ADD COLUMN faulty_points jsonb, ALTER COLUMN defect TYPE varchar(3000);

      CREATE TABLE result_paper (
        result_id uuid NOT NULL, hall_id uuid NOT NULL, to_hall_id uuid, state varchar(8) NOT NULL, since timestamptz NOT NULL,
        moved_by uuid NOT NULL, PRIMARY KEY (result_id),
        CONSTRAINT result_paper_goes_somewhere CHECK ((state = 'here') = (to_hall_id IS NULL))
      );
      ALTER TABLE result_paper
        ADD CONSTRAINT result_paper_result_id_fkey FOREIGN KEY (result_id) REFERENCES result(id),
        ADD CONSTRAINT result_paper_hall_id_fkey FOREIGN KEY (hall_id) REFERENCES hall(id),
        ADD CONSTRAINT result_paper_to_hall_id_fkey FOREIGN KEY (to_hall_id) REFERENCES hall(id);

      CREATE TABLE commitment_check (
        case_id uuid NOT NULL, code varchar(40) NOT NULL, material_name varchar(120) NOT NULL, words varchar(300) NOT NULL,
        applicant_id uuid NOT NULL, department_id uuid NOT NULL, promised_on date NOT NULL, outcome varchar(6), checked_at timestamptz,
        checked_by uuid, finding varchar(500), PRIMARY KEY (case_id, code),
        CONSTRAINT commitment_check_outcome CHECK (outcome IN ('true', 'untrue')),
        CONSTRAINT commitment_check_whole CHECK ((outcome IS NULL) = (checked_at IS NULL))
      );
      CREATE INDEX commitment_check_open ON commitment_check (department_id, promised_on, case_id, code) WHERE outcome IS NULL;
      CREATE INDEX commitment_check_untrue ON commitment_check (applicant_id) WHERE outcome = 'untrue';
      ALTER TABLE commitment_check
        ADD CONSTRAINT commitment_check_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
        ADD CONSTRAINT commitment_check_applicant_id_fkey FOREIGN KEY (applicant_id) REFERENCES applicant(id),
        ADD CONSTRAINT commitment_check_department_id_fkey FOREIGN KEY (department_id) REFERENCES department(id);

      -- What was promised before is to be checked as well.
      INSERT INTO commitment_check (case_id, code, material_name, words, applicant_id, department_id, promised_on)
      SELECT c.id, m.code, COALESCE(x.asked->>'name', m.code), left(COALESCE(x.asked->>'commitment', x.asked->>'standard', ''), 300),
             c.applicant_id, c.department_id, c.accepted_on
        FROM case_material m
        JOIN cases c ON c.id = m.case_id
        JOIN item_version v ON v.id = c.item_version_id
        LEFT JOIN LATERAL (
          SELECT one AS asked FROM json_array_elements(v.definition->'materials') one WHERE one->>'code' = m.code LIMIT 1
        ) x ON true
       WHERE m.verdict = 'promised' AND c.accepted_on IS NOT NULL AND c.applicant_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE commitment_check, result_paper;
      ALTER TABLE case_material DROP COLUMN faulty_points;
      ALTER TABLE cases DROP COLUMN place_code, DROP COLUMN place_reason;
      ALTER TABLE department DROP COLUMN line;
    `);
  }
}
