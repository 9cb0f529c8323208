import type { TaskRow } from '@onewindow/contracts';
import { claimedSentence, type IsoDate } from '@onewindow/domain';
import { announce, Mark } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { taskQuery } from './desk.queries.js';

export interface GoneWordsProps {
  row: TaskRow;
  staffId: string;
  today: IsoDate;
  /** Under the cursor or open: who has it now is asked for. */
  asks: boolean;
}

/** In place of the second line: who has taken the work that stood here (R5.4). */
export function GoneWords({ row, staffId, today, asks }: GoneWordsProps) {
  const { data: task } = useQuery({ ...taskQuery(row.id), enabled: asks });
  const words = goneWords(task ?? null, staffId, today);
  useEffect(() => {
    if (asks) announce(`${row.title}：${words}`);
  }, [asks, row.title, words]);
  return (
    <span className="bo-queue-gone">
      <Mark tone="yellow" /> {words}
    </span>
  );
}

/** Where the work is now, as far as it is known: one's own after all, a colleague's, or somewhere else. */
export function goneWords(task: Pick<TaskRow, 'holder' | 'claimedAt'> | null, staffId: string, today: IsoDate): string {
  if (!task?.holder) return '已不在这一栏';
  if (task.holder.id === staffId) return '已在“我的”';
  return task.claimedAt ? claimedSentence(task.holder.name, task.claimedAt, today) : `已在${task.holder.name}手上`;
}
