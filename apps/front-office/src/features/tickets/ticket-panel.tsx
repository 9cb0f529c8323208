import type { TicketDesk, TicketView } from '@onewindow/contracts';
import { ActionButton, Button, Chip, useKeys } from '@onewindow/ui';
import { useState } from 'react';
import { useAwayReason } from '../../app/connection.js';
import type { TicketTarget, TicketVerb } from './use-ticket-commands.js';
import { ticketWords } from './ticket-words.js';

export interface TicketPanelProps {
  desk: TicketDesk;
  ticket: TicketView;
  busy: boolean;
  onAct: (input: TicketVerb) => void;
}

const LABELS = { recall: '重呼', skip: '过号', finish: '办结本号' } as const;
const KEYS = { recall: 'Alt+R', skip: 'Alt+G', finish: 'Alt+B' } as const;

/** The ticket at the counter and what can be done with it, in a line of its own beneath the strip. */
export function TicketPanel({ desk, ticket, busy, onAct }: TicketPanelProps) {
  const [passing, setPassing] = useState(false);
  const away = useAwayReason();
  const actionOf = (name: string) => ticket.actions.find(({ action }) => action === name);
  const verb = (name: keyof typeof LABELS) => (
    <ActionButton
      action={actionOf(name)}
      label={LABELS[name]}
      keys={KEYS[name]}
      size="small"
      reasonAt="elsewhere"
      busy={busy}
      hindrance={away}
      onAct={() => onAct({ verb: name, id: ticket.id })}
    />
  );
  return (
    <div className="fo-ticket-line" role="group" aria-label={`${ticket.number} 叫号`}>
      {ticket.priority ? (
        <Chip tone="green" shape="none">
          绿色通道
        </Chip>
      ) : null}
      <span className="ow-secondary">{ticketWords(ticket)}</span>
      <span className="fo-ticket-actions">
        {verb('recall')}
        {verb('skip')}
        <ActionButton
          action={actionOf('pass')}
          label="转窗口"
          keys="Alt+Z"
          size="small"
          kind={passing ? 'chosen' : 'normal'}
          pressed={passing}
          reasonAt="elsewhere"
          hindrance={away}
          onAct={() => setPassing(!passing)}
        />
        {verb('finish')}
      </span>
      {passing ? (
        <Targets
          desk={desk}
          ticket={ticket}
          onClose={() => setPassing(false)}
          onPass={(target) => onAct({ verb: 'pass', id: ticket.id, target })}
        />
      ) : null}
    </div>
  );
}

interface TargetsProps {
  desk: TicketDesk;
  ticket: TicketView;
  onPass: (target: TicketTarget) => void;
  onClose: () => void;
}

/** Where to: a counter, which calls it next, or another business, where it keeps its place. */
function Targets({ desk, ticket, onPass, onClose }: TargetsProps) {
  useKeys({ Escape: { label: '不转了', run: onClose } }, { title: '转窗口', scope: 'panel' });
  return (
    <div className="fo-ticket-targets">
      <span className="ow-secondary">转到</span>
      {desk.counters.map((counter) => (
        <Button key={counter.id} size="small" label={`${counter.number} 号`} onClick={() => onPass({ counterId: counter.id })} />
      ))}
      <span className="ow-secondary">或转为</span>
      {desk.kinds
        .filter(({ id }) => id !== ticket.kindId)
        .map((kind) => (
          <Button key={kind.id} size="small" label={kind.name} onClick={() => onPass({ kindId: kind.id })} />
        ))}
    </div>
  );
}
