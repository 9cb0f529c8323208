import { ENTITIES } from './entities.js';
import { MIGRATIONS } from './migrations.js';
import type { Schema } from './platform/database/data-source.js';

/** The schema of the whole application, as the platform takes it. */
export const SCHEMA: Schema = { entities: ENTITIES, migrations: MIGRATIONS };
