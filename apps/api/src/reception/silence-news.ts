import { caseNamed, dateWords, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { Case } from '../cases/index.js';
import { NotificationWriter } from '../notifications/index.js';
import { type CommandTx, sql } from '../platform/index.js';

/** Whoever supervises the district of the case. */
const SUPERVISORS = sql<{ id: string }>(
  `SELECT id FROM staff WHERE active AND 'supervisor' = ANY(roles) AND left(region_code, 6) = $1 ORDER BY id`,
);

/** R2.4: the supervisor hears of every case that silence accepted, whether the system wrote it down or a clerk who came too late. */
@Injectable()
export class SilenceNews {
  constructor(private readonly notifications: NotificationWriter) {}

  /** @param row of a case that is accepted from its receipt on */
  async tell(tx: CommandTx, row: Case): Promise<void> {
    const today = shanghaiToday(tx.now);
    const from = dateWords(row.acceptedOn ?? today, today);
    const words = `${caseNamed(row)}：收件后五个工作日内没有答复，依法视为自 ${from} 受理。`;
    const supervisors = await tx.query(SUPERVISORS, [row.districtCode]);
    await this.notifications.write(
      tx,
      supervisors.map(({ id }) => ({ staffId: id, words, caseId: row.id, taskId: null })),
    );
  }
}
