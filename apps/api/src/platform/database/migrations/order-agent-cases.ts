import type { MigrationInterface, QueryRunner } from 'typeorm';

/** R11: of an agent with many cases the latest are found, and not the first hundred of any. */
export class OrderAgentCases1764000007200 implements MigrationInterface {
  readonly name = 'OrderAgentCases1764000007200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX cases_agent;
      CREATE INDEX cases_agent ON cases (agent_identity_index, id) WHERE agent_identity_index IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX cases_agent;
      CREATE INDEX cases_agent ON cases (agent_identity_index) WHERE agent_identity_index IS NOT NULL;
    `);
  }
}
