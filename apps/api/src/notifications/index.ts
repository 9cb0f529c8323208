export { Notification } from './notification.entity.js';
export { type NotificationInput, NotificationWriter } from './notification-writer.js';
export { NotificationsModule } from './notifications.module.js';
