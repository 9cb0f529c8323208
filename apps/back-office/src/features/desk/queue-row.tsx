import type { TaskRow } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { Clock, formatCaseSerial, ListRow, Paused, Provisional, TwoLines } from '@onewindow/ui';
import { memo } from 'react';
import type { InboxTab } from './desk-filters.js';
import { GoneWords } from './gone-words.js';

export interface QueueRowProps {
  row: TaskRow;
  tab: InboxTab;
  today: IsoDate;
  focused: boolean;
  current: boolean;
  checked: boolean;
  /** The row keeps its place though its work has left this list: for whom it is told who has it. */
  goneFor?: string;
  onCheck: (id: string, withShift: boolean) => void;
  onOpen: (id: string) => void;
}

/** One piece of work in the queue with its three clocks. Drawn anew only when it is another: J and K move over hundreds of them. */
export const QueueRow = memo(function QueueRow({ row, tab, today, focused, current, checked, goneFor, onCheck, onOpen }: QueueRowProps) {
  const { statutory, promised, step } = row.clocks;
  const paused = row.paused !== null;
  const isGone = goneFor !== undefined;
  return (
    <ListRow
      label={`${row.title}，${row.itemName}`}
      focused={focused}
      current={current}
      checked={checked}
      onCheck={(_checked, withShift) => onCheck(row.id, withShift)}
      onOpen={() => onOpen(row.id)}
    >
      <TwoLines
        first={isGone ? <span className="ow-secondary">{row.title}</span> : row.title}
        second={
          isGone ? (
            <GoneWords row={row} staffId={goneFor} today={today} asks={focused || current} />
          ) : (
            <SecondLine row={row} tab={tab} today={today} />
          )
        }
        strong={current || focused}
      />
      {isGone ? null : (
        <span className="bo-queue-clocks">
          <Clock clock={statutory} paused={paused} width="narrow" />
          <Clock clock={promised} paused={paused} width="narrow" />
          <Clock clock={step} paused={paused} width="narrow" />
        </span>
      )}
    </ListRow>
  );
});

function SecondLine({ row, tab, today }: { row: TaskRow; tab: InboxTab; today: IsoDate }) {
  if (row.paused) return <Paused pause={row.paused} today={today} />;
  const provisional = [row.clocks.statutory, row.clocks.promised, row.clocks.step].find((clock) => clock?.provisional);
  if (provisional) {
    return (
      <>
        {`到期 ${provisional.due}`} <Provisional year={Number(provisional.due.slice(0, 4))} />
      </>
    );
  }
  const { first, subtype, then } = namedParts(row, tab);
  return (
    <span className="bo-queue-second">
      <span className="bo-queue-item">{first}</span>
      <span>{subtype}</span>
      {then.map((words) => (
        <span key={words}>
          <span className="bo-queue-dot">·</span>
          {words}
        </span>
      ))}
    </span>
  );
}

/** What must be read, and after it what is read where there is room: a step that is not a review names itself first. */
function namedParts(row: TaskRow, tab: InboxTab): { first: string; subtype: string; then: string[] } {
  const [, item = row.itemName, subtype = ''] = /^(.*?)(（[^（）]*）)?$/u.exec(row.itemName) ?? [];
  const holder = tab === 'mine' ? null : row.holder?.name;
  const last = holder ?? formatCaseSerial(row.caseNo).replace('…', '');
  if (row.kind === 'review') return { first: item, subtype, then: [last] };
  if (row.kind === 'consultation') return { first: item, subtype, then: [last, row.stepName] };
  return { first: `${row.stepName}·${item}`, subtype, then: [last] };
}
