import type { ConsultationRow } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { Clock, ExportButton, FilterChip, formatMoment, KeyHints, ListRow, outcomeWords, Paused, TwoLines } from '@onewindow/ui';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useRowHeight } from '../../app/heights.js';
import { ListStates } from '../../app/list-states.js';
import { VirtualList } from '../../app/virtual-list.js';
import { SearchField, silenceWords } from '../desk/index.js';
import { TAB_LABELS, TABS, type ConsultationsFilter } from './consultations-filter.js';
import { consultationColumns, consultationsPage } from './consultations-sheet.js';
import { askedWords } from './asked-words.js';

const HINTS = [
  [['J', 'K'], '上下'],
  [['Enter'], '打开'],
] as const;
const ANSWER_HINT = [['Y', 'T', 'N'], '答复'] as const;
const EMPTY = {
  open: '没有部门等本部门答复。',
  answered: '本部门还没有答复过。',
  deemed: '没有因逾期视为无意见的。',
} as const;

export interface ConsultationsListProps {
  filter: ConsultationsFilter;
  onFilter: (filter: ConsultationsFilter) => void;
  /** How many are open, once it is known. */
  openCount: number | undefined;
  list: UseInfiniteQueryResult;
  rows: readonly ConsultationRow[];
  cursor: string | null;
  openId: string | undefined;
  /** The open one can be answered by whoever looks: a chief who does not review sees it only. */
  answers: boolean;
  today: IsoDate;
  onOpen: (id: string) => void;
  messages: ReactNode;
}

/** The left column of 征求意见: worst first, each with the day on which silence will count. */
export function ConsultationsList(props: ConsultationsListProps) {
  const { filter, onFilter, openCount, list, rows, cursor, openId, answers, today, onOpen, messages } = props;
  const rowHeight = useRowHeight('queue');
  const { tab, q } = filter;
  return (
    <>
      <nav className="bo-tabs bo-queue-tabs" aria-label="征求意见分栏">
        {TABS.map((one) => (
          <button
            key={one}
            type="button"
            className={one === tab ? 'bo-tab bo-tab-on' : 'bo-tab'}
            aria-current={one === tab ? 'true' : undefined}
            onClick={() => onFilter({ tab: one, q: '' })}
          >
            {TAB_LABELS[one]} {one === 'open' ? <span>{openCount ?? ''}</span> : null}
          </button>
        ))}
      </nav>
      <div className="bo-queue-filters" role="search">
        {q ? (
          <FilterChip label={`“${q}”`} onRemove={() => onFilter({ tab, q: '' })} />
        ) : (
          <span className="ow-secondary ow-small">{tab === 'open' ? '最急在前' : '最近在前'}</span>
        )}
        <SearchField value={q} onSearch={(next) => onFilter({ tab, q: next })} placeholder="编号、名称、事项" />
      </div>
      <div className="bo-queue-columns bo-consult-columns" aria-hidden="true">
        <span>办件，谁在问</span>
        <span>{tab === 'open' ? '答复期' : '答复'}</span>
      </div>
      <ListStates
        list={list}
        label="征求意见"
        rowHeight={rowHeight}
        rows={10}
        blocks={1}
        empty={rows.length > 0 ? null : q ? `没有找到“${q}”。` : EMPTY[tab]}
        link={q ? { label: '清除筛选', onOpen: () => onFilter({ tab, q: '' }) } : undefined}
      />
      <VirtualList
        items={rows}
        keyOf={({ id }) => id}
        rowHeight={rowHeight}
        label="征求意见"
        focusIndex={rows.findIndex(({ id }) => id === cursor)}
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
        renderRow={(row) => (
          <ListRow
            label={`${row.title}，${row.itemName}`}
            focused={row.id === cursor}
            current={row.id === openId}
            onOpen={() => onOpen(row.id)}
          >
            <TwoLines
              first={row.title}
              second={
                row.paused ? (
                  <Paused pause={row.paused} today={today} />
                ) : (
                  <span className="bo-queue-second">
                    <span className="bo-queue-item">{askedWords(row)}</span>
                  </span>
                )
              }
              strong={row.id === cursor || row.id === openId}
            />
            <RowEnd row={row} today={today} />
          </ListRow>
        )}
      />
      <div className="bo-bars">{messages}</div>
      <div className="bo-queue-foot">
        <KeyHints hints={answers ? [...HINTS, ANSWER_HINT] : HINTS} />
        <span className="bo-spacer" />
        <ExportButton
          title={`征求意见 ${TAB_LABELS[tab]}`}
          columns={consultationColumns(tab)}
          page={(cursor) => consultationsPage(filter, cursor)}
          disabled={rows.length === 0}
        />
      </div>
    </>
  );
}

function RowEnd({ row, today }: { row: ConsultationRow; today: IsoDate }) {
  if (row.doneAt !== null) {
    const words = outcomeWords({ kind: 'consultation', outcome: row.outcome });
    return (
      <span className="bo-consult-end">
        <span className={words ? `bo-consult-${words.tone}` : undefined}>{words?.words ?? ''}</span>
        <time dateTime={row.doneAt}>{formatMoment(row.doneAt, today)}</time>
      </span>
    );
  }
  return (
    <span className="bo-consult-end">
      <Clock clock={row.clocks.step} paused={row.paused !== null} width="narrow" />
      {row.paused ? null : <span className="ow-secondary ow-small">{silenceWords(row.silenceOn, row.clocks.step, today)}</span>}
    </span>
  );
}
