import { Module } from '@nestjs/common';
import { WorkingCalendars } from './working-calendars.js';

@Module({ providers: [WorkingCalendars], exports: [WorkingCalendars] })
export class CalendarModule {}
