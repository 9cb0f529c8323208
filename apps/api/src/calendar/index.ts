export { CalendarDay } from './calendar-day.entity.js';
export { CalendarModule } from './calendar.module.js';
export { type CalendarRows, calendarOf, readCalendarRows } from './calendar-rows.js';
export { CalendarYear } from './calendar-year.entity.js';
export { type HallCalendar, WorkingCalendars } from './working-calendars.js';
