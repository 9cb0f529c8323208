import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who stands there: the register of persons and companies, licences, agents with their authority, duplicates and presence. */
export class AddLicences1763800000300 implements MigrationInterface {
  name = 'AddLicences1763800000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE licence (
        id uuid NOT NULL, type varchar(40) NOT NULL, name varchar(120) NOT NULL, number varchar(80) NOT NULL,
        holder_identity_type varchar(12) NOT NULL, holder_sealed text NOT NULL, holder_index varchar(64) NOT NULL,
        holder_masked varchar(40) NOT NULL, holder_name varchar(100) NOT NULL, issuer varchar(120) NOT NULL,
        issued_on date, valid_from date, valid_until date, revoked_on date, fields jsonb NOT NULL,
        file_name varchar(200), file_media_type varchar(60), file_size integer, file_sha256 varchar(64),
        result_id uuid, created_at timestamptz NOT NULL, PRIMARY KEY (id)
      );
      CREATE INDEX licence_holder ON licence (holder_index, type, id);
      CREATE UNIQUE INDEX licence_result_id_idx ON licence (result_id);

      CREATE TABLE registry_entry (
        id uuid NOT NULL, kind varchar(10) NOT NULL, name varchar(100) NOT NULL, identity_type varchar(12) NOT NULL,
        identity_sealed text NOT NULL, identity_index varchar(64) NOT NULL, identity_masked varchar(40) NOT NULL,
        phone_sealed text, phone_masked varchar(20), address varchar(200), representative_name varchar(60),
        representative_sealed text, representative_masked varchar(40), state varchar(10) NOT NULL, registered_on date,
        fields jsonb NOT NULL, updated_at timestamptz NOT NULL, PRIMARY KEY (id)
      );
      CREATE UNIQUE INDEX registry_entry_identity_type_identity_index_idx ON registry_entry (identity_type, identity_index);

      ALTER TABLE licence ADD CONSTRAINT licence_result_id_fkey FOREIGN KEY (result_id) REFERENCES result(id);

      ALTER TABLE cases
        ADD COLUMN agent_relation varchar(10), ADD COLUMN agent_scope varchar(200), ADD COLUMN agent_valid_until date,
        ADD COLUMN duplicate_of varchar(21), ADD COLUMN duplicate_reason varchar(300),
        ADD COLUMN present_as varchar(14), ADD COLUMN present_by varchar(5), ADD COLUMN present_at timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE licence, registry_entry CASCADE;
      ALTER TABLE cases
        DROP COLUMN agent_relation, DROP COLUMN agent_scope, DROP COLUMN agent_valid_until, DROP COLUMN duplicate_of,
        DROP COLUMN duplicate_reason, DROP COLUMN present_as, DROP COLUMN present_by, DROP COLUMN present_at;
    `);
  }
}
