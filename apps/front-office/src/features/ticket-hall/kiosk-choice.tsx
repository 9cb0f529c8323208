import type { TicketKind, TicketSlip } from '@onewindow/contracts';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { takeTicket, TicketRefused } from './take-ticket.js';

export interface KioskChoiceProps {
  hall: string;
  kind: TicketKind;
  onTaken: (slip: TicketSlip) => void;
  onBack: () => void;
}

/** Who walks away leaves nothing behind: the screen goes back by itself, the number typed is forgotten. */
const AWAY_MS = 60_000;
const LENGTH = 18;
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'X', '0', '退格'] as const;

/** Which lane, and the card, if one likes: the counter then has the applicant ready. */
export function KioskChoice({ hall, kind, onTaken, onBack }: KioskChoiceProps) {
  const [number, setNumber] = useState('');
  const [words, setWords] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  // One wish is one request, however often it is sent.
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
  }, []);
  useEffect(() => {
    const timer = window.setTimeout(onBack, AWAY_MS);
    return () => window.clearTimeout(timer);
  }, [number, words, onBack]);

  function type(key: (typeof KEYS)[number]) {
    setWords(null);
    setNumber((old) => (key === '退格' ? old.slice(0, -1) : (old + key).slice(0, LENGTH)));
  }

  async function take(priority: boolean) {
    setBusy(true);
    setWords(null);
    try {
      onTaken(await takeTicket(hall, requestId, { kindId: kind.id, priority, identityNumber: number }));
    } catch (error) {
      setWords(error instanceof TicketRefused ? error.message : '没有取到号。再按一次，或到导办台取号。');
      setRequestId((old) => (error instanceof TicketRefused && error.message.startsWith('网络中断') ? old : crypto.randomUUID()));
      setBusy(false);
    }
  }

  return (
    <div className="tk-choice">
      <section className="tk-lanes" aria-label="取号">
        <h2>{kind.name}</h2>
        {kind.priority ? null : (
          <button type="button" className="tk-lane tk-lane-main" disabled={busy} onClick={() => void take(false)}>
            <strong>取号</strong>
            <span>按先后叫号</span>
          </button>
        )}
        <button type="button" className="tk-lane tk-lane-green" disabled={busy} onClick={() => void take(true)}>
          <strong>取绿色通道的号</strong>
          <span>老年人、残疾人、孕妇、军人，优先叫号</span>
        </button>
        <button type="button" className="tk-lane tk-back" disabled={busy} onClick={onBack}>
          <strong>返回</strong>
        </button>
        {/* Under the lanes: what is said moves nothing that a finger is about to touch. */}
        {words ? (
          <p className="tk-trouble" role="alert">
            {words}
          </p>
        ) : null}
      </section>
      <section className="tk-card" aria-label="身份证">
        <h2>刷身份证，窗口少填一遍</h2>
        <p>可以不刷。号码加密保存，只给叫号的窗口，当天删除，不印在号票上。</p>
        <label className="tk-number">
          <span>身份证号码</span>
          <input
            ref={field}
            value={number}
            inputMode="none"
            autoComplete="off"
            maxLength={LENGTH}
            onChange={(event) => {
              setWords(null);
              setNumber(event.target.value.toUpperCase().replace(/[^0-9X]/g, ''));
            }}
          />
        </label>
        <div className="tk-keys">
          {KEYS.map((key) => (
            <button key={key} type="button" onClick={() => type(key)}>
              {key}
            </button>
          ))}
        </div>
      </section>
    </div>
  );
}
