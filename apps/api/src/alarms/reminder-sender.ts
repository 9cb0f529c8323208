import { addCalendarDays, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type NotificationInput, NotificationWriter } from '../notifications/index.js';
import { type CommandTx, sql } from '../platform/index.js';
import type { Reminder } from './reminder.entity.js';

/** What somebody is told about one thing. */
export type Telling = NotificationInput;

/** More than this of one kind at once become a single message. */
const ONE_BY_ONE = 3;

const MARK = sql<{ subjectId: string }>(
  `INSERT INTO reminder (kind, subject_id, due_on, sent_on)
   SELECT $1, r.id, r.due, $4 FROM unnest($2::uuid[], $3::date[]) AS r(id, due)
   ON CONFLICT DO NOTHING RETURNING subject_id AS "subjectId"`,
);

/** What is still as it was after half a year is brought to mind once more. */
const REMEMBERED_DAYS = 180;
const FORGET = sql('DELETE FROM reminder WHERE sent_on < $1');

/** Sends reminders through the messages of the staff, each once: the mark and the message are one transaction. */
@Injectable()
export class ReminderSender {
  constructor(private readonly notifications: NotificationWriter) {}

  /** Marks what is sent today, under the day on which it fell due. @returns those that nobody had marked before */
  async mark(tx: CommandTx, kind: Reminder['kind'], due: readonly { id: string; dueOn: string }[]): Promise<ReadonlySet<string>> {
    if (due.length === 0) return new Set();
    const values = [kind, due.map(({ id }) => id), due.map(({ dueOn }) => dueOn), shanghaiToday(tx.now)];
    return new Set((await tx.query(MARK, values)).map(({ subjectId }) => subjectId));
  }

  /** Keeps the marks few: they only say what need not be said again soon. */
  async forgetOld(tx: CommandTx): Promise<void> {
    await tx.query(FORGET, [addCalendarDays(shanghaiToday(tx.now), -REMEMBERED_DAYS)]);
  }

  /**
   * Tells each person; who would get many gets one that says how many and names the first.
   * @param tellings the most urgent first
   * @param sum the words for many, such as 12 件环节临期
   */
  async send(tx: CommandTx, tellings: readonly Telling[], sum: (count: number) => string): Promise<void> {
    const byPerson = new Map<string, Telling[]>();
    for (const telling of tellings) byPerson.set(telling.staffId, [...(byPerson.get(telling.staffId) ?? []), telling]);
    await this.notifications.write(
      tx,
      [...byPerson.values()].flatMap((own) => {
        const [first] = own;
        if (!first || own.length <= ONE_BY_ONE) return own;
        return [{ ...first, words: `${sum(own.length)}，最急的：${first.words}` }];
      }),
    );
  }
}
