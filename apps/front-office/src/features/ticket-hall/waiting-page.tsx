import '@onewindow/ui/style.css';
import type { endpoints, ResponseOf } from '@onewindow/contracts';
import { isTicketCalled } from '@onewindow/domain';
import { useEffect, useState } from 'react';
import { titleOf } from './hall-state.js';
import { aheadWords, slipTime, timeWords } from './hall-words.js';
import './waiting.css';

type Waiting = ResponseOf<typeof endpoints.getTicket>;
type State = { state: 'reading' } | { state: 'ready'; ticket: Waiting } | { state: 'failed'; words: string };

const AGAIN_MS = 10_000;

/** 等候 on a phone, opened by the slip's QR code. No sign-in, nothing personal. */
export function WaitingPage({ token }: { token: string }) {
  const own = useWaiting(token);
  useEffect(() => {
    document.title = own.state === 'ready' ? `${own.ticket.number} 等候` : '等候';
  }, [own]);
  return (
    <div className="tw">
      <header>
        <h1>{own.state === 'ready' ? own.ticket.hallName : '等候'}</h1>
      </header>
      <main>
        {own.state === 'reading' ? <p role="status">正在查等候</p> : null}
        {own.state === 'failed' ? <p role="alert">{own.words}</p> : null}
        {own.state === 'ready' ? <Shown ticket={own.ticket} /> : null}
      </main>
      <footer>{own.state === 'ready' ? `本页不显示个人信息。更新于 ${timeWords(own.ticket.updatedAt)}` : '本页不显示个人信息。'}</footer>
    </div>
  );
}

function Shown({ ticket }: { ticket: Waiting }) {
  const isCalled = isTicketCalled(ticket.status);
  return (
    <>
      <p className="tw-number">{ticket.number}</p>
      <p className="tw-kind">{ticket.priority ? `${ticket.kindName}·绿色通道` : ticket.kindName}</p>
      <p className={isCalled ? 'tw-status tw-called' : 'tw-status'} role="status">
        {statusWords(ticket)}
      </p>
      <p className="tw-small">{`${slipTime(ticket.takenAt)} 取号，当日有效`}</p>
    </>
  );
}

/** What to do now, in one sentence. */
function statusWords(ticket: Waiting): string {
  const { status, counterNumber } = ticket;
  switch (status) {
    case 'waiting':
      return aheadWords(ticket);
    case 'passed':
      return counterNumber === null ? aheadWords(ticket) : `已转到 ${counterNumber} 号窗口，留意叫号`;
    case 'called':
      return `请到 ${counterNumber ?? ''} 号窗口`;
    case 'serving':
      return `正在 ${counterNumber ?? ''} 号窗口办理`;
    case 'skipped':
      return '已过号。到导办台或任一窗口重新排队';
    case 'finished':
      return '已办结';
    case 'lapsed':
      return '号已作废，当日有效。要办事，重新取号';
  }
}

function useWaiting(token: string): State {
  const [state, setState] = useState<State>({ state: 'reading' });
  useEffect(() => {
    const stop = new AbortController();
    const look = async (): Promise<void> => {
      const response = await fetch(`/api/tickets/${encodeURIComponent(token)}`, { signal: stop.signal });
      if (response.ok) setState({ state: 'ready', ticket: (await response.json()) as Waiting });
      // A mistyped code is refused by its shape, an unknown one is not found: to the person it is the same.
      else if (response.status === 404 || response.status === 400)
        setState({ state: 'failed', words: '没有找到这个号。核对号码，或重新取号。' });
      else setState({ state: 'failed', words: (await titleOf(response)) ?? '现在查不到，过一会儿再看。' });
    };
    const lookOrSay = () =>
      look().catch(() => {
        if (!stop.signal.aborted)
          setState((old) => (old.state === 'ready' ? old : { state: 'failed', words: '网络中断，没有查到。连上后再看。' }));
      });
    void lookOrSay();
    const timer = window.setInterval(() => void lookOrSay(), AGAIN_MS);
    return () => {
      stop.abort();
      window.clearInterval(timer);
    };
  }, [token]);
  return state;
}
