import { useCommand } from '@onewindow/api-client';
import type { ItemSummary, OutageRangeView } from '@onewindow/contracts';
import { type IsoDate, readTypedTime, shanghaiDateOf, shanghaiTimeOf } from '@onewindow/domain';
import { Button, DayInput, Mark, MessageBar, Pane, useKeptValue, useNow } from '@onewindow/ui';
import { Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';
import { checkEntry, instantOf } from './outage-entry.js';

export interface OutageFormProps {
  ranges: readonly OutageRangeView[];
  /** Chosen in the list beside it. */
  item: (ItemSummary & { versionId: string }) | null;
  /** The case is opened: the next paper is of another item. */
  onEntered: () => void;
}

/** What was copied from the paper so far. */
interface Copied {
  outageNo: string;
  day: IsoDate | null;
  typedTime: string;
}
const NOTHING: Copied | null = null;

/** The paper's number and the true time, copied from the paper; then the case goes the counter's way. */
export function OutageForm({ ranges, item, onEntered }: OutageFormProps) {
  const now = useNow();
  const navigate = useNavigate();
  const today = shanghaiDateOf(now);
  const [blank] = useState<Copied>(() => ({ outageNo: '', day: today, typedTime: shanghaiTimeOf(now) }));
  const [copied, keep] = useKeptValue<Copied | null>('outage', NOTHING);
  const { outageNo, day, typedTime } = copied ?? blank;
  const copy = (patch: Partial<Copied>) => keep((before) => ({ ...(before ?? blank), ...patch }));
  const time = readTypedTime(typedTime);
  // What is on the paper is the time in the hall, wherever this machine thinks it is.
  const receivedAt = day === null || time === null ? null : instantOf(day, time);
  const check = checkEntry({ outageNo, receivedAt }, ranges, now);
  const entering = useCommand(
    (body: { itemVersionId: string; outageNo: string; receivedAt: string }, keyedBy) => api.openOutageDraft({ body }, keyedBy(body)),
    {
      onDone: (detail) => {
        keep(NOTHING);
        onEntered();
        void queryClient.invalidateQueries({ queryKey: ['drafts'] });
        void navigate(`/counter/${detail.id}`);
      },
    },
  );
  const missing =
    outageNo.trim() === ''
      ? '填纸质单号'
      : receivedAt === null
        ? '填真实收件时间'
        : item === null
          ? '在左边选事项'
          : (check.number ?? check.time);
  const enter = () => {
    if (item === null || receivedAt === null || missing !== null) return;
    entering.mutate({ itemVersionId: item.versionId, outageNo: outageNo.trim(), receivedAt: receivedAt.toISOString() });
  };
  return (
    <Pane
      title="停机补录"
      words="照纸质单抄录"
      inset
      foot={
        <>
          <Button label="开始补录" kind="primary" keys="Ctrl+Enter" disabled={missing !== null} busy={entering.isPending} onClick={enter} />
          {missing ? <span className="ow-action-reason">{missing}</span> : null}
        </>
      }
    >
      <div className="fo-outage">
        {entering.error ? (
          <MessageBar kind={entering.error.status === 409 ? 'conflict' : 'error'}>{entering.error.message}</MessageBar>
        ) : null}
        <label htmlFor="fo-outage-no">纸质单号</label>
        <div>
          <Input
            id="fo-outage-no"
            autoFocus
            value={outageNo}
            maxLength={20}
            placeholder="LJT-000123"
            autoComplete="off"
            data-ow-scan
            onChange={(event) => copy({ outageNo: event.target.value })}
          />
          <Trouble words={check.number} />
        </div>
        <label htmlFor="fo-outage-day">真实收件时间</label>
        <div>
          <div className="fo-outage-time">
            <DayInput id="fo-outage-day" value={day} max={today} onDay={(chosen) => copy({ day: chosen })} />
            <Input
              className="fo-outage-clock"
              aria-label="真实收件的钟点"
              value={typedTime}
              maxLength={8}
              placeholder="9:30"
              autoComplete="off"
              inputMode="numeric"
              status={time === null ? 'error' : ''}
              onChange={(event) => copy({ typedTime: event.target.value })}
              onBlur={() => {
                if (time !== null && time !== typedTime) copy({ typedTime: time });
              }}
            />
          </div>
          <Trouble words={typedTime !== '' && time === null ? `认不出“${typedTime}”，按 9:30 或 0930 填写` : null} />
          <Trouble words={check.time} />
        </div>
        <span>事项</span>
        <strong>{item?.name ?? '还没有选'}</strong>
        <p className="ow-secondary fo-outage-note">时限和五日告知从真实收件时间起算。一个单号只补录一次，回执和办件经过都写明停机补录。</p>
      </div>
    </Pane>
  );
}

function Trouble({ words }: { words: string | null }) {
  if (words === null) return null;
  return (
    <p className="fo-check fo-check-red">
      <Mark tone="red" />
      {words}
    </p>
  );
}
