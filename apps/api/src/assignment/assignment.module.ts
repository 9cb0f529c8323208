import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications/index.js';
import { StepAssigner } from './step-assigner.js';

/** Steps that are not for the pool find their officer as they open. */
@Module({ imports: [NotificationsModule], providers: [StepAssigner], exports: [StepAssigner] })
export class AssignmentModule {}
