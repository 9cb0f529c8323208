import { useCommand } from '@onewindow/api-client';
import { type DeferredWaiting, MATERIAL_MEDIA_TYPES } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { Button, Clock, FileDrop, forgetValue, formatDay, MessageBar, Pane, useKeys, useSettled } from '@onewindow/ui';
import { useEffect, useState } from 'react';
import { api } from '../../app/api.js';
import { useAwayReason } from '../../app/connection.js';
import { aboutFault } from '../../app/written-about.js';
import { fileUrl } from '../../app/file-url.js';
import { FaultEditor, faultBody, NO_FAULT } from '../materials/index.js';
import type { Arrival } from './awaited-row.js';
import { MAX_FILE_BYTES } from './taken-media.js';
import type { TakenIn } from './taken-in.js';
import { useArrivingFiles } from './use-arriving-files.js';
import { readFollowUpsAnew } from './follow-up.queries.js';

export interface DeferredPaneProps {
  row: DeferredWaiting;
  today: IsoDate;
  /** It waits no more: nothing can be taken in. */
  gone: boolean;
  onWriting: (isWriting: boolean) => void;
  onTaken: (outcome: TakenIn) => void;
  onReload: () => void;
}

/** One promised material (R4.3): its file dates the arrival, the clerk's word settles the promise. */
export function DeferredPane({ row, today, gone, onWriting, onTaken, onReload }: DeferredPaneProps) {
  const [faulting, setFaulting] = useState(false);
  useEffect(() => onWriting(faulting), [faulting, onWriting]);
  // The second of two quick presses that recorded a fault must not call the paper good.
  const settled = useSettled(faulting ? 'fault' : 'verdict');
  const arriving = useArrivingFiles(row.version);
  const [refused, setRefused] = useState<string | null>(null);
  const params = { id: row.caseId, code: row.code };
  const upload = useCommand(
    (file: File, keyedBy) =>
      api.addDeferredFile(
        { params },
        { ...keyedBy({ ...params, name: file.name, size: file.size, at: file.lastModified }), file, fileName: file.name },
      ),
    {
      onDone: ({ version }) => {
        arriving.end(version);
        readFollowUpsAnew();
      },
      onRefused: () => arriving.end(),
    },
  );
  const taking = useCommand(
    ({ verdict, fault }: Arrival, keyedBy) => {
      // What the clerk saw, and no more: a colleague may have taken it in, or its file away, meanwhile.
      const body = { expectedVersion: arriving.version, verdict, ...faultBody(fault) };
      return api.takeInDeferred({ params, body }, keyedBy({ ...params, body }));
    },
    {
      onDone: ({ left }, { verdict }) => {
        setFaulting(false);
        readFollowUpsAnew();
        forgetValue(aboutFault(row.caseId, row.code));
        const words =
          verdict === 'faulty'
            ? `${row.materialName}仍有误，继续等。`
            : left === 0
              ? `${row.materialName}已补交，容缺材料收齐，可以出证。`
              : `${row.materialName}已补交，还差 ${left} 份容缺。`;
        onTaken({ caseId: row.caseId, words });
      },
    },
  );
  const removing = useCommand(
    (fileId: string, keyedBy) => api.removeDeferredFile({ params: { ...params, fileId } }, keyedBy({ ...params, fileId })),
    {
      onDone: ({ version }) => {
        arriving.end(version);
        readFollowUpsAnew();
      },
      onRefused: () => arriving.end(),
    },
  );
  const words = refused ?? removing.error?.message ?? upload.error?.message ?? taking.error?.message ?? null;
  const line = useAwayReason();
  const away = gone ? '这件不再等材料' : line;
  const cannot = away ?? arriving.hindrance;
  const isConflict = taking.error?.status === 409;
  useKeys({ N: { label: '有误', run: () => (away === undefined ? setFaulting(true) : undefined) } }, { title: '容缺材料' });
  return (
    <Pane
      size="fit"
      title="容缺材料"
      words={row.materialName}
      right={`${formatDay(row.promisedOn, today)} 承诺，${formatDay(row.dueOn, today)} 前补交`}
      inset
      foot={
        <>
          <Button
            label="补交合格"
            kind="primary"
            // While a fault is being written the combination is its own.
            {...(faulting ? {} : { keys: 'Ctrl+Enter' })}
            disabled={cannot !== undefined}
            busy={taking.isPending || !settled}
            onClick={() => taking.mutate({ verdict: 'qualified' })}
          />
          <Button label="有误" keys="N" printOnly disabled={away !== undefined} onClick={() => setFaulting(true)} />
          {cannot ? <span className="ow-secondary">{cannot}</span> : null}
        </>
      }
    >
      <div className="fo-deferred">
        {words ? (
          <MessageBar kind={isConflict ? 'conflict' : 'error'} {...(isConflict ? { onAction: onReload } : {})}>
            {words}
          </MessageBar>
        ) : null}
        <p>
          <Clock clock={row.clock} />{' '}
          {row.unkeptOn ? `${formatDay(row.unkeptOn, today)} 起记为没有兑现，督查员解除前不再容缺。` : '补交前不能出证。'}
        </p>
        <p>{row.arrivedOn === null ? '还没有收到文件。' : `${formatDay(row.arrivedOn, today)} 收到文件，等核对。`}</p>
        {row.files.map((file) => (
          <p key={file.id} className="fo-deferred-file">
            <a href={fileUrl(row.caseId, file.id)} target="_blank" rel="noreferrer">
              {file.name}
            </a>
            <Button
              size="small"
              label="删去"
              disabled={away !== undefined}
              busy={removing.isPending}
              onClick={() => {
                arriving.begin();
                removing.mutate(file.id);
              }}
            />
          </p>
        ))}
        <FileDrop
          label={upload.isPending ? '正在传' : '选文件'}
          accept={MATERIAL_MEDIA_TYPES}
          maxBytes={MAX_FILE_BYTES}
          multiple={false}
          disabled={upload.isPending || away !== undefined}
          onFiles={([file], [reason]) => {
            setRefused(reason ?? null);
            if (!file) return;
            arriving.begin();
            upload.mutate(file);
          }}
        />
        {faulting ? (
          <div className="fo-awaited-fault">
            <FaultEditor
              about={aboutFault(row.caseId, row.code)}
              materialName={row.materialName}
              points={row.reviewPoints}
              initial={NO_FAULT}
              hindrance={away}
              busy={taking.isPending}
              onRecord={(fault) => taking.mutate({ verdict: 'faulty', fault })}
              onCancel={() => setFaulting(false)}
            />
          </div>
        ) : null}
      </div>
    </Pane>
  );
}
