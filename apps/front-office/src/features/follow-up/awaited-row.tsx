import { useCommand } from '@onewindow/api-client';
import { type FollowUp, MATERIAL_MEDIA_TYPES } from '@onewindow/contracts';
import { Button, Chip, FileDrop, ListRow, TwoLines } from '@onewindow/ui';
import { Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { api } from '../../app/api.js';
import { MAX_FILE_BYTES } from './taken-media.js';
import { readFollowUpsAnew } from './follow-up.queries.js';

export type Arrival = { verdict: 'qualified'; defect?: never } | { verdict: 'faulty'; defect: string };

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
}

/** One paper that was asked for: what was wrong with it, its file, and the clerk's word now. */
export function AwaitedRow(props: AwaitedRowProps) {
  const { caseId, material, number, focused, arrival, faulting, onFocus, onFault, onArrival, onCancel } = props;
  const [refused, setRefused] = useState<string | null>(null);
  const upload = useCommand(
    (file: File, keyedBy) =>
      api.addMaterialFile(
        { params: { id: caseId, code: material.code }, query: {} },
        { ...keyedBy({ caseId, code: material.code, name: file.name, size: file.size, at: file.lastModified }), file, fileName: file.name },
      ),
    { onDone: readFollowUpsAnew },
  );
  const trouble = refused ?? upload.error?.message ?? null;
  return (
    <>
      <ListRow label={material.name} height={48} focused={focused} onOpen={onFocus}>
        <span className="fo-awaited-number">{number}</span>
        <TwoLines
          first={material.name}
          second={trouble ?? (arrival?.verdict === 'faulty' ? arrival.defect : material.reason)}
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
            disabled={upload.isPending}
            onFiles={([file], [reason]) => {
              setRefused(reason ?? null);
              if (file) upload.mutate(file);
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
        <FaultLine name={material.name} onRecord={(defect) => onArrival({ verdict: 'faulty', defect })} onCancel={onCancel} />
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

function FaultLine({ name, onRecord, onCancel }: { name: string; onRecord: (defect: string) => void; onCancel: () => void }) {
  const [defect, setDefect] = useState('');
  const record = (event: FormEvent) => {
    event.preventDefault();
    if (defect.trim() !== '') onRecord(defect.trim());
  };
  return (
    <form className="fo-awaited-fault" onSubmit={record} aria-label={`${name}有误的原因`}>
      <Input
        autoFocus
        size="small"
        maxLength={300}
        value={defect}
        aria-label="有误的原因"
        placeholder="写明哪里有误，怎样改"
        onChange={(event) => setDefect(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
        }}
      />
      <Button size="small" label="记有误" keys="Enter" printOnly submit disabled={defect.trim() === ''} onClick={() => undefined} />
      <Button size="small" label="不记" keys="Escape" printOnly onClick={onCancel} />
    </form>
  );
}
