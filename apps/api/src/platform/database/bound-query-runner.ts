import type { DataSource, EntityManager } from 'typeorm';
import type { PoolClient } from 'pg';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';

/** TypeORM on a client whose transaction somebody else began and will end. */
class BoundQueryRunner extends PostgresQueryRunner {
  constructor(
    driver: PostgresDriver,
    client: PoolClient,
    private readonly beforeQuery: () => void,
  ) {
    super(driver, 'master');
    this.databaseConnection = client;
    this.isTransactionActive = true;
    this.transactionDepth = 1;
  }

  override async query(...parameters: Parameters<PostgresQueryRunner['query']>): ReturnType<PostgresQueryRunner['query']> {
    this.beforeQuery();
    return await super.query(...parameters);
  }
}

/**
 * A manager that works inside the transaction already open on `client`.
 * @param beforeQuery called before each statement, so that writes held back are on their way first
 */
export function managerOn(dataSource: DataSource, client: PoolClient, beforeQuery: () => void): EntityManager {
  const runner = new BoundQueryRunner(dataSource.driver as PostgresDriver, client, beforeQuery);
  const manager = dataSource.createEntityManager(runner);
  Object.assign(runner, { manager });
  return manager;
}
