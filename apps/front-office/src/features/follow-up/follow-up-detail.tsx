import type { IsoDate } from '@onewindow/domain';
import { Button, Chip, formatCaseNo, Masked, MessageBar } from '@onewindow/ui';
import { useCallback, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../app/api.js';
import { ArrivalsPane } from './arrivals-pane.js';
import { CallsPane } from './calls-pane.js';
import { CorrectionsPane } from './corrections-pane.js';
import { DeferredPane } from './deferred-pane.js';
import type { TakenIn } from './taken-in.js';
import type { WaitingRow } from './waiting-rows.js';

type PhoneField = 'applicantPhone' | 'agentPhone';

/** R10.2: the number in the open, recorded by the server. */
const phoneOf = (caseId: string, field: PhoneField) => async () =>
  (await api.revealNumber({ params: { id: caseId }, body: { field } })).value;

export interface FollowUpDetailProps {
  row: WaitingRow;
  today: IsoDate;
  /** Received by another hall: that one makes the calls and sees the numbers (R10.2). */
  isElsewhere?: boolean;
  /** It waits no more: what is written here can't be sent as it stands. */
  gone: boolean;
  /** Is something being written about it? */
  onWriting: (isWriting: boolean) => void;
  onTaken: (outcome: TakenIn) => void;
  onReload: () => void;
}

/** Who is waited for, how to reach them, what they were to bring, and what was said. */
export function FollowUpDetail(props: FollowUpDetailProps) {
  const { row, today, isElsewhere = false, gone, onWriting, onTaken, onReload } = props;
  const navigate = useNavigate();
  const [isJudging, setJudging] = useState(false);
  const [isNoting, setNoting] = useState(false);
  const isWriting = isJudging || isNoting;
  useEffect(() => {
    onWriting(isWriting);
    return () => onWriting(false);
  }, [isWriting, onWriting]);
  const leave = useCallback(() => onWriting(false), [onWriting]);
  const pane = { today, gone, onWriting: setJudging, onTaken, onReload };
  const head = headOf(row);
  return (
    <>
      <div className="fo-head">
        <div className="fo-head-names">
          <h1>{head.applicantName}</h1>
          <KindChip kind={row.kind} />
          <span className="ow-number">{formatCaseNo(head.caseNo)}</span>
          <span className="ow-secondary">{head.itemName}</span>
        </div>
        <div className="fo-follow-reach">
          {head.phone === null ? (
            <span className="ow-secondary">没有留电话</span>
          ) : (
            <span>
              {head.phone.field === 'agentPhone' ? '代理人电话 ' : '电话 '}
              <Masked
                value={head.phone.masked}
                label="电话"
                {...(isElsewhere ? {} : { onReveal: phoneOf(head.caseId, head.phone.field) })}
              />
            </span>
          )}
          <Button size="small" label="看办件" keys="V" onClick={() => void navigate(`/cases/${head.caseId}`)} />
          {row.kind === 'supplement' ? (
            <Button size="small" label="到受理台" keys="C" onClick={() => void navigate(`/counter/${head.caseId}`)} />
          ) : null}
        </div>
      </div>
      {gone ? (
        <MessageBar kind="conflict" onAction={leave} actionLabel="收起">
          这件不再等材料：刚收下，或同事先办了。您记的没有送出，还留在下面，要用的先复制。
        </MessageBar>
      ) : null}
      {row.kind === 'supplement' ? <ArrivalsPane row={row.supplement} {...pane} /> : null}
      {row.kind === 'deferred' ? <DeferredPane row={row.deferred} {...pane} /> : null}
      {row.kind === 'correction' ? <CorrectionsPane row={row.correction} {...pane} /> : null}
      {isElsewhere ? null : <CallsPane caseId={head.caseId} today={today} onWriting={setNoting} />}
    </>
  );
}

function KindChip({ kind }: { kind: WaitingRow['kind'] }) {
  if (kind === 'supplement') return <Chip tone="neutral">等待补正</Chip>;
  return <Chip tone="yellow">{kind === 'deferred' ? '容缺待补' : '审查补正'}</Chip>;
}

interface Head {
  caseId: string;
  caseNo: string;
  itemName: string;
  applicantName: string;
  phone: { field: PhoneField; masked: string } | null;
}

function headOf(row: WaitingRow): Head {
  if (row.kind === 'supplement') return row.supplement;
  if (row.kind === 'correction') return row.correction;
  const { phoneMasked, ...rest } = row.deferred;
  return { ...rest, phone: phoneMasked === null ? null : { field: 'applicantPhone', masked: phoneMasked } };
}
