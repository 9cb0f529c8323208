export { CalendarSection } from './calendar-section.js';
