export { CalendarDay } from './calendar-day.entity.js';
export { CalendarModule } from './calendar.module.js';
export { WorkingCalendars } from './working-calendars.js';
