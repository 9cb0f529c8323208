import type { Batch, BatchItem } from '@onewindow/contracts';
import { useDelayed } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { BatchDock } from './batch-dock.js';
import { CaseDock } from './case-dock.js';
import { ReassignDrawer, type ReassignStart, type ReassignVerb } from './reassign-drawer.js';
import { batchQuery } from './supervision.queries.js';

/** The cursor rests this long on a row before its case is read: J held down reads nothing. */
const REST_MS = 200;

export interface SupervisionDockProps {
  reassigning: ReassignStart | null;
  verb?: ReassignVerb;
  /** A case opened on purpose; in front of a result it can be closed again. */
  viewing: string | null;
  batchId: string | null;
  /** This month's conclusions, opened from an on-time rate. */
  conclusions: ReactNode;
  cursor: string | null;
  empty: ReactNode;
  onStarted: (batch: Batch) => void;
  /** A batch has come to its end: the numbers have changed. */
  onFinished: () => void;
  onCloseDrawer: () => void;
  onCloseBatch: () => void;
  onView: (taskId: string | null) => void;
  onAgain: (items: readonly BatchItem[], reason: string) => void;
  onSelect: (taskIds: readonly string[]) => void;
  onExport: (batch: Batch) => void;
}

/** The right column of 督查台: the drawer, a case, a result, or the case under the cursor. */
export function SupervisionDock(props: SupervisionDockProps) {
  const { reassigning, verb = '改派', viewing, batchId, cursor, empty } = props;
  useFinished(batchId, props.onFinished);
  if (reassigning) {
    return (
      <ReassignDrawer
        key={reassigning.taskIds.join()}
        start={reassigning}
        verb={verb}
        onStarted={props.onStarted}
        onClose={props.onCloseDrawer}
      />
    );
  }
  if (viewing) return <CaseDock key={viewing} taskId={viewing} onClose={() => props.onView(null)} />;
  if (batchId) {
    return (
      <BatchDock
        batchId={batchId}
        verb={verb}
        onClose={props.onCloseBatch}
        onOpenCase={props.onView}
        onAgain={props.onAgain}
        onSelect={props.onSelect}
        onExport={props.onExport}
      />
    );
  }
  if (props.conclusions) return props.conclusions;
  return cursor ? <Rested key={cursor} taskId={cursor} /> : empty;
}

function Rested({ taskId }: { taskId: string }) {
  const rested = useDelayed(true, REST_MS);
  return rested ? <CaseDock taskId={taskId} /> : null;
}

/** Tells once when a batch that was seen running has finished. */
function useFinished(batchId: string | null, onFinished: () => void): void {
  const { data } = useQuery({ ...batchQuery(batchId ?? ''), enabled: batchId !== null });
  const state = data?.state;
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (state !== 'finished' || batchId === null || told.current === batchId) return;
    told.current = batchId;
    onFinished();
  });
}
