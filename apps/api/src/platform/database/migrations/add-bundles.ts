import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 一件事: which cases are children of which, and how each stands. */
export class AddBundles1763900000700 implements MigrationInterface {
  readonly name = 'AddBundles1763900000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bundle_child (
        parent_case_id uuid NOT NULL, child_key varchar(40) NOT NULL, child_case_id uuid, position integer NOT NULL,
        item_version_id uuid NOT NULL, item_name varchar(120) NOT NULL, department_id uuid NOT NULL, waits_for jsonb NOT NULL,
        when_failed varchar(6) NOT NULL, state varchar(10) NOT NULL, reason varchar(2000), opened_at timestamptz, ended_at timestamptz,
        PRIMARY KEY (parent_case_id, child_key)
      );
      CREATE UNIQUE INDEX bundle_child_child_case_id_idx ON bundle_child (child_case_id);
      CREATE INDEX bundle_child_under_way ON bundle_child (parent_case_id) WHERE state IN ('waiting', 'open', 'granted');
      ALTER TABLE bundle_child ADD CONSTRAINT bundle_child_parent_case_id_fkey FOREIGN KEY (parent_case_id) REFERENCES cases (id);
      ALTER TABLE bundle_child ADD CONSTRAINT bundle_child_child_case_id_fkey FOREIGN KEY (child_case_id) REFERENCES cases (id);
      ALTER TABLE bundle_child ADD CONSTRAINT bundle_child_item_version_id_fkey FOREIGN KEY (item_version_id) REFERENCES item_version (id);
      ALTER TABLE bundle_child ADD CONSTRAINT bundle_child_department_id_fkey FOREIGN KEY (department_id) REFERENCES department (id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE bundle_child');
  }
}
