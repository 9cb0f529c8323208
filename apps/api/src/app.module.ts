import { type DynamicModule, Module } from '@nestjs/common';
import { FEATURES } from './features.js';
import { PlatformModule, type PlatformOptions } from './platform/platform.module.js';

/** The whole application: main and worker run the same modules. */
@Module({})
export class AppModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.forRoot(options), ...FEATURES] };
  }
}
