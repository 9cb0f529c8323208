import { Injectable } from '@nestjs/common';
import { type CommandTx, sql } from '../platform/index.js';
import type { Consultation } from './consultation.entity.js';

const COLUMNS = `task_id AS "taskId", case_id AS "caseId", asking_task_id AS "askingTaskId", asked_by AS "askedBy", asked_at AS "askedAt",
  question, withdrawn_reason AS "withdrawnReason"`;
const FIND = sql<Consultation>(`SELECT ${COLUMNS} FROM consultation WHERE task_id = $1`);
const OF_TASKS = sql<Consultation>(`SELECT ${COLUMNS} FROM consultation WHERE task_id = ANY($1::uuid[])`);
const OF_CASE = sql<Consultation>(`SELECT ${COLUMNS} FROM consultation WHERE case_id = $1 ORDER BY task_id`);
const INSERT = sql(
  `INSERT INTO consultation (task_id, case_id, asking_task_id, asked_by, asked_at, question) VALUES ($1, $2, $3, $4, $5, $6)`,
);
const WITHDRAW = sql(`UPDATE consultation SET withdrawn_reason = $2 WHERE task_id = $1`);

type Reader = Pick<CommandTx, 'query'>;

/** What officers asked other departments; the answers lie on the tasks. */
@Injectable()
export class ConsultationRecords {
  async find(reader: Reader, taskId: string): Promise<Consultation | undefined> {
    return (await reader.query(FIND, [taskId]))[0];
  }

  async ofTasks(reader: Reader, taskIds: readonly string[]): Promise<ReadonlyMap<string, Consultation>> {
    if (taskIds.length === 0) return new Map();
    return new Map((await reader.query(OF_TASKS, [taskIds])).map((one) => [one.taskId, one]));
  }

  /** In the order in which they were asked. */
  ofCase(reader: Reader, caseId: string): Promise<Consultation[]> {
    return reader.query(OF_CASE, [caseId]);
  }

  async add(tx: CommandTx, one: Omit<Consultation, 'withdrawnReason'>): Promise<void> {
    await tx.query(INSERT, [one.taskId, one.caseId, one.askingTaskId, one.askedBy, one.askedAt, one.question]);
  }

  async withdraw(tx: CommandTx, taskId: string, reason: string): Promise<void> {
    await tx.query(WITHDRAW, [taskId, reason]);
  }
}
