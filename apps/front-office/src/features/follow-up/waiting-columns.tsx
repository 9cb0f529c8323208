import type { IsoDate } from '@onewindow/domain';
import { Empty, MessageBar, Pane, SplitGrid, useKeys } from '@onewindow/ui';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { FollowUpDetail } from './follow-up-detail.js';
import type { TakenIn } from './taken-in.js';
import type { OpenRow } from './use-open-row.js';
import { caseIdOf } from './waiting-rows.js';

export interface WaitingColumnsProps {
  opened: OpenRow;
  today: IsoDate;
  /** The left column, over these rows. */
  list: ReactNode;
  /** The case was received elsewhere: its papers may be left here, and the receiving hall makes the calls. */
  isElsewhere?: boolean;
  /** Why nothing can be left here. */
  refused?: string | null;
  onOpen: (key: string) => void;
  onTaken: (outcome: TakenIn) => void;
  onReload: () => void;
}

/** The list at the left, and at the right what the chosen row waits for. */
export function WaitingColumns(props: WaitingColumnsProps) {
  const { opened, today, list, isElsewhere = false, refused = null, onOpen, onTaken, onReload } = props;
  const navigate = useNavigate();
  const { row } = opened;
  const move = (step: 1 | -1) => {
    const next = opened.beside(step);
    if (next) onOpen(next.key);
  };
  useKeys(
    {
      'J ArrowDown': { label: '下一件', run: () => move(1), repeat: true },
      'K ArrowUp': { label: '上一件', run: () => move(-1), repeat: true },
      Enter: { label: '看办件', run: () => row && void navigate(`/cases/${caseIdOf(row)}`) },
    },
    { title: '跟进' },
  );
  const columns = [
    { key: 'list', label: '跟进', width: [460, 620] as const, content: list },
    {
      key: 'detail',
      label: '补交',
      width: 'rest' as const,
      main: true,
      content:
        refused !== null ? (
          <Pane label="补交" inset>
            <MessageBar kind="conflict">{refused}</MessageBar>
          </Pane>
        ) : row ? (
          <FollowUpDetail
            key={row.key}
            row={row}
            today={today}
            isElsewhere={isElsewhere}
            gone={opened.stays}
            onWriting={opened.setWriting}
            onTaken={onTaken}
            onReload={onReload}
          />
        ) : (
          <Pane label="补交">
            <Empty>{opened.isGone ? '打开的这件不再等材料：刚收下，或同事先办了。按 J 或在左边选一件。' : '左边没有选中的件。'}</Empty>
          </Pane>
        ),
    },
  ];
  return <SplitGrid columns={columns} />;
}
