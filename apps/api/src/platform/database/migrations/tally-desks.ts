import type { MigrationInterface, QueryRunner } from 'typeorm';

const SORT = 'desk_id, nearest_due, status, kind, role, department_id, paused';
const deskOf = (row: string): string => `CASE ${row}.status WHEN 'pooled' THEN ${row}.department_id ELSE ${row}.holder_id END`;

/** Adds to a row of this sort at which nobody else is just now; where there is none, it begins one. */
const add = (row: 'OLD' | 'NEW', n: 1 | -1): string => `
  desk := ${deskOf(row)};
  UPDATE public.desk_tally SET n = n + (${n}) WHERE (desk_id, nearest_due, id) = (
    SELECT t.desk_id, t.nearest_due, t.id FROM public.desk_tally t
     WHERE t.desk_id = desk AND t.nearest_due = ${row}.nearest_due AND t.status = ${row}.status AND t.kind = ${row}.kind AND t.role = ${row}.role
       AND t.department_id = ${row}.department_id AND t.paused = ${row}.paused
     LIMIT 1 FOR UPDATE SKIP LOCKED);
  IF NOT FOUND THEN
    INSERT INTO public.desk_tally (${SORT}, n)
      VALUES (desk, ${row}.nearest_due, ${row}.status, ${row}.kind, ${row}.role, ${row}.department_id, ${row}.paused, ${n});
  END IF;`;

/**
 * The counts of the desks are kept, not counted: a pool of nine thousand was read entry by entry for every desk that heard of a change, and after a
 * run of the calendar its rows, too (22 ms for one officer). Every change of a task keeps them in its own transaction and waits for nobody. The
 * indexes that only counted go.
 */
export class TallyDesks1764000007500 implements MigrationInterface {
  readonly name = 'TallyDesks1764000007500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE desk_tally (
        desk_id uuid NOT NULL, nearest_due date NOT NULL, id bigint GENERATED ALWAYS AS IDENTITY, status varchar(10) NOT NULL,
        kind varchar(12) NOT NULL, role varchar(10) NOT NULL, department_id uuid NOT NULL, paused boolean NOT NULL, n integer NOT NULL,
        PRIMARY KEY (desk_id, nearest_due, id)
      ) WITH (fillfactor = 60);

      CREATE FUNCTION tally_desk() RETURNS trigger LANGUAGE plpgsql AS $tally$
      DECLARE desk uuid;
      BEGIN
        IF TG_OP <> 'INSERT' AND OLD.status IN ('pooled', 'claimed') THEN ${add('OLD', -1)}
        END IF;
        IF TG_OP <> 'DELETE' AND NEW.status IN ('pooled', 'claimed') THEN ${add('NEW', 1)}
        END IF;
        RETURN NULL;
      END $tally$;
      CREATE TRIGGER tally_desk_insert AFTER INSERT ON review_task FOR EACH ROW
        WHEN (NEW.status IN ('pooled', 'claimed')) EXECUTE FUNCTION tally_desk();
      CREATE TRIGGER tally_desk_delete AFTER DELETE ON review_task FOR EACH ROW
        WHEN (OLD.status IN ('pooled', 'claimed')) EXECUTE FUNCTION tally_desk();
      CREATE TRIGGER tally_desk_update AFTER UPDATE ON review_task FOR EACH ROW
        WHEN ((OLD.status IN ('pooled', 'claimed') OR NEW.status IN ('pooled', 'claimed'))
          AND (OLD.status, OLD.kind, OLD.role, OLD.department_id, OLD.holder_id, OLD.paused, OLD.nearest_due)
            IS DISTINCT FROM (NEW.status, NEW.kind, NEW.role, NEW.department_id, NEW.holder_id, NEW.paused, NEW.nearest_due))
        EXECUTE FUNCTION tally_desk();
      ALTER TABLE review_task ENABLE ALWAYS TRIGGER tally_desk_insert, ENABLE ALWAYS TRIGGER tally_desk_delete,
        ENABLE ALWAYS TRIGGER tally_desk_update;

      INSERT INTO desk_tally (${SORT}, n)
        SELECT ${deskOf('t')}, nearest_due, status, kind, role, department_id, paused, count(*)
          FROM review_task t WHERE status IN ('pooled', 'claimed') GROUP BY 1, 2, 3, 4, 5, 6, 7;
      DROP INDEX review_task_mine_count, review_task_asked_mine_count, review_task_asked_count, review_task_pool_count;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER tally_desk_insert ON review_task;
      DROP TRIGGER tally_desk_delete ON review_task;
      DROP TRIGGER tally_desk_update ON review_task;
      DROP FUNCTION tally_desk();
      DROP TABLE desk_tally;
      CREATE INDEX review_task_pool_count ON review_task (department_id, role, paused, nearest_due)
        WHERE status = 'pooled' AND kind NOT IN ('consultation', 'reroute');
      CREATE INDEX review_task_asked_count ON review_task (department_id, paused, nearest_due) WHERE status = 'pooled' AND kind = 'consultation';
      CREATE INDEX review_task_asked_mine_count ON review_task (holder_id, department_id, paused, nearest_due)
        WHERE status = 'claimed' AND kind = 'consultation';
      CREATE INDEX review_task_mine_count ON review_task (holder_id, paused, nearest_due) WHERE status = 'claimed';
    `);
  }
}
