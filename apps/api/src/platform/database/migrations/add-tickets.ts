import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 取号叫号: what a hall gives numbers for, which counter serves what, the numbers of each day and their story. */
export class AddTickets1763800000200 implements MigrationInterface {
  readonly name = 'AddTickets1763800000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ticket_kind (
        id uuid NOT NULL, hall_id uuid NOT NULL, letter varchar(1) NOT NULL, name varchar(40) NOT NULL,
        priority boolean NOT NULL DEFAULT false, minutes integer NOT NULL, opens_at varchar(5) NOT NULL, closes_at varchar(5) NOT NULL,
        closed_reason varchar(60), position integer NOT NULL, PRIMARY KEY (id),
        CONSTRAINT ticket_kind_letter CHECK (letter ~ '^[A-OQ-Z]$')
      );
      CREATE UNIQUE INDEX ticket_kind_hall_id_letter_idx ON ticket_kind (hall_id, letter);

      CREATE TABLE ticket_duty (counter_id uuid NOT NULL, kind_id uuid NOT NULL, PRIMARY KEY (counter_id, kind_id));

      CREATE TABLE ticket_desk (counter_id uuid NOT NULL, priority_run integer NOT NULL, PRIMARY KEY (counter_id));

      CREATE TABLE ticket_series (
        hall_id uuid NOT NULL, day date NOT NULL, letter varchar(1) NOT NULL, last integer NOT NULL, PRIMARY KEY (hall_id, day, letter)
      );

      CREATE TABLE ticket (
        id uuid NOT NULL, hall_id uuid NOT NULL, day date NOT NULL, letter varchar(1) NOT NULL, serial integer NOT NULL,
        kind_id uuid NOT NULL, priority boolean NOT NULL, status varchar(10) NOT NULL, token varchar(64) NOT NULL, request_id uuid NOT NULL,
        taken_at timestamptz NOT NULL, queued_at timestamptz NOT NULL, waiting_since timestamptz, target_counter_id uuid, counter_id uuid,
        staff_id uuid, called_at timestamptz, last_called_at timestamptz, call_count integer NOT NULL DEFAULT 0, serving_at timestamptz,
        ended_at timestamptz, waited_seconds integer NOT NULL DEFAULT 0, handled_seconds integer NOT NULL DEFAULT 0, case_id uuid,
        identity_type varchar(12), identity_sealed text, identity_index varchar(64), identity_masked varchar(40), PRIMARY KEY (id)
      ) WITH (fillfactor = 70);
      CREATE UNIQUE INDEX ticket_hall_id_day_letter_serial_idx ON ticket (hall_id, day, letter, serial);
      CREATE UNIQUE INDEX ticket_token_idx ON ticket (token);
      CREATE UNIQUE INDEX ticket_request_id_idx ON ticket (request_id);
      CREATE INDEX ticket_case_id_idx ON ticket (case_id);
      CREATE INDEX ticket_queue ON ticket (hall_id, day, kind_id, queued_at, id) WHERE status IN ('waiting', 'passed');
      CREATE UNIQUE INDEX ticket_at_counter ON ticket (counter_id) WHERE status IN ('called', 'serving');
      CREATE INDEX ticket_calls ON ticket (hall_id, day, last_called_at);

      CREATE TABLE ticket_event (
        ticket_id uuid NOT NULL, seq integer NOT NULL, action varchar(10) NOT NULL, at timestamptz NOT NULL, counter_id uuid, staff_id uuid,
        detail jsonb NOT NULL, PRIMARY KEY (ticket_id, seq)
      );
    `);
    await runner.query(`
      ALTER TABLE ticket_kind ADD CONSTRAINT ticket_kind_hall_id_fkey FOREIGN KEY (hall_id) REFERENCES hall(id);
      ALTER TABLE ticket_duty
        ADD CONSTRAINT ticket_duty_counter_id_fkey FOREIGN KEY (counter_id) REFERENCES counter(id),
        ADD CONSTRAINT ticket_duty_kind_id_fkey FOREIGN KEY (kind_id) REFERENCES ticket_kind(id);
      ALTER TABLE ticket
        ADD CONSTRAINT ticket_hall_id_fkey FOREIGN KEY (hall_id) REFERENCES hall(id),
        ADD CONSTRAINT ticket_kind_id_fkey FOREIGN KEY (kind_id) REFERENCES ticket_kind(id);
      ALTER TABLE ticket_event ADD CONSTRAINT ticket_event_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ticket_event, ticket, ticket_series, ticket_desk, ticket_duty, ticket_kind CASCADE`);
  }
}
