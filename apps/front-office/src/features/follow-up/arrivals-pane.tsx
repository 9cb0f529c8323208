import { useCommand } from '@onewindow/api-client';
import type { FollowUp } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { Button, forgetValue, formatDay, formatMoment, MessageBar, Pane, useKeptValue, useKeys, useSettled } from '@onewindow/ui';
import { useEffect, useState } from 'react';
import { api } from '../../app/api.js';
import { useAwayReason } from '../../app/connection.js';
import { aboutFault } from '../../app/written-about.js';
import { faultBody } from '../materials/index.js';
import { AwaitedRow, type Arrival } from './awaited-row.js';
import { outcomeOf, type TakenIn } from './taken-in.js';
import { useArrivingFiles } from './use-arriving-files.js';
import { readFollowUpsAnew } from './follow-up.queries.js';

type Arrivals = Readonly<Record<string, Arrival>>;
const NO_ARRIVALS: Arrivals = {};

export interface ArrivalsPaneProps {
  row: FollowUp;
  today: IsoDate;
  /** It waits no more: nothing can be taken in. */
  gone: boolean;
  onWriting: (isWriting: boolean) => void;
  onTaken: (outcome: TakenIn) => void;
  onReload: () => void;
}

/** What was asked for, each judged as it comes over the counter; one command takes them in and accepts when nothing is left (R2.5). */
export function ArrivalsPane({ row, today, gone, onWriting, onTaken, onReload }: ArrivalsPaneProps) {
  // Of this notice: what was judged for an earlier one is no verdict on what is brought now.
  const [arrivals, setArrivals] = useKeptValue(`${row.caseId}:arrivals:${row.servedAt ?? row.by}`, NO_ARRIVALS);
  // By its code: a paper that has come at another counter leaves the list, and the letters go on to mean the one they meant.
  const [atCode, setAt] = useState<string | null>(null);
  const arriving = useArrivingFiles(row.version);
  const [faulting, setFaulting] = useState<string | null>(null);
  // The second of two quick presses that recorded a fault must not take the papers in.
  const settled = useSettled(faulting);
  const away = useAwayReason();
  const material = row.materials.find(({ code }) => code === atCode) ?? (atCode === null ? row.materials[0] : undefined);
  const put = (code: string, arrival: Arrival | null) => {
    setFaulting(null);
    setArrivals(({ [code]: _before, ...rest }) => (arrival === null ? rest : { ...rest, [code]: arrival }));
  };
  /** The word is given: on to the next that has none. */
  const judge = (code: string, arrival: Arrival) => {
    put(code, arrival);
    const next = row.materials.find((one) => one.code !== code && arrivals[one.code] === undefined);
    setAt((next ?? { code }).code);
  };
  const taking = useCommand(
    (chosen: readonly (Arrival & { code: string })[], keyedBy) => {
      const body = {
        expectedVersion: arriving.version,
        arrivals: chosen.map(({ code, verdict, fault }) => ({ code, verdict, ...faultBody(fault) })),
      };
      return api.takeInCase({ params: { id: row.caseId }, body }, keyedBy({ id: row.caseId, body }));
    },
    {
      onDone: (detail) => {
        setArrivals(NO_ARRIVALS);
        setAt(null);
        readFollowUpsAnew();
        for (const { code } of row.materials) forgetValue(aboutFault(row.caseId, code));
        onTaken(outcomeOf(detail));
      },
    },
  );
  const chosen = row.materials.flatMap(({ code }) => (arrivals[code] ? [{ code, ...arrivals[code] }] : []));
  const isWriting = faulting !== null || chosen.length > 0;
  useEffect(() => onWriting(isWriting), [isWriting, onWriting]);
  // A file that was uploaded earlier is an arrival, too.
  const cannot =
    (gone ? '这件不再等材料' : away) ??
    arriving.hindrance ??
    (chosen.length === 0 && row.materials.every(({ problem }) => problem !== 'unchecked') ? '先记合格或有误' : null);
  const digits = Object.fromEntries(
    row.materials.slice(0, 9).map((one, index) => [String(index + 1), { label: one.name, run: () => setAt(one.code), hidden: true }]),
  );
  useKeys(
    {
      ...digits,
      Y: { label: '合格', run: () => material && judge(material.code, { verdict: 'qualified' }) },
      N: { label: '有误', run: () => material && setFaulting(material.code) },
      U: { label: '撤回结论', run: () => material && put(material.code, null) },
    },
    { title: '补正材料' },
  );
  return (
    <Pane
      size="fit"
      title="补正材料"
      words={`待交 ${row.materials.length}`}
      right={
        row.servedAt
          ? `${formatMoment(row.servedAt, today)} 告知，盼 ${formatDay(row.by, today)} 前补齐`
          : `盼 ${formatDay(row.by, today)} 前补齐`
      }
      foot={
        <>
          <Button
            label={chosen.length === 0 ? '接收补正材料' : `接收补正 ${chosen.length} 份`}
            kind="primary"
            // While a fault is being written the combination is its own.
            {...(faulting !== null ? {} : { keys: 'Ctrl+Enter' })}
            disabled={cannot !== null}
            busy={taking.isPending || !settled}
            onClick={() => taking.mutate(chosen)}
          />
          <span className={cannot === null ? 'ow-secondary' : 'ow-action-reason'}>{cannot ?? leftWords(row, chosen)}</span>
        </>
      }
    >
      {taking.error ? (
        <MessageBar
          kind={taking.error.status === 409 ? 'conflict' : 'error'}
          {...(taking.error.status === 409 ? { onAction: onReload } : {})}
        >
          {taking.error.message}
        </MessageBar>
      ) : null}
      <div role="list" aria-label="补正材料">
        {row.materials.map((one, index) => (
          <AwaitedRow
            key={one.code}
            caseId={row.caseId}
            material={one}
            number={index + 1}
            focused={one.code === material?.code}
            arrival={arrivals[one.code] ?? null}
            faulting={faulting === one.code}
            onFocus={() => setAt(one.code)}
            onFault={() => setFaulting(one.code)}
            onArrival={(arrival) => (arrival === null ? put(one.code, null) : judge(one.code, arrival))}
            onCancel={() => setFaulting(null)}
            arriving={arriving}
          />
        ))}
      </div>
    </Pane>
  );
}

/** What the command will do. */
function leftWords({ materials }: FollowUp, chosen: readonly Arrival[]): string {
  const left = materials.length - chosen.filter(({ verdict }) => verdict === 'qualified').length;
  return left === 0 ? '收齐即受理，受理日为最后一份到达之日' : `还差 ${left} 份，先出接收凭证`;
}
