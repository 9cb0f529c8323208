import { type ProblemError, useCommand } from '@onewindow/api-client';
import { endpoints, pathOf } from '@onewindow/contracts';
import { Button, MessageBar, printOrOpen, useSettled } from '@onewindow/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../app/api.js';
import { problemWords } from '../../../app/problem-words.js';

const printsKey = (noticeId: string) => ['notice-prints', noticeId] as const;

/** Prints a notice: the original once, afterwards a copy that says 补打 and leaves a record. Mounted anew for every notice. */
export function PrintNotice({ noticeId }: { noticeId: string }) {
  const client = useQueryClient();
  const { data: prints } = useQuery({
    queryKey: printsKey(noticeId),
    queryFn: ({ signal }) => api.listNoticePrints({ params: { id: noticeId } }, { signal }),
  });
  const print = useCommand((id: string, keyedBy) => api.printNotice({ params: { id } }, keyedBy(id)), {
    onDone: ({ ordinal }, id) => {
      void client.invalidateQueries({ queryKey: printsKey(id) });
      void printOrOpen(pathOf(endpoints.getNoticePrint, { params: { id, ordinal } }));
    },
  });
  // The answer counts before the list is read anew. After the original the same keys record a copy, which a second quick press did not mean.
  const printed = Math.max(prints?.items.at(-1)?.ordinal ?? 0, print.data?.ordinal ?? 0);
  const settled = useSettled(prints ? printed : null);
  const problem: ProblemError | null = print.error;
  return (
    <>
      <Button
        size="small"
        label={printed > 0 ? `补打 第 ${printed} 次` : '打印'}
        keys="Ctrl+P"
        keyScope="pane"
        busy={print.isPending || !settled}
        onClick={() => print.mutate(noticeId)}
      />
      {problem ? <MessageBar kind="error">{problemWords(problem)}</MessageBar> : null}
    </>
  );
}
