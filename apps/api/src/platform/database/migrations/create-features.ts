import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tables of the features, as their entities say. Foreign keys stand where a lost parent would orphan a case; events have none: a discarded
 * draft leaves its story behind, which nobody may delete.
 */
export class CreateFeatures1763700000100 implements MigrationInterface {
  readonly name = 'CreateFeatures1763700000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE applicant (
        id uuid NOT NULL, kind varchar(10) NOT NULL, name varchar(100) COLLATE "C" NOT NULL, identity_type varchar(12) NOT NULL,
        identity_sealed text NOT NULL, identity_index varchar(64) NOT NULL, identity_masked varchar(40) NOT NULL, phone_sealed text,
        phone_index varchar(64), phone_masked varchar(20), address varchar(200), representative_name varchar(60),
        representative_identity_sealed text, representative_identity_index varchar(64), representative_identity_masked varchar(40),
        credit_grade varchar(1) NOT NULL DEFAULT 'B', identity_override_reason varchar(200), created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL, PRIMARY KEY (id)
      );
      CREATE INDEX applicant_name_idx ON applicant (name);
      CREATE INDEX applicant_phone_index_idx ON applicant (phone_index);
      CREATE UNIQUE INDEX applicant_identity_type_identity_index_idx ON applicant (identity_type, identity_index);

      CREATE TABLE calendar_day (
        day date NOT NULL, kind varchar(4) NOT NULL, reason varchar(100) NOT NULL, PRIMARY KEY (day)
      );

      CREATE TABLE case_event (
        case_id uuid NOT NULL, seq integer NOT NULL, action varchar(40) NOT NULL, at timestamptz NOT NULL, actor_id uuid,
        actor_name varchar(60) NOT NULL, actor_no varchar(20), place varchar(100), ip varchar(45), from_status varchar(16),
        to_status varchar(16), task_id uuid, data jsonb NOT NULL, previous_hash varchar(64) NOT NULL, hash varchar(64) NOT NULL,
        PRIMARY KEY (case_id, seq)
      );
      CREATE INDEX case_event_at ON case_event (at);

      CREATE TABLE case_file (
        id uuid NOT NULL, case_id uuid NOT NULL, material_code varchar(40), name varchar(200) NOT NULL, media_type varchar(60) NOT NULL,
        size integer NOT NULL, sha256 varchar(64) NOT NULL, added_by uuid, added_at timestamptz NOT NULL, PRIMARY KEY (id)
      );
      CREATE INDEX case_file_case ON case_file (case_id, material_code, id);

      CREATE TABLE case_material (
        case_id uuid NOT NULL, code varchar(40) NOT NULL, verdict varchar(12) NOT NULL, defect varchar(300), trust_level varchar(1),
        received_at timestamptz, judged_by uuid, PRIMARY KEY (case_id, code)
      ) WITH (fillfactor = 80);

      CREATE TABLE case_number (
        region_code varchar(6) NOT NULL, day date NOT NULL, last integer NOT NULL, PRIMARY KEY (region_code, day)
      );

      CREATE TABLE cases (
        id uuid NOT NULL, case_no varchar(21), status varchar(16) NOT NULL, version integer NOT NULL, item_id uuid NOT NULL,
        item_version_id uuid NOT NULL, item_name varchar(120) NOT NULL, department_id uuid NOT NULL, hall_id uuid NOT NULL,
        counter_id uuid, district_code varchar(6) NOT NULL, applicant_id uuid, applicant_name varchar(100), title varchar(200) NOT NULL,
        agent_name varchar(60), agent_identity_sealed text, agent_identity_index varchar(64), agent_identity_masked varchar(40),
        agent_phone_sealed text, agent_phone_masked varchar(20), agent_authority varchar(200), answers jsonb NOT NULL,
        form jsonb NOT NULL, form_sources jsonb NOT NULL, created_by uuid NOT NULL, created_at timestamptz NOT NULL,
        draft_saved_at timestamptz, received_at timestamptz, accepted_at timestamptz, accepted_on date, statutory_limit integer,
        promised_limit integer, statutory_due date, promised_due date, statutory_provisional boolean NOT NULL DEFAULT false,
        promised_provisional boolean NOT NULL DEFAULT false, decision varchar(5), decision_reason varchar(2000), decided_at timestamptz,
        decided_on date, decided_by uuid, ready_at timestamptz, concluded_at timestamptz, end_reason varchar(500),
        fee_cents integer NOT NULL DEFAULT 0, fee_receipt_no varchar(60), supplement_count integer NOT NULL DEFAULT 0,
        progress_token varchar(64) NOT NULL, event_count integer NOT NULL DEFAULT 0, event_head varchar(64), PRIMARY KEY (id),
        CONSTRAINT cases_decision CHECK (decision IN ('grant', 'deny')),
        CONSTRAINT cases_number_from_receipt CHECK (status = 'draft' OR case_no IS NOT NULL)
      ) WITH (fillfactor = 70);
      CREATE UNIQUE INDEX cases_case_no_idx ON cases (case_no);
      CREATE UNIQUE INDEX cases_progress_token_idx ON cases (progress_token);
      CREATE INDEX cases_decided_on ON cases (department_id, decided_on, district_code, promised_due, statutory_due)
        WHERE decided_on IS NOT NULL;
      CREATE INDEX cases_ready ON cases (district_code, ready_at, id) WHERE status = 'ready';
      CREATE INDEX cases_draft ON cases (counter_id, id) WHERE status = 'draft';
      CREATE INDEX cases_agent ON cases (agent_identity_index) WHERE agent_identity_index IS NOT NULL;
      CREATE INDEX cases_applicant ON cases (applicant_id, id);
      CREATE INDEX cases_department ON cases (department_id, id);
      CREATE INDEX cases_hall ON cases (hall_id, id);
      CREATE INDEX cases_hall_received ON cases (hall_id, received_at, id);
      CREATE INDEX cases_department_received ON cases (department_id, received_at, id);
      CREATE INDEX cases_received ON cases (received_at, id);
      CREATE INDEX cases_status ON cases (status, id);
      CREATE INDEX cases_item ON cases (item_id, id);

      CREATE TABLE item_version (
        id uuid NOT NULL, item_id uuid NOT NULL, version integer NOT NULL, status varchar(20) NOT NULL, published_at timestamptz,
        definition json NOT NULL, PRIMARY KEY (id)
      );
      CREATE UNIQUE INDEX item_version_item_id_version_idx ON item_version (item_id, version);

      CREATE TABLE item (
        id uuid NOT NULL, code varchar(33) NOT NULL, name varchar(120) NOT NULL, initials varchar(120) NOT NULL,
        department_id uuid NOT NULL, published_version_id uuid, closed_reason varchar(120), PRIMARY KEY (id)
      );
      CREATE UNIQUE INDEX item_code_idx ON item (code);

      CREATE TABLE document_number (
        series varchar(60) NOT NULL, year integer NOT NULL, last integer NOT NULL, PRIMARY KEY (series, year)
      );

      CREATE TABLE notice (
        id uuid NOT NULL, case_id uuid NOT NULL, kind varchar(12) NOT NULL, title varchar(60) NOT NULL, number varchar(60) NOT NULL,
        issued_at timestamptz NOT NULL, issued_by uuid, content jsonb NOT NULL, problem varchar(300), file_id uuid, PRIMARY KEY (id)
      );
      CREATE UNIQUE INDEX notice_number_idx ON notice (number);
      CREATE INDEX notice_case ON notice (case_id);

      CREATE TABLE notification (
        id uuid NOT NULL, staff_id uuid NOT NULL, at timestamptz NOT NULL, words varchar(300) NOT NULL, case_id uuid, task_id uuid,
        read_at timestamptz, PRIMARY KEY (id)
      );
      CREATE INDEX notification_unread ON notification (staff_id) WHERE read_at IS NULL;
      CREATE INDEX notification_staff ON notification (staff_id, id);

      CREATE TABLE counter (
        id uuid NOT NULL, hall_id uuid NOT NULL, number integer NOT NULL, name varchar(40) NOT NULL, PRIMARY KEY (id)
      );
      CREATE UNIQUE INDEX counter_hall_id_number_idx ON counter (hall_id, number);

      CREATE TABLE department (
        id uuid NOT NULL, code varchar(40) NOT NULL, name varchar(60) NOT NULL, short_name varchar(40) NOT NULL,
        document_prefix varchar(10) NOT NULL, credit_code varchar(18) NOT NULL, region_code varchar(12) NOT NULL,
        phone varchar(30) NOT NULL, PRIMARY KEY (id)
      );
      CREATE UNIQUE INDEX department_code_idx ON department (code);

      CREATE TABLE hall (
        id uuid NOT NULL, code varchar(20) NOT NULL, name varchar(60) NOT NULL, region_code varchar(12) NOT NULL,
        address varchar(120) NOT NULL, phone varchar(30) NOT NULL, PRIMARY KEY (id)
      );
      CREATE UNIQUE INDEX hall_code_idx ON hall (code);

      CREATE TABLE region (
        code varchar(12) NOT NULL, name varchar(60) NOT NULL, level varchar(20) NOT NULL, parent_code varchar(12),
        district_code varchar(6) NOT NULL, PRIMARY KEY (code)
      );

      CREATE TABLE session (
        id uuid NOT NULL, token_hash bytea NOT NULL, staff_id uuid NOT NULL, counter_id uuid, created_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL, ip text, previous_sign_in_at timestamptz, previous_counter_id uuid, PRIMARY KEY (id)
      ) WITH (fillfactor = 80);
      CREATE UNIQUE INDEX session_token_hash_idx ON session (token_hash);
      CREATE INDEX session_staff_id_idx ON session (staff_id);

      CREATE TABLE sign_in_failure (
        name_hash text NOT NULL, failed_count integer NOT NULL, locked_until timestamptz, at timestamptz NOT NULL, PRIMARY KEY (name_hash)
      );

      CREATE TABLE staff (
        id uuid NOT NULL, staff_no varchar(20) NOT NULL, name varchar(60) NOT NULL, password_hash text NOT NULL, roles text[] NOT NULL,
        department_id uuid, hall_id uuid, region_code varchar(12) NOT NULL, identity_index text, phone_sealed text, phone_index text,
        active boolean NOT NULL DEFAULT true, failed_count integer NOT NULL DEFAULT 0, locked_until timestamptz,
        must_change_password boolean NOT NULL DEFAULT false, demonstration boolean NOT NULL DEFAULT false, demonstration_duty varchar(60), last_sign_in_at timestamptz,
        last_counter_id uuid, created_at timestamptz NOT NULL, PRIMARY KEY (id)
      );
      CREATE UNIQUE INDEX staff_staff_no_idx ON staff (staff_no);
      CREATE INDEX staff_department_id_idx ON staff (department_id);
      CREATE UNIQUE INDEX staff_phone_index_idx ON staff (phone_index);

      CREATE TABLE pickup (
        id uuid NOT NULL, case_id uuid NOT NULL, result_id uuid NOT NULL, hall_id uuid NOT NULL, at timestamptz NOT NULL,
        method varchar(8) NOT NULL, relation varchar(5) NOT NULL, collector_name varchar(60) NOT NULL,
        collector_identity_sealed text NOT NULL, collector_identity_masked varchar(40) NOT NULL, authority varchar(200),
        signature_png bytea NOT NULL, handed_over_by uuid NOT NULL, PRIMARY KEY (id)
      );
      CREATE UNIQUE INDEX pickup_case_id_idx ON pickup (case_id);
      CREATE INDEX pickup_hall ON pickup (hall_id, at, id);

      CREATE TABLE result (
        id uuid NOT NULL, case_id uuid NOT NULL, name varchar(60) NOT NULL, number varchar(60) NOT NULL, electronic boolean NOT NULL,
        denial boolean NOT NULL, valid_from date, valid_until date, issued_at timestamptz NOT NULL, issued_by uuid, place varchar(100),
        content jsonb NOT NULL, problem varchar(300), file_id uuid, PRIMARY KEY (id)
      );
      CREATE UNIQUE INDEX result_case_id_idx ON result (case_id);
      CREATE UNIQUE INDEX result_number_idx ON result (number);

      CREATE TABLE review_task (
        id uuid NOT NULL, case_id uuid NOT NULL, step_key varchar(40) NOT NULL, round integer NOT NULL, kind varchar(12) NOT NULL,
        role varchar(10) NOT NULL, step_name varchar(30) NOT NULL, department_id uuid NOT NULL, is_foreign boolean NOT NULL DEFAULT false, hall_id uuid NOT NULL,
        district_code varchar(6) NOT NULL, status varchar(10) NOT NULL, version integer NOT NULL, holder_id uuid, pooled_at timestamptz,
        claimed_at timestamptz, done_at timestamptz, completed_by uuid, outcome varchar(20), opinion text NOT NULL DEFAULT '',
        points jsonb NOT NULL, draft_saved_at timestamptz, step_limit integer NOT NULL, step_started_on date, step_due date,
        step_provisional boolean NOT NULL DEFAULT false, statutory_due date, promised_due date, nearest_due date NOT NULL,
        paused boolean NOT NULL DEFAULT false, received_at timestamptz NOT NULL, idle_since date, case_no varchar(21) NOT NULL,
        title varchar(200) NOT NULL, item_id uuid NOT NULL, item_name varchar(120) NOT NULL, PRIMARY KEY (id)
      ) WITH (fillfactor = 70);
      CREATE INDEX review_task_done ON review_task (completed_by, done_at, id) WHERE completed_by IS NOT NULL;
      CREATE INDEX review_task_stalled ON review_task (district_code, idle_since, id, department_id, paused, promised_due, statutory_due,
        step_due, nearest_due, holder_id, item_id) WHERE status IN ('pooled', 'claimed');
      CREATE INDEX review_task_mine ON review_task (holder_id, paused, nearest_due, received_at, id) WHERE status = 'claimed';
      CREATE INDEX review_task_pool ON review_task (department_id, paused, nearest_due, received_at, id, kind, role) WHERE status = 'pooled';
      CREATE INDEX review_task_foreign ON review_task (department_id, case_id) WHERE is_foreign;
      CREATE INDEX review_task_foreign_received ON review_task (department_id, received_at, case_id) WHERE is_foreign;
      CREATE UNIQUE INDEX review_task_round ON review_task (case_id, step_key, round);

      CREATE TABLE batch_item (
        batch_id uuid NOT NULL, position integer NOT NULL, task_id uuid NOT NULL, seen_holder_id uuid, planned_holder_id uuid,
        state varchar(8) NOT NULL, code varchar(60), message varchar(300), from_holder_id uuid, to_holder_id uuid,
        PRIMARY KEY (batch_id, position)
      );

      CREATE TABLE batch (
        id uuid NOT NULL, number varchar(20) NOT NULL, kind varchar(12) NOT NULL, state varchar(10) NOT NULL,
        reason varchar(300) NOT NULL, district_code varchar(6) NOT NULL, created_by uuid NOT NULL, ip varchar(45) NOT NULL,
        created_at timestamptz NOT NULL, finished_at timestamptz, total integer NOT NULL, notified integer NOT NULL DEFAULT 0,
        PRIMARY KEY (id)
      );
      CREATE UNIQUE INDEX batch_number_idx ON batch (number);
    `);
    await runner.query(`
      ALTER TABLE case_file
        ADD CONSTRAINT case_file_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id);
      ALTER TABLE case_material
        ADD CONSTRAINT case_material_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id);
      ALTER TABLE cases
        ADD CONSTRAINT cases_item_version_id_fkey FOREIGN KEY (item_version_id) REFERENCES item_version(id),
        ADD CONSTRAINT cases_hall_id_fkey FOREIGN KEY (hall_id) REFERENCES hall(id),
        ADD CONSTRAINT cases_applicant_id_fkey FOREIGN KEY (applicant_id) REFERENCES applicant(id);
      ALTER TABLE item_version
        ADD CONSTRAINT item_version_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id);
      ALTER TABLE item
        ADD CONSTRAINT item_department_id_fkey FOREIGN KEY (department_id) REFERENCES department(id);
      ALTER TABLE notice
        ADD CONSTRAINT notice_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id);
      ALTER TABLE notification
        ADD CONSTRAINT notification_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id);
      ALTER TABLE counter
        ADD CONSTRAINT counter_hall_id_fkey FOREIGN KEY (hall_id) REFERENCES hall(id);
      ALTER TABLE department
        ADD CONSTRAINT department_region_code_fkey FOREIGN KEY (region_code) REFERENCES region(code);
      ALTER TABLE hall
        ADD CONSTRAINT hall_region_code_fkey FOREIGN KEY (region_code) REFERENCES region(code);
      ALTER TABLE session
        ADD CONSTRAINT session_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id);
      ALTER TABLE staff
        ADD CONSTRAINT staff_department_id_fkey FOREIGN KEY (department_id) REFERENCES department(id),
        ADD CONSTRAINT staff_hall_id_fkey FOREIGN KEY (hall_id) REFERENCES hall(id),
        ADD CONSTRAINT staff_region_code_fkey FOREIGN KEY (region_code) REFERENCES region(code);
      ALTER TABLE pickup
        ADD CONSTRAINT pickup_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
        ADD CONSTRAINT pickup_result_id_fkey FOREIGN KEY (result_id) REFERENCES result(id);
      ALTER TABLE result
        ADD CONSTRAINT result_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id);
      ALTER TABLE review_task
        ADD CONSTRAINT review_task_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id);
      ALTER TABLE batch_item
        ADD CONSTRAINT batch_item_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES batch(id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE applicant, calendar_day, case_event, case_file, case_material, case_number, cases, item_version, item, document_number, notice, notification, counter, department, hall, region, session, sign_in_failure, staff, pickup, result, review_task, batch_item, batch CASCADE`,
    );
  }
}
