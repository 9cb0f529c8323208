export { AlarmsModule } from './alarms.module.js';
export { Reminder } from './reminder.entity.js';
