import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The MaterialLibrary, and where a case's material and its file came from it. New columns are empty for what is there. */
export class AddMaterialLibrary1763800000800 implements MigrationInterface {
  readonly name = 'AddMaterialLibrary1763800000800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE material_library (
        id uuid NOT NULL, applicant_id uuid NOT NULL, holder_name varchar(100), library_key varchar(40) NOT NULL, version integer NOT NULL,
        name varchar(120) NOT NULL, trust_level varchar(1) NOT NULL CHECK (trust_level IN ('A', 'B', 'C', 'D')), issuer varchar(100),
        issued_on date, valid_through date, source_case_id uuid, licence_id uuid, files jsonb NOT NULL, verified_by uuid,
        verified_at timestamptz, added_at timestamptz NOT NULL, PRIMARY KEY (id)
      );
      CREATE UNIQUE INDEX material_library_shelf ON material_library (applicant_id, library_key, version);
      CREATE UNIQUE INDEX material_library_licence ON material_library (applicant_id, licence_id) WHERE licence_id IS NOT NULL;
      ALTER TABLE material_library
        ADD CONSTRAINT material_library_applicant_id_fkey FOREIGN KEY (applicant_id) REFERENCES applicant(id),
        ADD CONSTRAINT material_library_source_case_id_fkey FOREIGN KEY (source_case_id) REFERENCES cases(id);
      ALTER TABLE case_material
        ADD COLUMN library_id uuid, ADD COLUMN library_version integer, ADD COLUMN issued_on date, ADD COLUMN valid_through date;
      ALTER TABLE case_file ADD COLUMN library_id uuid;

      CREATE TABLE upload_session (
        id uuid NOT NULL, staff_id uuid NOT NULL, name varchar(200) NOT NULL, media_type varchar(60) NOT NULL, size integer NOT NULL,
        received integer NOT NULL, touched_at timestamptz NOT NULL, PRIMARY KEY (id)
      );
      CREATE TABLE upload_part (
        upload_id uuid NOT NULL, start integer NOT NULL, bytes bytea NOT NULL, PRIMARY KEY (upload_id, start),
        CONSTRAINT upload_part_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES upload_session(id) ON DELETE CASCADE
      );
      CREATE INDEX upload_session_touched ON upload_session (touched_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE upload_part, upload_session;
      ALTER TABLE case_file DROP COLUMN library_id;
      ALTER TABLE case_material DROP COLUMN library_id, DROP COLUMN library_version, DROP COLUMN issued_on, DROP COLUMN valid_through;
      DROP TABLE material_library;
    `);
  }
}
