import { useCommand } from '@onewindow/api-client';
import { endpoints, pathOf } from '@onewindow/contracts';
import { shanghaiDateOf } from '@onewindow/domain';
import { Button, formatMoment, useNow, useSettled } from '@onewindow/ui';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { printOrOpen } from '../../app/print-pdf.js';
import { queryClient } from '../../app/query-client.js';
import './notices.css';

const printsKey = (noticeId: string) => ['notice-prints', noticeId] as const;

/** How often a notice was printed. */
const printsQuery = (noticeId: string) =>
  queryOptions({
    queryKey: printsKey(noticeId),
    queryFn: ({ signal }) => api.listNoticePrints({ params: { id: noticeId } }, { signal }),
  });

/** 11-22 05:37 林晓雯打印过, or nothing. */
export function PrintedWords({ noticeId }: { noticeId: string }) {
  const today = shanghaiDateOf(useNow());
  const last = useQuery(printsQuery(noticeId)).data?.items.at(-1);
  return last ? (
    <span>{`${formatMoment(last.printedAt, today)} ${last.printedBy}${last.ordinal > 1 ? `补打第 ${last.ordinal - 1} 次` : '打印过'}`}</span>
  ) : null;
}

/**
 * Prints a notice: the original once, afterwards a copy that says 补打. Two presses in a row are one intention until the answer is there.
 * @param onRefused the server's sentence, or null when it went well
 */
export function PrintNoticeButton({
  noticeId,
  disabled,
  onRefused,
}: {
  noticeId: string;
  disabled: boolean;
  onRefused: (words: string | null) => void;
}) {
  const prints = useQuery({ ...printsQuery(noticeId), enabled: !disabled });
  const print = useCommand((id: string, keyedBy) => api.printNotice({ params: { id } }, keyedBy(id)), {
    onDone: ({ ordinal }, id) => {
      onRefused(null);
      void queryClient.invalidateQueries({ queryKey: printsKey(id) });
      void printOrOpen(pathOf(endpoints.getNoticePrint, { params: { id, ordinal } }));
    },
    onRefused: (problem) => onRefused(problem.message),
  });
  // The answer counts before the list is read anew. After the original the same keys record a copy, which a second quick press did not mean.
  const printed = Math.max(prints.data?.items.at(-1)?.ordinal ?? 0, print.variables === noticeId ? (print.data?.ordinal ?? 0) : 0);
  const settled = useSettled(printed);
  return (
    <Button
      size="small"
      label={printed > 0 ? `补打 第 ${printed} 次` : '打印'}
      keys="Ctrl+P"
      keyScope="pane"
      disabled={disabled}
      busy={print.isPending || !settled}
      onClick={() => print.mutate(noticeId)}
    />
  );
}
