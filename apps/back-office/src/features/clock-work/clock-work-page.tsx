import type { ClockWorkRow } from '@onewindow/contracts';
import { dateWords, endsByItself, type IsoDate, isProcedureAwaited, shanghaiToday } from '@onewindow/domain';
import { formatCaseNo, KeyHints, Pane, SegmentedButtons, useKeys, useNow } from '@onewindow/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import type { Unsent } from '../../app/unsent-words.js';
import { itemsOf, Section } from '../acceptance/index.js';
import { type ClockWorkTab, clockWorkListQuery } from './clock-work.queries.js';
import { clockWorkColumns, clockWorkPage } from './clock-work-sheet.js';
import { ExtensionDecision } from './extension-decision.js';
import { ProcedureDecision } from './procedure-decision.js';
import { ProcedureEnd } from './procedure-end.js';
import { daysWords, phaseWords, ProcedureFacts } from './procedure-facts.js';
import './clock-work.css';

const TABS = ['waiting', 'running'] as const satisfies readonly ClockWorkTab[];

/** 暂停延期: what waits for the chief's word, and the pauses that run, the longest over its announced end first (R1.6, R3.2). */
export function ClockWorkPage() {
  const today = shanghaiToday(useNow());
  const [params, setParams] = useSearchParams();
  const tab = TABS.find((one) => one === params.get('tab')) ?? 'waiting';
  const query = useInfiniteQuery(clockWorkListQuery(tab));
  const counts = query.data?.pages[0]?.counts;
  const show = (next: ClockWorkTab, row: string | null = null) =>
    setParams(new URLSearchParams({ tab: next, ...(row === null ? {} : { row }) }), { replace: true });
  useKeys(
    { 'Alt+1': { label: '待批', run: () => show('waiting') }, 'Alt+2': { label: '进行中的暂停', run: () => show('running') } },
    { title: '暂停延期' },
  );
  const over = counts && counts.overrun > 0 ? `，超过告知 ${counts.overrun}` : '';
  const options = [
    { value: 'waiting' as const, label: counts ? `待批 ${counts.waiting}` : '待批' },
    { value: 'running' as const, label: counts ? `进行中的暂停 ${counts.running}${over}` : '进行中的暂停' },
  ];
  return (
    <div className="bo-page">
      <div className="bo-acceptance-strip">
        <h1 className="bo-acceptance-title">暂停延期</h1>
        <SegmentedButtons<ClockWorkTab> label="看什么" options={options} value={tab} onChange={(next) => show(next)} />
        <span className="bo-acceptance-keys">
          <KeyHints
            hints={[
              [['J', 'K'], '上下'],
              [['Alt+1', 'Alt+2'], '换栏'],
            ]}
          />
        </span>
      </div>
      <Section
        key={tab}
        title={tab === 'waiting' ? '待批' : '进行中的暂停'}
        order={tab === 'waiting' ? '先申请的在前' : '告知的时间早满的在前'}
        noun={tab === 'waiting' ? '申请' : '暂停'}
        items={itemsOf(query)}
        rowOf={(row) => ({ key: row.id, first: row.title, second: secondLine(row), right: <Right row={row} today={today} /> })}
        row={params.get('row')}
        onRow={(id) => show(tab, id)}
        query={query}
        total={counts?.[tab]}
        sheet={{ columns: clockWorkColumns(today), page: (cursor) => clockWorkPage(tab, cursor) }}
        empty={tab === 'waiting' ? '没有等批准的暂停和延期。' : '没有进行中的暂停。'}
        detail={(row, onDone, unsent, settled) => (
          <Detail row={row} tab={tab} today={today} unsent={unsent} settled={settled} onDone={onDone} />
        )}
        today={today}
      />
    </div>
  );
}

function secondLine({ itemName, procedure, extension }: ClockWorkRow): string {
  if (procedure) return `${itemName}·${procedure.label} ${daysWords(procedure)}`;
  return `${itemName}·延期 ${extension?.days ?? 0} 个工作日`;
}

function Right({ row: { procedure, extension, due }, today }: { row: ClockWorkRow; today: IsoDate }) {
  if (procedure && !isProcedureAwaited(procedure.phase)) {
    return <span className={procedure.phase === 'overrun' ? 'bo-clock-over' : undefined}>{phaseWords(procedure, today)}</span>;
  }
  const asked = procedure ?? extension;
  return (
    <>
      {asked?.requestedBy.name}
      {due === null ? '' : `，${dateWords(due, today)} 到期`}
    </>
  );
}

interface DetailProps {
  row: ClockWorkRow;
  tab: ClockWorkTab;
  today: IsoDate;
  unsent: Unsent;
  settled: boolean;
  onDone: (words: string) => void;
}

function Detail({ row, tab, today, ...answer }: DetailProps) {
  const { procedure, extension } = row;
  const link = row.taskId === null ? row.itemName : <Link to={`/desk/${row.taskId}`}>在待办里打开</Link>;
  return (
    <Pane size="fit" title={row.title} words={formatCaseNo(row.caseNo)} right={link} inset>
      <div className="bo-clock-detail">
        {procedure ? <ProcedureFacts procedure={procedure} caseId={row.caseId} today={today} /> : null}
        {procedure && tab === 'waiting' ? <ProcedureDecision procedure={procedure} {...answer} /> : null}
        {procedure && tab === 'running' && endsByItself(procedure.kind) ? (
          <p className="ow-secondary">{procedure.actions.find(({ action }) => action === 'end')?.reason}。</p>
        ) : null}
        {procedure && tab === 'running' && !endsByItself(procedure.kind) ? (
          <ProcedureEnd procedure={procedure} today={today} {...answer} />
        ) : null}
        {extension ? <ExtensionDecision extension={extension} today={today} {...answer} /> : null}
      </div>
    </Pane>
  );
}
