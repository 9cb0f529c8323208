import { useCommand } from '@onewindow/api-client';
import { type FollowUp, MATERIAL_MEDIA_TYPES } from '@onewindow/contracts';
import { Button, Chip, FileDrop, ListRow, TwoLines } from '@onewindow/ui';
import { faultSentence, type MaterialFault } from '@onewindow/domain';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { useAwayReason } from '../../app/connection.js';
import { aboutFault } from '../../app/written-about.js';
import { FaultEditor, NO_FAULT } from '../materials/index.js';
import type { ArrivingFiles } from './use-arriving-files.js';
import { MAX_FILE_BYTES } from './taken-media.js';
import { readFollowUpsAnew } from './follow-up.queries.js';

export type Arrival = { verdict: 'qualified'; fault?: never } | { verdict: 'faulty'; fault: MaterialFault };

export interface AwaitedRowProps {
  caseId: string;
  material: FollowUp['materials'][number];
  number: number;
  focused: boolean;
  arrival: Arrival | null;
  faulting: boolean;
  onFocus: () => void;
  onFault: () => void;
  onArrival: (arrival: Arrival | null) => void;
  onCancel: () => void;
  arriving: ArrivingFiles;
}

/** One paper that was asked for: what was wrong with it, its file, and the clerk's word now. */
export function AwaitedRow(props: AwaitedRowProps) {
  const { caseId, material, number, focused, arrival, faulting, onFocus, onFault, onArrival, onCancel, arriving } = props;
  const [refused, setRefused] = useState<string | null>(null);
  const upload = useCommand(
    (file: File, keyedBy) =>
      api.addMaterialFile(
        { params: { id: caseId, code: material.code }, query: {} },
        { ...keyedBy({ caseId, code: material.code, name: file.name, size: file.size, at: file.lastModified }), file, fileName: file.name },
      ),
    {
      onDone: ({ version }) => {
        arriving.end(version);
        readFollowUpsAnew();
      },
      onRefused: () => arriving.end(),
    },
  );
  const away = useAwayReason();
  const trouble = refused ?? upload.error?.message ?? null;
  return (
    <>
      <ListRow label={material.name} height={48} focused={focused} onOpen={onFocus}>
        <span className="fo-awaited-number">{number}</span>
        <TwoLines
          first={material.name}
          second={trouble ?? away ?? (arrival?.verdict === 'faulty' ? faultSentence(arrival.fault) : material.reason)}
          strong={focused}
        />
        <span className="fo-awaited-tools" onClick={(event) => event.stopPropagation()}>
          {arrival === null ? <StandingTag problem={material.problem} /> : <ArrivalTag arrival={arrival} />}
          <FileDrop
            label={upload.isPending ? '正在传' : '选文件'}
            size="small"
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
          <Button
            size="small"
            label="合格"
            {...(focused ? { keys: 'Y', printOnly: true } : {})}
            onClick={() => onArrival({ verdict: 'qualified' })}
          />
          <Button size="small" label="有误" {...(focused ? { keys: 'N', printOnly: true } : {})} onClick={onFault} />
        </span>
      </ListRow>
      {faulting ? (
        <div className="fo-awaited-fault">
          <FaultEditor
            about={aboutFault(caseId, material.code)}
            materialName={material.name}
            points={material.reviewPoints}
            initial={arrival?.fault ?? NO_FAULT}
            onRecord={(fault) => onArrival({ verdict: 'faulty', fault })}
            onCancel={onCancel}
          />
        </div>
      ) : null}
    </>
  );
}

function StandingTag({ problem }: { problem: FollowUp['materials'][number]['problem'] }) {
  if (problem === 'unchecked') return <Chip tone="yellow">已到，待核</Chip>;
  return problem === 'missing' ? (
    <Chip tone="red" shape="ring" markTone="neutral">
      未交
    </Chip>
  ) : (
    <Chip tone="red">有误</Chip>
  );
}

function ArrivalTag({ arrival }: { arrival: Arrival }) {
  return arrival.verdict === 'qualified' ? <Chip tone="green">合格</Chip> : <Chip tone="red">仍有误</Chip>;
}
