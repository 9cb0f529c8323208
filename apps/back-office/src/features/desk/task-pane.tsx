import type { TaskDetail } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { Chip } from '@onewindow/ui';
import { memo, useMemo, useState } from 'react';
import { changeWords } from './change-words.js';
import { DecisionPreview, usePreviewed } from './decision/decision-preview.js';
import { materialDocuments, noticeDocuments } from './documents.js';
import { FormView } from './form-view.js';
import { filledCount } from './form-rows.js';
import { PapersView, PaperTools, usePapers } from './papers.js';
import { PrintNotice } from './papers/print-notice.js';
import { TaskHead } from './task-head.js';
import { useBackground } from './use-background.js';

type Tab = 'materials' | 'form' | 'notices';

export interface TaskPaneProps {
  task: TaskDetail;
  today: IsoDate;
  /** R10.2: clerk and approver on their own cases. */
  mayReveal: boolean;
  /** The reader is an officer of the case: what they saw is remembered, and compared with the next time. */
  marksSeen?: boolean;
}

/** The middle of the desk: head, clocks, route, and the case's papers. */
export const TaskPane = memo(function TaskPane({ task, today, mayReveal, marksSeen = false }: TaskPaneProps) {
  const [tab, setTab] = useState<Tab>('materials');
  const { wanted } = usePreviewed();
  const background = useBackground(task, marksSeen);
  const changes = background?.changes;
  const materials = usePapers(
    useMemo(() => materialDocuments(task.caseId, task.materials, changes ?? []), [task.caseId, task.materials, changes]),
  );
  const notices = usePapers(useMemo(() => noticeDocuments(task.case), [task.case]));
  const formChanges = changes?.filter(({ part }) => part !== 'material').length ?? 0;
  const tabs: { key: Tab; label: string; count: number; changed: number }[] = [
    {
      key: 'materials',
      label: '材料',
      count: materials.documents.filter(({ files }) => files.length > 0).length,
      changed: (changes?.length ?? 0) - formChanges,
    },
    { key: 'form', label: '表单', count: filledCount(task.form), changed: formChanges },
    { key: 'notices', label: '文书', count: notices.documents.length, changed: 0 },
  ];
  const printable = tab === 'notices' ? notices.shown?.noticeId : undefined;
  if (wanted) {
    return (
      <>
        <TaskHead task={task} today={today} />
        <DecisionPreview caseId={task.caseId} wanted={wanted} />
      </>
    );
  }
  return (
    <>
      <TaskHead task={task} today={today} />
      <nav className="bo-tabs" aria-label="办件内容">
        {tabs.map(({ key, label, count, changed }) => (
          <button
            key={key}
            type="button"
            className={key === tab ? 'bo-tab bo-tab-on' : 'bo-tab'}
            aria-current={key === tab ? 'true' : undefined}
            onClick={() => setTab(key)}
          >
            {label} <span>{count}</span>
            {changed > 0 ? <Chip tone="yellow">改 {changed}</Chip> : null}
          </button>
        ))}
        <span className="bo-tabs-end">
          {tab === 'materials' ? <PaperTools papers={materials} /> : null}
          {tab === 'notices' ? <PaperTools papers={notices} /> : null}
          {printable ? <PrintNotice key={printable} noticeId={printable} /> : null}
        </span>
      </nav>
      {background?.seen ? (
        <p className="bo-changed" role="status">
          {changeWords(background, today)}
          {tab === 'form' || formChanges === 0 ? null : (
            <button type="button" className="ow-link" onClick={() => setTab('form')}>
              看表单
            </button>
          )}
        </p>
      ) : null}
      {tab === 'materials' ? <PapersView papers={materials} label="材料" empty="这件没有材料。" /> : null}
      {tab === 'notices' ? <PapersView papers={notices} label="文书" empty="还没有文书。" /> : null}
      {tab === 'form' ? (
        <div className="bo-scroll">
          <FormView task={task} mayReveal={mayReveal} changes={changes ?? []} />
        </div>
      ) : null}
    </>
  );
});
