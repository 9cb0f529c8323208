import type { TaskDetail } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { useMemo, useState } from 'react';
import { materialDocuments, noticeDocuments } from './documents.js';
import { FormView } from './form-view.js';
import { filledCount } from './form-rows.js';
import { PapersView, PaperTools, usePapers } from './papers.js';
import { TaskHead } from './task-head.js';

type Tab = 'materials' | 'form' | 'notices';

export interface TaskPaneProps {
  task: TaskDetail;
  today: IsoDate;
  /** R10.2: clerk and approver on their own cases. */
  mayReveal: boolean;
}

/** The middle of the desk: head, clocks, route, and the case's papers. */
export function TaskPane({ task, today, mayReveal }: TaskPaneProps) {
  const [tab, setTab] = useState<Tab>('materials');
  const materials = usePapers(useMemo(() => materialDocuments(task.caseId, task.materials), [task.caseId, task.materials]));
  const notices = usePapers(useMemo(() => noticeDocuments(task.case), [task.case]));
  const tabs: { key: Tab; label: string; count: number }[] = [
    { key: 'materials', label: '材料', count: materials.documents.filter(({ files }) => files.length > 0).length },
    { key: 'form', label: '表单', count: filledCount(task.form) },
    { key: 'notices', label: '文书', count: notices.documents.length },
  ];
  return (
    <>
      <TaskHead task={task} today={today} />
      <nav className="bo-tabs" aria-label="办件内容">
        {tabs.map(({ key, label, count }) => (
          <button
            key={key}
            type="button"
            className={key === tab ? 'bo-tab bo-tab-on' : 'bo-tab'}
            aria-current={key === tab ? 'true' : undefined}
            onClick={() => setTab(key)}
          >
            {label} <span>{count}</span>
          </button>
        ))}
        <span className="bo-tabs-end">
          {tab === 'materials' ? <PaperTools papers={materials} /> : null}
          {tab === 'notices' ? <PaperTools papers={notices} /> : null}
        </span>
      </nav>
      {tab === 'materials' ? <PapersView papers={materials} label="材料" empty="这件没有材料。" /> : null}
      {tab === 'notices' ? <PapersView papers={notices} label="文书" empty="还没有文书。" /> : null}
      {tab === 'form' ? (
        <div className="bo-scroll">
          <FormView task={task} mayReveal={mayReveal} />
        </div>
      ) : null}
    </>
  );
}
