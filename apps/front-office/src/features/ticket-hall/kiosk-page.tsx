import '@onewindow/ui/style.css';
import type { TicketKind, TicketSlip } from '@onewindow/contracts';
import { useCallback, useEffect, useState } from 'react';
import { useHallState } from './hall-state.js';
import { headTime, kioskWaitWords } from './hall-words.js';
import { KioskChoice } from './kiosk-choice.js';
import { KioskSlip } from './kiosk-slip.js';
import './kiosk.css';
import './kiosk-slip.css';

const SECOND_MS = 1_000;

/** 取号: at a device in the hall, by touch, large. Business, lane, slip. */
export function KioskPage({ hall: code }: { hall: string }) {
  const own = useHallState(code);
  const [kindId, setKindId] = useState<string | null>(null);
  const [slip, setSlip] = useState<TicketSlip | null>(null);
  const hall = own.state === 'ready' ? own.hall : null;
  const kind = hall?.kinds.find(({ id }) => id === kindId) ?? null;
  const home = useCallback(() => {
    setKindId(null);
    setSlip(null);
  }, []);
  useEffect(() => {
    document.title = '取号';
  }, []);
  return (
    <div className="tk">
      <header className="tk-head">
        <h1>{hall ? `${hall.hall.name}·取号` : '取号'}</h1>
        <Now />
      </header>
      <main className="tk-main">
        {!hall ? <p role="status">{own.state === 'failed' ? own.words : '正在读业务'}</p> : null}
        {hall && own.state === 'ready' && own.stale ? (
          <p className="tk-trouble" role="alert">
            网络中断，暂时不能取号。到导办台取号。
          </p>
        ) : null}
        {slip ? <KioskSlip slip={slip} onDone={home} /> : null}
        {!slip && kind ? <KioskChoice hall={code} kind={kind} onTaken={setSlip} onBack={home} /> : null}
        {!slip && !kind && hall ? <Kinds kinds={hall.kinds} onChoose={setKindId} /> : null}
      </main>
      <footer className="tk-foot">老年人、残疾人、孕妇、军人可取绿色通道的号。不会用，到导办台，工作人员代取。</footer>
    </div>
  );
}

interface KindsProps {
  kinds: readonly TicketKind[];
  onChoose: (id: string) => void;
}

function Kinds({ kinds, onChoose }: KindsProps) {
  if (kinds.length === 0) return <p>本大厅不用取号，直接到窗口办理。</p>;
  return (
    <>
      <h2>办什么事</h2>
      <div className="tk-kinds">
        {kinds.map((kind) => (
          <button key={kind.id} type="button" className="tk-kind" disabled={!kind.open} onClick={() => onChoose(kind.id)}>
            <span className="tk-kind-name">
              <strong>{kind.name}</strong>
              {kind.priority ? <em>绿色通道</em> : null}
            </span>
            <span>{kind.open ? kioskWaitWords(kind) : `现在不取号：${kind.closedReason ?? ''}`}</span>
          </button>
        ))}
      </div>
    </>
  );
}

function Now() {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(new Date()), SECOND_MS);
    return () => window.clearInterval(timer);
  }, []);
  return <time>{headTime(now)}</time>;
}
