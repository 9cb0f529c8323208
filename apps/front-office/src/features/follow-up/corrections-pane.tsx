import { useCommand } from '@onewindow/api-client';
import type { AwaitedCorrection } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { Button, formatDay, formatMoment, MessageBar, Pane, useKeptValue, useKeys } from '@onewindow/ui';
import { useEffect } from 'react';
import { api } from '../../app/api.js';
import { useAwayReason } from '../../app/connection.js';
import { CorrectionField } from './correction-field.js';
import { CorrectionPaper } from './correction-paper.js';
import { readFollowUpsAnew } from './follow-up.queries.js';
import type { TakenIn } from './taken-in.js';
import { useArrivingFiles } from './use-arriving-files.js';

export interface CorrectionsPaneProps {
  row: AwaitedCorrection;
  today: IsoDate;
  /** It waits no more: nothing can be taken in. */
  gone: boolean;
  onWriting: (isWriting: boolean) => void;
  onTaken: (outcome: TakenIn) => void;
  onReload: () => void;
}

type Value = string | number | boolean;
type Values = Readonly<Record<string, Value>>;
const NO_PAPERS: readonly string[] = [];
const NO_VALUES: Values = {};

/** What a reviewer asked for (R3.3): papers ticked as they come, fields written anew; one command takes them in and tells the reviewer. */
export function CorrectionsPane({ row, today, gone, onWriting, onTaken, onReload }: CorrectionsPaneProps) {
  const [ticked, setTicked] = useKeptValue(`${row.id}:papers`, NO_PAPERS);
  const [values, setValues] = useKeptValue(`${row.id}:fields`, NO_VALUES);
  const arriving = useArrivingFiles(row.version);
  const open = row.points.filter(({ brought }) => brought === null);
  const asked = open.filter(({ kind }) => kind === 'material');
  const toggle = (key: string) => setTicked((before) => (before.includes(key) ? before.filter((one) => one !== key) : [...before, key]));
  const taking = useCommand(
    (body: { materials: string[]; fields: Record<string, Value> }, keyedBy) => {
      const whole = { ...body, expectedVersion: arriving.version };
      return api.takeInCorrections({ params: { id: row.id }, body: whole }, keyedBy({ id: row.id, ...whole }));
    },
    {
      onDone: ({ left }) => {
        setTicked(NO_PAPERS);
        setValues(NO_VALUES);
        readFollowUpsAnew();
        onTaken({
          caseId: row.caseId,
          words: left === 0 ? `${row.title} 审查补正收齐，已告知审查人员。` : `${row.title} 已收，还差 ${left} 项。`,
        });
      },
    },
  );
  // What is open still: a colleague may have taken in the rest.
  const isOpen = (key: string) => open.some((point) => point.key === key);
  const papers = ticked.filter(isOpen);
  const fields = Object.entries(values).filter(([key, value]) => value !== '' && isOpen(key));
  const count = papers.length + fields.length;
  useEffect(() => onWriting(count > 0), [count, onWriting]);
  const digits = Object.fromEntries(
    asked.slice(0, 9).map((one, index) => [String(index + 1), { label: `${one.name}收到`, run: () => toggle(one.key), hidden: true }]),
  );
  useKeys(digits, { title: '审查补正' });
  const line = useAwayReason();
  const away = (gone ? '这件不再等材料' : line) ?? arriving.hindrance;
  const isConflict = taking.error?.status === 409;
  return (
    <Pane
      size="fit"
      title="审查补正"
      words={`待补 ${open.length}`}
      right={`${row.department.shortName} ${row.askedBy.name} ${formatMoment(row.askedAt, today)} 要求，${formatDay(row.dueOn, today)} 前，${row.stopsClock ? '停止计时' : '时限照常计算'}`}
      foot={
        <>
          <Button
            label={count === 0 ? '收补正' : `收补正 ${count} 项`}
            kind="primary"
            keys="Ctrl+Enter"
            disabled={count === 0 || away !== undefined}
            busy={taking.isPending}
            onClick={() => taking.mutate({ materials: papers, fields: Object.fromEntries(fields) })}
          />
          <span className="ow-secondary">{away ?? (count === 0 ? '先记收到的材料，或填改正的值' : leftWords(open.length - count))}</span>
        </>
      }
    >
      {taking.error ? (
        <MessageBar kind={isConflict ? 'conflict' : 'error'} {...(isConflict ? { onAction: onReload } : {})}>
          {taking.error.message}
        </MessageBar>
      ) : null}
      <div role="list" aria-label="审查补正">
        {asked.map((point, index) => (
          <CorrectionPaper
            key={point.key}
            correctionId={row.id}
            point={point}
            number={index + 1}
            here={papers.includes(point.key)}
            onToggle={() => toggle(point.key)}
            arriving={arriving}
          />
        ))}
        {open.flatMap((point) => {
          const field = row.fields.find(({ key }) => point.kind === 'field' && key === point.key);
          if (!field) return [];
          const value = values[field.key] ?? '';
          return [
            <CorrectionField
              key={field.key}
              field={field}
              point={point}
              value={value}
              onChange={(next) => setValues((before) => ({ ...before, [field.key]: next }))}
            />,
          ];
        })}
      </div>
    </Pane>
  );
}

/** What the command will do. */
function leftWords(left: number): string {
  return left === 0 ? '收齐，审查人员马上收到消息' : `还差 ${left} 项，先收这些`;
}
