import { type DynamicModule, Module } from '@nestjs/common';
import { FEATURES } from './features.js';
import { SCHEMA } from './schema.js';
import { PlatformModule, type PlatformOptions } from './platform/platform.module.js';

/** What differs between processes and tests. */
export type AppOptions = Omit<PlatformOptions, 'schema'>;

/** The whole application: main and worker run the same modules. */
@Module({})
export class AppModule {
  static forRoot(options: AppOptions): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.forRoot({ ...options, schema: SCHEMA }), ...FEATURES] };
  }
}
