import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Prints of notices, guides (一次告知单), and the papers of items: blank forms and filled samples. */
export class AddNoticePrints1763800000600 implements MigrationInterface {
  name = 'AddNoticePrints1763800000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notice ALTER COLUMN kind TYPE varchar(20), ADD COLUMN sha256 varchar(64);
      UPDATE notice SET sha256 = f.sha256 FROM case_file f WHERE f.id = notice.file_id;

      CREATE TABLE notice_print (
        notice_id uuid NOT NULL, ordinal integer NOT NULL, printed_at timestamptz NOT NULL, printed_by uuid NOT NULL,
        printed_by_name varchar(40) NOT NULL, PRIMARY KEY (notice_id, ordinal)
      );
      ALTER TABLE notice_print ADD CONSTRAINT notice_print_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notice(id);

      CREATE TABLE guide (
        id uuid NOT NULL, item_version_id uuid NOT NULL, hall_id uuid NOT NULL, number varchar(60) NOT NULL, token varchar(40) NOT NULL,
        issued_at timestamptz NOT NULL, issued_by uuid NOT NULL, content jsonb NOT NULL, sha256 varchar(64), size integer, PRIMARY KEY (id)
      );
      CREATE UNIQUE INDEX guide_number_idx ON guide (number);
      CREATE UNIQUE INDEX guide_token_idx ON guide (token);
      ALTER TABLE guide ADD CONSTRAINT guide_item_version_id_fkey FOREIGN KEY (item_version_id) REFERENCES item_version(id);
      ALTER TABLE guide ADD CONSTRAINT guide_hall_id_fkey FOREIGN KEY (hall_id) REFERENCES hall(id);

      CREATE TABLE item_paper (
        sha256 varchar(64) NOT NULL, name varchar(200) NOT NULL, media_type varchar(60) NOT NULL, size integer NOT NULL,
        uploaded_at timestamptz NOT NULL, uploaded_by uuid, PRIMARY KEY (sha256)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE item_paper, guide, notice_print;
      ALTER TABLE notice DROP COLUMN sha256;
    `);
  }
}
