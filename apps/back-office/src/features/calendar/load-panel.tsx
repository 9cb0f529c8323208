import type { CalendarYearView } from '@onewindow/contracts';
import { SegmentedButtons, Pane } from '@onewindow/ui';
import { useState } from 'react';
import { NoticeLoader } from './notice-loader.js';
import { WorkbookLoader } from './workbook-loader.js';

export interface LoadPanelProps {
  view: CalendarYearView;
  onDone: (words: string) => void;
}

type Way = 'notice' | 'workbook';
const WAYS: readonly { value: Way; label: string }[] = [
  { value: 'notice', label: '粘贴通知' },
  { value: 'workbook', label: '用表格' },
];

/** 装入一年: from the notice as it was published, or from a workbook with every day. */
export function LoadPanel({ view, onDone }: LoadPanelProps) {
  const [way, setWay] = useState<Way>('notice');
  const refusal = view.actions.find(({ action }) => action === 'loadYear')?.reason;
  const head = `装入 ${view.year} 年`;
  if (refusal !== undefined) {
    return (
      <Pane title={head} inset>
        <p className="bo-calendar-none">{refusal}</p>
      </Pane>
    );
  }
  const ways = <SegmentedButtons<Way> label="怎么装入" options={WAYS} value={way} onChange={setWay} block />;
  return way === 'notice' ? (
    <NoticeLoader key={view.year} view={view} head={head} ways={ways} onDone={onDone} />
  ) : (
    <WorkbookLoader key={view.year} view={view} head={head} ways={ways} onDone={onDone} />
  );
}
