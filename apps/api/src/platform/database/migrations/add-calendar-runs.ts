import type { MigrationInterface, QueryRunner } from 'typeorm';

/** R1.2: years loaded here, who edited which day, and the runs that compute every open case anew. */
export class AddCalendarRuns1763900000200 implements MigrationInterface {
  readonly name = 'AddCalendarRuns1763900000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE calendar_day ADD COLUMN edited_by uuid, ADD COLUMN edited_at timestamptz;

      CREATE TABLE calendar_year (
        year integer NOT NULL, days jsonb NOT NULL, source varchar(120) NOT NULL, loaded_by uuid NOT NULL, loaded_at timestamptz NOT NULL,
        PRIMARY KEY (year)
      );

      CREATE TABLE calendar_run (
        id uuid NOT NULL, version integer NOT NULL, words varchar(300) NOT NULL, because varchar(600) NOT NULL, state varchar(10) NOT NULL,
        total integer, created_by uuid NOT NULL, created_at timestamptz NOT NULL, started_at timestamptz, ended_at timestamptz,
        settled_at timestamptz, PRIMARY KEY (id)
      );
      CREATE UNIQUE INDEX calendar_run_version ON calendar_run (version);
      CREATE INDEX calendar_run_unfinished ON calendar_run (id) WHERE settled_at IS NULL;

      CREATE TABLE calendar_slice (
        run_id uuid NOT NULL, position integer NOT NULL, after_id uuid NOT NULL, through_id uuid NOT NULL, done_at timestamptz,
        cases integer NOT NULL, moved integer NOT NULL DEFAULT 0, PRIMARY KEY (run_id, position)
      );

      -- A run rewrites every open case: the lists and counts of open work are read from indexes alone only after a vacuum, and a fifth of a
      -- million cases is too long to wait for it.
      ALTER TABLE cases SET (autovacuum_vacuum_scale_factor = 0.02);
      ALTER TABLE review_task SET (autovacuum_vacuum_scale_factor = 0.02);

      ALTER TABLE calendar_year ADD CONSTRAINT calendar_year_loaded_by_fkey FOREIGN KEY (loaded_by) REFERENCES staff (id);
      ALTER TABLE calendar_run ADD CONSTRAINT calendar_run_created_by_fkey FOREIGN KEY (created_by) REFERENCES staff (id);
      ALTER TABLE calendar_slice ADD CONSTRAINT calendar_slice_run_id_fkey FOREIGN KEY (run_id) REFERENCES calendar_run (id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE calendar_slice;
      DROP TABLE calendar_run;
      DROP TABLE calendar_year;
      ALTER TABLE cases RESET (autovacuum_vacuum_scale_factor);
      ALTER TABLE review_task RESET (autovacuum_vacuum_scale_factor);
      ALTER TABLE calendar_day DROP COLUMN edited_by, DROP COLUMN edited_at;
    `);
  }
}
