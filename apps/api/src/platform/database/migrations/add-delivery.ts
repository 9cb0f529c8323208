import type { MigrationInterface, QueryRunner } from 'typeorm';

/** R6.2: where a result went that was not taken at the window. What was posted before this has no number on record, so none is demanded here. */
export class AddDelivery1764000006000 implements MigrationInterface {
  readonly name = 'AddDelivery1764000006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE pickup ADD COLUMN carrier varchar(40), ADD COLUMN tracking_no varchar(40), ADD COLUMN address varchar(200),
        ADD COLUMN cabinet varchar(40), ADD COLUMN box varchar(20);
      ALTER TABLE pickup
        ADD CONSTRAINT pickup_parcel CHECK (method = 'post' OR (carrier IS NULL AND tracking_no IS NULL AND address IS NULL)),
        ADD CONSTRAINT pickup_box CHECK (method = 'cabinet' OR (cabinet IS NULL AND box IS NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE pickup DROP COLUMN carrier, DROP COLUMN tracking_no, DROP COLUMN address, DROP COLUMN cabinet, DROP COLUMN box;
    `);
  }
}
