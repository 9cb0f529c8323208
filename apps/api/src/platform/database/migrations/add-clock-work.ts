import type { MigrationInterface, QueryRunner } from 'typeorm';

/** R1.6, R3: special procedures with their objections, and extensions. A case without either has no row here. */
export class AddClockWork1763900000100 implements MigrationInterface {
  readonly name = 'AddClockWork1763900000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE special_procedure (
        id uuid NOT NULL, case_id uuid NOT NULL, task_id uuid NOT NULL, department_id uuid NOT NULL, kind varchar(16) NOT NULL,
        basis varchar(300) NOT NULL, reason varchar(500) NOT NULL, days integer NOT NULL, unit varchar(8) NOT NULL,
        status varchar(10) NOT NULL, requested_by uuid NOT NULL, requested_at timestamptz NOT NULL, decided_by uuid,
        decided_at timestamptz, decision_reason varchar(500), started_on date, announced_end date, ended_on date, ended_by uuid,
        ended_at timestamptz, outcome varchar(1000), document_id uuid, notice_id uuid, renew_on date, PRIMARY KEY (id),
        CONSTRAINT special_procedure_ends_after_start CHECK (ended_on >= started_on)
      );
      CREATE INDEX special_procedure_case ON special_procedure (case_id, id);
      CREATE UNIQUE INDEX special_procedure_once ON special_procedure (case_id, kind) WHERE status IN ('requested', 'running');
      CREATE INDEX special_procedure_open ON special_procedure (department_id, status, announced_end, id)
        WHERE status IN ('requested', 'running');
      CREATE INDEX special_procedure_renewal ON special_procedure (renew_on, case_id) WHERE renew_on IS NOT NULL;

      CREATE TABLE procedure_objection (
        id uuid NOT NULL, procedure_id uuid NOT NULL, by_name varchar(60) NOT NULL, words varchar(1000) NOT NULL, received_on date NOT NULL,
        recorded_by uuid NOT NULL, recorded_at timestamptz NOT NULL, answer varchar(1000), answered_by uuid, answered_at timestamptz,
        PRIMARY KEY (id)
      );
      CREATE INDEX procedure_objection_procedure ON procedure_objection (procedure_id, id);

      CREATE TABLE case_extension (
        id uuid NOT NULL, case_id uuid NOT NULL, task_id uuid NOT NULL, department_id uuid NOT NULL, days integer NOT NULL,
        reason varchar(500) NOT NULL, document varchar(120), status varchar(10) NOT NULL, requested_by uuid NOT NULL,
        requested_at timestamptz NOT NULL, decided_by uuid, decided_at timestamptz, decision_reason varchar(500), notice_id uuid,
        PRIMARY KEY (id)
      );
      CREATE INDEX case_extension_case ON case_extension (case_id, id);
      CREATE UNIQUE INDEX case_extension_once ON case_extension (case_id) WHERE status = 'requested';
      CREATE INDEX case_extension_waiting ON case_extension (department_id, id) WHERE status = 'requested';

      ALTER TABLE special_procedure
        ADD CONSTRAINT special_procedure_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
        ADD CONSTRAINT special_procedure_document_id_fkey FOREIGN KEY (document_id) REFERENCES case_file(id),
        ADD CONSTRAINT special_procedure_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notice(id);
      ALTER TABLE procedure_objection
        ADD CONSTRAINT procedure_objection_procedure_id_fkey FOREIGN KEY (procedure_id) REFERENCES special_procedure(id);
      ALTER TABLE case_extension
        ADD CONSTRAINT case_extension_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
        ADD CONSTRAINT case_extension_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notice(id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_extension, procedure_objection, special_procedure');
  }
}
