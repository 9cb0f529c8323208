import '@onewindow/ui/style.css';
import type { TicketHall } from '@onewindow/contracts';
import { useEffect, useState } from 'react';
import { useHallState } from './hall-state.js';
import { headTime, wallWaitWords } from './hall-words.js';
import { useSpeaker } from './use-speaker.js';
import './display.css';

const EARLIER = 3;
const SECOND_MS = 1_000;

/** 叫号大屏: on the wall of a hall, live and spoken. Numbers and counters only. */
export function DisplayPage({ hall: code }: { hall: string }) {
  const own = useHallState(code);
  const hall = own.state === 'ready' ? own.hall : null;
  const { voice, said, start } = useSpeaker(hall?.calls ?? null);
  useEffect(() => {
    document.title = hall ? `${hall.hall.name}·叫号` : '叫号';
  }, [hall]);
  if (!hall) {
    return (
      <main className="td td-alone">
        <h1 className="ow-visually-hidden">叫号</h1>
        <p role="status">{own.state === 'failed' ? own.words : '正在读叫号'}</p>
      </main>
    );
  }
  const [newest, ...others] = hall.calls;
  return (
    <main className="td" data-voice={voice}>
      <header className="td-head">
        <h1>{hall.hall.name}</h1>
        {voice === 'blocked' ? (
          <button type="button" className="td-start" onClick={start}>
            开始播报
          </button>
        ) : null}
        <Now serverTime={hall.serverTime} />
      </header>
      <section className="td-calls" aria-label="叫号">
        {newest ? <Newest call={newest} /> : <p className="td-newest td-none">等候叫号</p>}
        <ol className="td-earlier">
          {others.slice(0, EARLIER).map((call) => (
            <li key={call.number} className="td-call">
              <strong className="td-number">{call.number}</strong>
              {call.priority ? <span className="td-green">绿色通道</span> : null}
              <span className="td-to">到</span>
              <span className="td-counter">
                <strong>{call.counterNumber}</strong> 号窗口
              </span>
            </li>
          ))}
        </ol>
      </section>
      <Queues hall={hall} />
      <footer className="td-foot">
        <span>过号请到导办台重新排队</span>
        <span>老年人、残疾人、孕妇、军人请取 P 号</span>
        <span className="td-open">
          {own.state === 'ready' && own.stale ? '网络中断，正在重连' : `${hall.counters.all} 个窗口开放 ${hall.counters.open} 个`}
        </span>
      </footer>
      <p className="ow-visually-hidden" role="status">
        {said}
      </p>
    </main>
  );
}

function Newest({ call }: { call: TicketHall['calls'][number] }) {
  return (
    <p className="td-newest">
      <strong className="td-number">{call.number}</strong>
      <span className="td-to">请到</span>
      <span className="td-counter">
        <strong>{call.counterNumber}</strong> 号窗口
      </span>
    </p>
  );
}

function Queues({ hall }: { hall: TicketHall }) {
  return (
    <section className="td-queues" aria-label="队列">
      <table>
        <thead>
          <tr>
            <th scope="col">队列</th>
            <th scope="col">等候</th>
            <th scope="col">约需</th>
          </tr>
        </thead>
        <tbody>
          {hall.queues.map((queue) => (
            <tr key={queue.letter}>
              <th scope="row">
                <b>{queue.letter}</b>
                {queue.name}
              </th>
              <td className="td-waiting">{queue.waiting}</td>
              <td className="td-minutes">{wallWaitWords(queue)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The server's time, so that a wrong clock behind the screen shows nobody a wrong hour. */
function Now({ serverTime }: { serverTime: string }) {
  const [now, setNow] = useState(() => Date.parse(serverTime));
  useEffect(() => {
    const offset = Date.parse(serverTime) - Date.now();
    const timer = window.setInterval(() => setNow(Date.now() + offset), SECOND_MS);
    return () => window.clearInterval(timer);
  }, [serverTime]);
  return <time className="td-now">{headTime(new Date(now))}</time>;
}
