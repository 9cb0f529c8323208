import { claimedSentence, dateWords, type IsoDate, shanghaiDateOf, shanghaiTimeOf, type TaskAction } from '@onewindow/domain';
import { type CommandTx, sql } from '../platform/index.js';

/** The latest event of a task. */
export interface Happening {
  taskId: string;
  /** `task.reassign` and so on. */
  action: string;
  at: Date;
  actorName: string;
  data: { to?: string | null; outcome?: string | null };
}

const LATEST = sql<Happening>(
  `SELECT DISTINCT ON (e.task_id) e.task_id AS "taskId", e.action, e.at, e.actor_name AS "actorName", e.data
   FROM review_task t JOIN case_event e ON e.case_id = t.case_id AND e.task_id = t.id
   WHERE t.id = ANY($1::uuid[]) ORDER BY e.task_id, e.seq DESC`,
);

interface Told extends Pick<Happening, 'actorName' | 'data'> {
  /** 10:43, on another day 11-05 10:43 */
  time: string;
}

const OUTCOMES: Partial<Record<string, string>> = { grant: '作出准予决定', deny: '作出不予许可决定' };

/** What somebody else did to the task first, and what has become of it. */
const WORDS = {
  release: ({ actorName, time }) => `已回到部门池：${actorName} ${time} 放回`,
  complete: ({ actorName, time, data }) => `已办完：${actorName} ${time} ${OUTCOMES[data.outcome ?? ''] ?? '办完本环节'}`,
  retrieve: ({ actorName, time }) => `已取回：${actorName} ${time} 取回重办`,
  refuse: ({ actorName, time }) => `已拒签：${actorName} ${time} 拒签`,
  return: ({ actorName, time }) => `已退回：${actorName} ${time} 退回前一环节`,
  transfer: ({ actorName, time, data }) => `已被转办：${actorName} ${time} 先转给${data.to ?? '别人'}`,
  reassign: ({ actorName, time, data }) => `已被改派：${actorName} ${time} 先改派给${data.to ?? '别人'}`,
  deem: ({ time }) => `已视为无意见：${time} 由系统记入`,
  cancel: ({ actorName, time }) => `已取消：${actorName} ${time} 结束了本环节`,
} as const satisfies Record<Exclude<TaskAction, 'claim'>, (told: Told) => string>;

/** One happening in words, or undefined for an event that moves no task. */
export function happeningWords({ action, at, actorName, data }: Happening, today: IsoDate): string | undefined {
  if (action === 'task.claim') return claimedSentence(actorName, at, today);
  const verb = action.replace(/^task\./, '');
  if (!isTold(verb)) return undefined;
  const date = shanghaiDateOf(at);
  const time = date === today ? shanghaiTimeOf(at) : `${dateWords(date, today)} ${shanghaiTimeOf(at)}`;
  return WORDS[verb]({ actorName, time, data });
}

function isTold(verb: string): verb is keyof typeof WORDS {
  return Object.hasOwn(WORDS, verb);
}

/** What last happened to these tasks, in words: the reason why a supervisor was not the first. */
export async function happenedTo(
  reader: Pick<CommandTx, 'query'>,
  taskIds: readonly string[],
  today: IsoDate,
): Promise<ReadonlyMap<string, string>> {
  if (taskIds.length === 0) return new Map();
  const latest = await reader.query(LATEST, [taskIds]);
  return new Map(
    latest.flatMap((happening) => {
      const words = happeningWords(happening, today);
      return words ? [[happening.taskId, words] as const] : [];
    }),
  );
}
