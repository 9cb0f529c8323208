import type { DataSource, EntityManager } from 'typeorm';
import type { PoolClient } from 'pg';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';

/** TypeORM on a client whose transaction somebody else began and will end. */
class BoundQueryRunner extends PostgresQueryRunner {
  constructor(driver: PostgresDriver, client: PoolClient) {
    super(driver, 'master');
    this.databaseConnection = client;
    this.isTransactionActive = true;
    this.transactionDepth = 1;
  }
}

/** A manager that works inside the transaction already open on `client`. */
export function managerOn(dataSource: DataSource, client: PoolClient): EntityManager {
  const runner = new BoundQueryRunner(dataSource.driver as PostgresDriver, client);
  const manager = dataSource.createEntityManager(runner);
  Object.assign(runner, { manager });
  return manager;
}
