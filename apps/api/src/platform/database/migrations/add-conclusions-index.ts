import type { MigrationInterface, QueryRunner } from 'typeorm';

/** R10.4: 本月办结 sorted the whole month of the district for each of its pages. */
export class AddConclusionsIndex1764000007210 implements MigrationInterface {
  readonly name = 'AddConclusionsIndex1764000007210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX cases_conclusions ON cases (district_code, decided_on, id) WHERE decided_on IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX cases_conclusions`);
  }
}
