import { Module } from '@nestjs/common';
import { BatchWalk } from './batch-walk.js';

/** Orders to many: worked one task at a time, each with its own outcome, and gone on with after a kill. */
@Module({ providers: [BatchWalk], exports: [BatchWalk] })
export class BatchesModule {}
