import { useCommand } from '@onewindow/api-client';
import type { ReadyRow } from '@onewindow/contracts';
import { PAPER_MOVE_LABELS, type PaperMove, shanghaiDateOf } from '@onewindow/domain';
import { Button, formatMoment, MessageBar, useNow } from '@onewindow/ui';
import { api } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';
import './any-hall.css';

const isMove = (action: string): action is PaperMove => action in PAPER_MOVE_LABELS;

/** R6.2: which hall asked for the paper, and what this hall can do about it now. */
export function PaperMoves({ row }: { row: Pick<ReadyRow, 'caseId' | 'paper'> }) {
  const today = shanghaiDateOf(useNow());
  const move = useCommand(
    (input: PaperMove, keyedBy) =>
      api.movePaper(
        { params: { id: row.caseId }, body: { move: input } },
        keyedBy({ id: row.caseId, move: input, since: row.paper?.since }),
      ),
    { onDone: () => void queryClient.invalidateQueries({ queryKey: ['ready'] }) },
  );
  const { paper } = row;
  if (!paper) return null;
  const offers = paper.actions.flatMap(({ action, allowed }) => (allowed && isMove(action) ? [action] : []));
  if (offers.length === 0 && paper.state === 'here') return null;
  const since = paper.since === null ? '' : `${formatMoment(paper.since, today)} `;
  const words = { here: '', asked: `${since}${paper.to?.name ?? ''}请求送去`, onTheWay: `${since}送往${paper.to?.name ?? ''}` }[
    paper.state
  ];
  return (
    <span className="fo-paper" onClick={(event) => event.stopPropagation()}>
      {words === '' ? null : <span>{words}</span>}
      {offers.map((action) => (
        <Button
          key={action}
          size="small"
          label={action === 'send' ? `送出，到${paper.to?.name ?? ''}` : PAPER_MOVE_LABELS[action]}
          busy={move.isPending}
          onClick={() => move.mutate(action)}
        />
      ))}
      {move.error ? <MessageBar kind={move.error.status === 409 ? 'conflict' : 'error'}>{move.error.message}</MessageBar> : null}
    </span>
  );
}
