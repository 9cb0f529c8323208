import { useCommand } from '@onewindow/api-client';
import { type CorrectionPoint, MATERIAL_MEDIA_TYPES } from '@onewindow/contracts';
import { Button, Chip, FileDrop, ListRow, TwoLines } from '@onewindow/ui';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { useAwayReason } from '../../app/connection.js';
import { readFollowUpsAnew } from './follow-up.queries.js';
import type { ArrivingFiles } from './use-arriving-files.js';
import { MAX_FILE_BYTES } from './taken-media.js';

export interface CorrectionPaperProps {
  correctionId: string;
  point: CorrectionPoint;
  number: number;
  /** The clerk has it in hand. */
  here: boolean;
  onToggle: () => void;
  arriving: ArrivingFiles;
}

/** One paper that a reviewer wants anew: its file, and whether it is here. What was handed in before stays. */
export function CorrectionPaper({ correctionId, point, number, here, onToggle, arriving }: CorrectionPaperProps) {
  const [refused, setRefused] = useState<string | null>(null);
  const [files, setFiles] = useState<readonly string[]>([]);
  const upload = useCommand(
    (file: File, keyedBy) => {
      const params = { id: correctionId, code: point.key };
      const key = keyedBy({ ...params, name: file.name, size: file.size, at: file.lastModified });
      return api.addCorrectionFile({ params }, { ...key, file, fileName: file.name });
    },
    {
      onDone: ({ file, version }) => {
        arriving.end(version);
        setFiles((before) => [...before, file.name]);
        if (!here) onToggle();
        readFollowUpsAnew();
      },
      onRefused: () => arriving.end(),
    },
  );
  const away = useAwayReason();
  const trouble = refused ?? upload.error?.message ?? null;
  return (
    <ListRow label={point.name} height={48} onOpen={onToggle}>
      <span className="fo-awaited-number">{number}</span>
      <TwoLines
        first={point.name}
        second={trouble ?? away ?? (files.length > 0 ? `${point.reason}；新收 ${files.join('、')}` : point.reason)}
      />
      <span className="fo-awaited-tools" onClick={(event) => event.stopPropagation()}>
        {here ? <Chip tone="green">收到</Chip> : null}
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
        <Button size="small" label={here ? '撤回' : '收到'} keys={String(number)} printOnly onClick={onToggle} />
      </span>
    </ListRow>
  );
}
