import type { ReassignPreview } from '@onewindow/contracts';
import { Empty, formatCaseSerial, LoadBar, LoadBarHead, SkeletonRows } from '@onewindow/ui';
import { useState } from 'react';

const average = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(1));

export interface ReassignPreviewViewProps {
  /** What is done with the cases: 改派, 分派, 移交. */
  verb: string;
  preview: ReassignPreview | undefined;
  waiting: boolean;
}

/** Loads before and after, officer by officer; below, what can't be moved and who takes no part, with the reasons. */
export function ReassignPreviewView({ verb, preview, waiting }: ReassignPreviewViewProps) {
  if (waiting) return <SkeletonRows rows={8} rowHeight={25} blocks={3} label="预览" />;
  if (!preview) return null;
  const officers = preview.departments.flatMap((one) => one.officers);
  const most = Math.max(1, ...officers.map(({ before, after }) => Math.max(before, after)));
  return (
    <>
      <div className="bo-reassign-loads" role="group" aria-label="各人负荷的变化" tabIndex={0}>
        {preview.departments.length > 0 ? <LoadBarHead verb={verb} /> : <Empty>没有人可以接手。</Empty>}
        {preview.departments.map(({ department, moving, average: each, officers: people }) => (
          <section key={department.id} aria-label={department.shortName}>
            <div className="bo-reassign-department">
              <span>
                <strong>{department.shortName}</strong>{' '}
                <span className="ow-small ow-secondary">
                  {verb} {moving} 件
                </span>
              </span>
              <span className="ow-small ow-secondary">人均 {average(each)} 件</span>
            </div>
            {people.map(({ staff, before, after }) => (
              <LoadBar key={staff.id} verb={verb} name={staff.name} before={before} after={after} max={most} />
            ))}
          </section>
        ))}
      </div>
      <Left verb={verb} preview={preview} />
    </>
  );
}

function Left({ verb, preview }: { verb: string; preview: ReassignPreview }) {
  const [open, setOpen] = useState(false);
  const reasons = new Map<string, string[]>();
  for (const { staff, reason } of preview.notTaking) reasons.set(reason, [...(reasons.get(reason) ?? []), staff.name]);
  if (preview.excluded.length === 0 && reasons.size === 0) return null;
  return (
    <div className="bo-reassign-left">
      {preview.excluded.length > 0 ? (
        <>
          <p>
            <strong>
              不可{verb} {preview.excluded.length} 件
            </strong>{' '}
            <button type="button" className="ow-link" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? '收起' : '看原因'}
            </button>
          </p>
          {open ? (
            <ul>
              {preview.excluded.map(({ taskId, caseNo, title, reason }) => (
                <li key={taskId}>
                  {formatCaseSerial(caseNo)} {title}：<span className="bo-outcome-red">{reason}</span>
                </li>
              ))}
            </ul>
          ) : null}
        </>
      ) : null}
      {reasons.size > 0 ? (
        <>
          <p>
            <strong>不参与分配 {preview.notTaking.length} 人</strong>
          </p>
          <p className="ow-secondary">{[...reasons].map(([reason, names]) => `${reason}：${names.join('、')}`).join('；')}。</p>
        </>
      ) : null}
    </div>
  );
}
