import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What follows a receipt: silence, supplements that are waited for, overrides, calls, and paper of an outage (R2, R10.5). */
export class AddFollowUp1763800000700 implements MigrationInterface {
  readonly name = 'AddFollowUp1763800000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE cases
        ADD COLUMN supplement_by date,
        ADD COLUMN supplement_override boolean NOT NULL DEFAULT false,
        ADD COLUMN deemed_accepted boolean NOT NULL DEFAULT false,
        ADD COLUMN outage_no varchar(16),
        ADD COLUMN outage_at timestamptz;

      -- Two weeks stand for the ten working days of notices that were served before this: a mark for following up, no limit.
      UPDATE cases c SET supplement_by = (n.at AT TIME ZONE 'Asia/Shanghai')::date + 14
        FROM (SELECT case_id, max(issued_at) AS at FROM notice WHERE kind = 'supplement' GROUP BY case_id) n
       WHERE n.case_id = c.id AND c.status = 'supplementing';

      CREATE INDEX cases_silent ON cases (received_at, id) WHERE status = 'received' AND supplement_count = 0;
      CREATE INDEX cases_awaited ON cases (hall_id, supplement_by, id)
        WHERE status IN ('supplementing', 'received') AND supplement_by IS NOT NULL;
      CREATE INDEX cases_awaited_department ON cases (department_id, supplement_by, id)
        WHERE status IN ('supplementing', 'received') AND supplement_by IS NOT NULL;
      CREATE INDEX cases_awaited_district ON cases (district_code, supplement_by, id)
        WHERE status IN ('supplementing', 'received') AND supplement_by IS NOT NULL;
      CREATE INDEX cases_deemed ON cases (district_code, accepted_at, id) WHERE deemed_accepted;
      CREATE UNIQUE INDEX cases_outage_no ON cases (outage_no) WHERE outage_no IS NOT NULL;

      CREATE TABLE supplement_override (
        id uuid NOT NULL, case_id uuid NOT NULL, district_code varchar(6) NOT NULL, state varchar(10) NOT NULL,
        requested_by uuid NOT NULL, requested_at timestamptz NOT NULL, request_reason varchar(300) NOT NULL,
        answered_by uuid, answered_at timestamptz, answer_reason varchar(300), PRIMARY KEY (id)
      );
      CREATE UNIQUE INDEX supplement_override_open ON supplement_override (case_id) WHERE state = 'open';
      CREATE INDEX supplement_override_district ON supplement_override (district_code, id) WHERE state = 'open';

      CREATE TABLE call_note (
        id uuid NOT NULL, case_id uuid NOT NULL, at timestamptz NOT NULL, staff_id uuid NOT NULL, words varchar(300) NOT NULL,
        PRIMARY KEY (id)
      );
      CREATE INDEX call_note_case ON call_note (case_id, id);

      CREATE TABLE outage_range (
        id uuid NOT NULL, hall_id uuid NOT NULL, prefix varchar(8) NOT NULL, first integer NOT NULL, last integer NOT NULL,
        handed_out_on date NOT NULL, registered_by uuid NOT NULL, registered_at timestamptz NOT NULL, PRIMARY KEY (id),
        CONSTRAINT outage_range_order CHECK (first >= 1 AND first <= last)
      );
      CREATE INDEX outage_range_hall ON outage_range (hall_id, id);
      CREATE INDEX outage_range_prefix ON outage_range (prefix);

      ALTER TABLE supplement_override ADD CONSTRAINT supplement_override_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases (id);
      ALTER TABLE call_note ADD CONSTRAINT call_note_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases (id);
      ALTER TABLE call_note ADD CONSTRAINT call_note_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff (id);
      ALTER TABLE outage_range ADD CONSTRAINT outage_range_hall_id_fkey FOREIGN KEY (hall_id) REFERENCES hall (id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE outage_range;
      DROP TABLE call_note;
      DROP TABLE supplement_override;
      DROP INDEX cases_outage_no, cases_deemed, cases_awaited_district, cases_awaited_department, cases_awaited, cases_silent;
      ALTER TABLE cases DROP COLUMN outage_at, DROP COLUMN outage_no, DROP COLUMN deemed_accepted, DROP COLUMN supplement_override,
        DROP COLUMN supplement_by;
    `);
  }
}
