import { DataSource, type DataSourceOptions } from 'typeorm';
import { ENTITIES } from '../../entities.js';
import { MIGRATIONS } from '../../migrations.js';
import { SnakeNamingStrategy } from './naming-strategy.js';
import { TYPE_PARSERS } from './type-parsers.js';

export interface DataSourceInput {
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
    entities: [...ENTITIES],
    migrations: [...MIGRATIONS],
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
