import { isTicketCalled, isTicketServed } from '@onewindow/domain';
import { Button, MessageBar, useKeys } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useAwayReason } from '../../app/connection.js';
import { SkippedLine } from './skipped-line.js';
import { SlipMessage } from './slip-message.js';
import { TicketPanel } from './ticket-panel.js';
import { isCalling, waitingParts } from './ticket-words.js';
import { ticketDeskQuery } from './tickets.queries.js';
import { useSlipScan } from './use-slip-scan.js';
import { useTicketCommands } from './use-ticket-commands.js';
import { useTicketLink } from './use-ticket-link.js';
import './tickets.css';

export interface TicketStripProps {
  /** The case on the counter, until it is accepted; null on other pages. */
  caseId: string | null;
  /** The case is a draft that was not received yet: the next one is called on a second word alone. */
  unfinished: boolean;
  /** All that the strip's line says of the case. */
  children: ReactNode;
  right: ReactNode;
}

/**
 * The strip of the counter with the ticket at its left and the call at its right; beneath it, while somebody is being called, what can be
 * done. In a hall without a queue machine it is the line alone.
 */
export function TicketStrip({ caseId, unfinished, children, right }: TicketStripProps) {
  const { data: desk } = useQuery(ticketDeskQuery());
  const { callNext, act, requeue, busy, problem, nobody, clear } = useTicketCommands();
  const [open, setOpen] = useState<'ticket' | 'skipped' | null>(null);
  const [doubt, setDoubt] = useState(false);
  const [kept, setKept] = useState<string | null>(null);
  const scanned = useSlipScan();
  const away = useAwayReason();
  useTicketLink(desk, caseId);
  const ticket = desk?.current ?? null;
  const calls = desk !== undefined && isCalling(desk);
  const isAlone = (nobody || (ticket !== null && kept === ticket.id)) && !problem && desk?.waiting.all === 0;
  const showsTicket = desk !== undefined && ticket !== null && (isTicketCalled(ticket.status) || open === 'ticket' || isAlone);

  function call() {
    // Who is being served stays until somebody comes after them.
    if (ticket && isTicketServed(ticket.status) && desk?.waiting.all === 0) return setKept(ticket.id);
    setKept(null);
    if (unfinished && ticket && isTicketServed(ticket.status) && !doubt) return setDoubt(true);
    setDoubt(false);
    setOpen(null);
    callNext();
  }
  useKeys({ Escape: { label: '不叫了', run: () => setDoubt(false) } }, { title: '叫号', scope: 'panel', enabled: doubt });

  return (
    <>
      <div className="fo-strip">
        {ticket ? (
          <button
            type="button"
            className="fo-ticket"
            aria-expanded={showsTicket}
            aria-label={`${ticket.number}，在本窗口`}
            onClick={() => setOpen(open === 'ticket' ? null : 'ticket')}
          >
            {ticket.number}
          </button>
        ) : null}
        {children}
        {right || calls ? (
          <span className="fo-strip-right">
            {right}
            {calls ? (
              <>
                <button
                  type="button"
                  className="fo-ticket-waiting"
                  aria-expanded={open === 'skipped'}
                  onClick={() => setOpen(open === 'skipped' ? null : 'skipped')}
                >
                  {away === undefined ? <Waiting parts={waitingParts(desk.waiting)} /> : '连不上服务器，恢复后再叫'}
                </button>
                <Button label="呼叫下一位" keys="F2" busy={busy} disabled={away !== undefined} onClick={call} />
              </>
            ) : null}
          </span>
        ) : null}
      </div>
      {showsTicket ? <TicketPanel key={ticket.id} desk={desk} ticket={ticket} busy={busy} onAct={act} /> : null}
      {desk && open === 'skipped' ? (
        <SkippedLine
          skipped={desk.skipped}
          onRequeue={(id) => {
            setOpen(null);
            requeue(id);
          }}
        />
      ) : null}
      {doubt && ticket ? (
        <MessageBar kind="conflict" onAction={call} actionLabel={`办结 ${ticket.number}，叫下一位`} onClose={() => setDoubt(false)}>
          {`${ticket.number} 的件还没收下，草稿会留着。再按 F2 办结本号并叫下一位；不叫，收起本条。`}
        </MessageBar>
      ) : null}
      {scanned.slip ? <SlipMessage scanned={scanned} desk={desk} onRequeue={requeue} /> : null}
      {problem ? (
        <MessageBar kind="error" onClose={clear}>
          {problem.message}
        </MessageBar>
      ) : null}
      {isAlone ? (
        <MessageBar
          kind="done"
          onClose={() => {
            setKept(null);
            clear();
          }}
        >
          {ticket ? `没有人等候。${ticket.number} 还在本窗口，办完按 Alt+B 办结本号。` : '没有人等候。'}
        </MessageBar>
      ) : null}
    </>
  );
}

function Waiting({ parts }: { parts: { label: string; value: string }[] }) {
  if (parts.length === 0) return <>没有人等候</>;
  return parts.map(({ label, value }, at) => (
    <span key={label} className={label === '最久' ? 'fo-ticket-longest' : undefined}>
      {at > 0 ? '·' : ''}
      {label} <strong>{value}</strong>
    </span>
  ));
}
