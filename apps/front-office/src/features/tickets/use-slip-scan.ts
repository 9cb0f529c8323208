import { problemOf } from '@onewindow/api-client';
import { isTicketWaiting, readScan, shanghaiDateOf, TICKET_STATUS_LABELS } from '@onewindow/domain';
import { useLatest, useScanner } from '@onewindow/ui';
import { useState } from 'react';
import { api } from '../../app/api.js';

/** What a scanned slip says. */
export interface ScannedSlip {
  /** Null when the slip is unknown. */
  number: string | null;
  words: string;
}

/** Somebody comes with a slip and asks: scanned at the counter, it tells how it stands with the number. */
export function useSlipScan(): { slip: ScannedSlip | null; clear: () => void } {
  const [slip, setSlip] = useState<ScannedSlip | null>(null);
  const turns = useLatest();
  useScanner((text) => {
    const scan = readScan(text, shanghaiDateOf(new Date()));
    if (scan.kind !== 'ticket') return false;
    const isLatest = turns.begin();
    const say = (words: ScannedSlip) => {
      if (isLatest()) setSlip(words);
    };
    void api
      .getTicket({ params: { token: scan.token } })
      .then(({ number, kindName, status, counterNumber, ahead }) => {
        const place = counterNumber === null ? '' : `，${counterNumber} 号窗口`;
        const before = isTicketWaiting(status) ? `，前面 ${ahead} 人` : '';
        say({ number, words: `${number}（${kindName}）${TICKET_STATUS_LABELS[status]}${place}${before}。` });
      })
      .catch((error: unknown) => say({ number: null, words: problemOf(error).message }));
    return true;
  });
  const clear = () => {
    turns.begin();
    setSlip(null);
  };
  return { slip, clear };
}
