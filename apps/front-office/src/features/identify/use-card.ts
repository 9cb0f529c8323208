import { readScan, type IsoDate, type Scan } from '@onewindow/domain';
import { useLatest, useScanner } from '@onewindow/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../app/api.js';
import { type CardRead, CardReaderFailed, readerOfWorkstation } from './card-reader.js';
import type { NumberCheck } from './applicant-entry.js';

type PersonScan = Extract<Scan, { kind: 'identityNumber' | 'creditCode' }>;

/** What the reader or scanner last brought, in words for the clerk. */
export type CardWords = NumberCheck & { state: 'ok' | 'warn' | 'bad' };

export interface CardUse {
  today: IsoDate;
  /** A person's or company's number, with what else a reader knows of the card; what is done with it belongs to the screen. False: not wanted. */
  onPerson: (scan: PersonScan, card: CardRead | null) => boolean;
  /** F4 without a reader that answers: the cursor goes where the number is typed. */
  onType: () => void;
}

/**
 * Everything that is read at the counter, wherever the cursor is: numbers of persons go to the screen, a receipt or a case number opens the
 * case, number slips are left to the ticket strip. A burst never triggers a verb.
 */
export function useCard({ today, onPerson, onType }: CardUse) {
  const navigate = useNavigate();
  const [words, setWords] = useState<CardWords | null>(null);
  const [reading, setReading] = useState<AbortController | null>(null);
  const [reader] = useState(() => readerOfWorkstation(window.localStorage, window.location.search));
  const latest = useRef({ onPerson, onType });
  useEffect(() => {
    latest.current = { onPerson, onType };
  });
  useEffect(() => () => reading?.abort(), [reading]);

  // What is read later takes the place of a receipt whose answer is still on its way.
  const turns = useLatest();
  const openReceipt = useCallback(
    async (token: string) => {
      const isLatest = turns.watch();
      try {
        const { caseNo } = await api.getProgress({ params: { token } });
        if (isLatest()) void navigate(`/cases?no=${caseNo}`);
      } catch {
        if (isLatest()) setWords({ state: 'bad', reason: '回执上的二维码认不出。输入受理编号查询' });
      }
    },
    [navigate, turns],
  );

  const take = useCallback(
    (text: string, card: CardRead | null = null): boolean => {
      const scan = readScan(text, today);
      turns.begin();
      setWords(null);
      switch (scan.kind) {
        case 'ticket':
          return false;
        case 'receipt':
          void openReceipt(scan.token);
          return true;
        case 'caseNo':
          if (scan.check.state === 'ok') void navigate(`/cases?no=${scan.caseNo}`);
          else setWords({ state: 'bad', reason: scan.check.reason });
          return true;
        case 'identityNumber':
        case 'creditCode':
          if (!latest.current.onPerson(scan, card)) setWords({ state: 'bad', reason: '读到的证件不是本事项申请人的种类。换一张证件' });
          return true;
        case 'unknown':
          setWords({ state: 'bad', reason: `没有认出读到的内容：${scan.text.slice(0, 24)}` });
          return true;
      }
    },
    [navigate, openReceipt, today, turns],
  );
  useScanner((text) => take(text));

  /** F4: asks the reader, or shows where the number goes. */
  const read = useCallback(() => {
    latest.current.onType();
    if (reader.kind === 'wedge') return;
    const asked = new AbortController();
    setReading(asked);
    setWords(null);
    reader
      .read(asked.signal)
      .then((card) => {
        if (card && !asked.signal.aborted) take(card.number, card);
      })
      .catch((error: unknown) => {
        if (asked.signal.aborted) return;
        setWords({ state: 'bad', reason: error instanceof CardReaderFailed ? error.message : '读卡没有完成，直接输入证件号' });
      })
      .finally(() => setReading((now) => (now === asked ? null : now)));
  }, [reader, take]);

  return { words, read, isReading: reading !== null, say: setWords };
}
