import type { TicketSlip } from '@onewindow/contracts';
import { useEffect } from 'react';
import { aheadWords, slipTime } from './hall-words.js';

/** Long enough to read it and to take the paper; then the next person finds the first page. */
const SHOWN_MS = 15_000;
/** Cells of quiet around a QR code. */
const QUIET = 2;

/** The slip, on the screen and on paper: number, how many wait, QR code. Nothing of the person. */
export function KioskSlip({ slip, onDone }: { slip: TicketSlip; onDone: () => void }) {
  useEffect(() => {
    window.print();
    const timer = window.setTimeout(onDone, SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [slip, onDone]);
  const { size, path } = slip.qr;
  return (
    <div className="tk-slip-page">
      <article className="tk-slip" aria-label="号票">
        <p className="tk-slip-hall">{slip.hallName}</p>
        <p className="tk-slip-number">{slip.number}</p>
        <p className="tk-slip-kind">{slip.priority ? `${slip.kindName}·绿色通道` : slip.kindName}</p>
        <p className="tk-slip-ahead">{aheadWords(slip)}</p>
        <svg
          className="tk-slip-qr"
          viewBox={`${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`}
          role="img"
          aria-label="扫码看等候"
        >
          <path d={path} />
        </svg>
        <p className="tk-slip-small">手机扫码看还要等几位</p>
        <p className="tk-slip-small">{`${slipTime(slip.takenAt)} 取号，当日有效`}</p>
        <p className="tk-slip-small">过号到导办台重新排队</p>
      </article>
      <button type="button" className="tk-lane tk-lane-main tk-done" onClick={onDone}>
        <strong>完成</strong>
      </button>
    </div>
  );
}
