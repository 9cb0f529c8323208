export { CalendarChangesModule } from './calendar-changes.module.js';
