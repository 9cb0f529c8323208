import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
import { SnakeNamingStrategy } from './naming-strategy.js';
import { TYPE_PARSERS } from './type-parsers.js';

/** What the features bring along; the platform itself knows no feature. */
export interface Schema {
  readonly entities: readonly (new () => object)[];
  /** Oldest first; a migration's name is that of its class. */
  readonly migrations: readonly (new () => MigrationInterface)[];
}

export interface DataSourceInput {
  readonly schema: Schema;
  readonly url: string;
  readonly poolSize: number;
  readonly applicationName: string;
}

/** The application's data source. The schema comes from migrations alone, never from the entities. */
export function createDataSource(input: DataSourceInput): DataSource {
  const options: DataSourceOptions = {
    type: 'postgres',
    url: input.url,
    poolSize: input.poolSize,
    applicationName: input.applicationName,
    entities: [...input.schema.entities],
    migrations: [...input.schema.migrations],
    migrationsTransactionMode: 'each',
    migrationsTableName: 'schema_migration',
    namingStrategy: new SnakeNamingStrategy(),
    synchronize: false,
    logging: ['error', 'warn'],
    logger: 'debug',
    installExtensions: false,
    // Pipelined: BEGIN travels with the first statement of a command, COMMIT with its last.
    extra: { pipeline: true, keepAlive: true, idleTimeoutMillis: 60_000, min: 2, types: TYPE_PARSERS },
  };
  return new DataSource(options);
}
