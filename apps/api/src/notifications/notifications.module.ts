import { Module } from '@nestjs/common';
import { NotificationReads } from './notification-reads.js';
import { NotificationWriter } from './notification-writer.js';
import { NotificationsController } from './notifications.controller.js';

@Module({ controllers: [NotificationsController], providers: [NotificationReads, NotificationWriter], exports: [NotificationWriter] })
export class NotificationsModule {}
