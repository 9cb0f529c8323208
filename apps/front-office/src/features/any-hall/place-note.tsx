import { type ProblemError, problemOf } from '@onewindow/api-client';
import type { CaseDetail, JurisdictionView } from '@onewindow/contracts';
import { MessageBar } from '@onewindow/ui';
import { Select } from 'antd';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { ReasonNote } from '../../app/reason-note.js';
import { officeWords } from './office-words.js';
import './any-hall.css';

/** Where the list of what is missing jumps to. */
export const PLACE_ID = 'fo-place';

/** Writes to the case in its turn, with the version that the writing before left. */
export interface PlaceWriter {
  perform<T extends { version: number }>(send: (version: number) => Promise<T>): Promise<T>;
}

export interface PlaceNoteProps {
  caseId: string;
  jurisdiction: JurisdictionView;
  editable: boolean;
  writer: PlaceWriter;
  onWritten: (detail: CaseDetail) => void;
  /** The place is chosen: on to what is next. */
  onDone: () => void;
}

/** CrossHall: whose office decides, told before acceptance; where the address leaves it open, the counter chooses with a reason. */
export function PlaceNote({ caseId, jurisdiction, editable, writer, onWritten, onDone }: PlaceNoteProps) {
  const { place, problem, source, reason, choices } = jurisdiction;
  const [chosen, setChosen] = useState<string | null>(null);
  const [opened, setOpened] = useState(false);
  const [failure, setFailure] = useState<ProblemError | null>(null);

  async function send(regionCode: string | null, words?: string) {
    setFailure(null);
    const idempotencyKey = crypto.randomUUID();
    const body = (expectedVersion: number) => ({ expectedVersion, regionCode, ...(words === undefined ? {} : { reason: words }) });
    try {
      onWritten(await writer.perform((version) => api.choosePlace({ params: { id: caseId }, body: body(version) }, { idempotencyKey })));
      setOpened(false);
      setChosen(null);
    } catch (error) {
      setFailure(problemOf(error));
    }
  }
  const isChosen = source === 'chosen';
  const asks = editable && (problem !== null || opened);
  return (
    <>
      {problem === null && place !== null ? (
        <dl className="fo-facts fo-office">
          <div className="fo-fact">
            <dt>办理</dt>
            <dd>
              {officeWords(jurisdiction)}
              {isChosen ? <span className="ow-secondary">{`（窗口选定${place.name}：${reason ?? ''}）`}</span> : null}{' '}
              {editable && !opened ? (
                <button type="button" className="ow-link ow-small" onClick={() => setOpened(true)}>
                  改区划
                </button>
              ) : null}
              {editable && isChosen ? (
                <button type="button" className="ow-link ow-small" onClick={() => void send(null)}>
                  按地址
                </button>
              ) : null}
            </dd>
          </div>
        </dl>
      ) : null}
      {asks ? (
        <ReasonNote
          label="申请人所在区划"
          words={problem ?? '改选申请人所在的区划，写明依据'}
          reason={null}
          editable
          inputLabel="选定区划的依据"
          maxLength={200}
          waits={chosen === null}
          onReason={(words) => void send(chosen, words)}
          onDone={onDone}
        >
          <Select
            id={PLACE_ID}
            size="small"
            aria-label="申请人所在区划"
            placeholder="选街道"
            value={chosen}
            options={choices.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(code: string) => setChosen(code)}
          />
        </ReasonNote>
      ) : null}
      {failure ? <MessageBar kind={failure.status === 409 ? 'conflict' : 'error'}>{failure.message}</MessageBar> : null}
    </>
  );
}
