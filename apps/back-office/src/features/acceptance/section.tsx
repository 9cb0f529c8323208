import type { IsoDate } from '@onewindow/domain';
import {
  Button,
  ExportButton,
  focusHomeProps,
  ListRow,
  MessageBar,
  Pane,
  type SheetColumn,
  type SheetPage,
  SplitGrid,
  TwoLines,
  useKeptItem,
  useKeys,
  useSettled,
} from '@onewindow/ui';
import type { InfiniteData } from '@tanstack/react-query';
import { Fragment, useState, type ReactNode } from 'react';
import { BesideList } from '../../app/beside-list.js';
import { type ListLoad, ListStates } from '../../app/list-states.js';
import type { Unsent } from '../../app/unsent-words.js';
import { CaseStory } from './case-story.js';
import { FirstWords } from './first-words.js';
import './acceptance.css';

export interface SectionRow {
  readonly key: string;
  readonly first: string;
  readonly second: string;
  readonly right: ReactNode;
}

/** The list as xlsx. */
export interface SectionSheet<T> {
  columns: readonly SheetColumn<T>[];
  page: (cursor: string | null) => Promise<SheetPage<T>>;
}

export interface SectionProps<T> {
  title: string;
  order: string;
  /** What one row is: 办件, 申请. */
  noun: string;
  items: readonly T[];
  rowOf: (item: T) => SectionRow;
  /** Where the keys act, as the address has it; without it the first row. */
  row: string | null;
  onRow: (key: string) => void;
  query: SectionQuery;
  /** How many there are, also those that were not fetched yet. */
  total: number | undefined;
  sheet: SectionSheet<T>;
  empty: string;
  /**
   * Beside the list: the item that the keys are on, above the story of its case. `settled` is false while it has only just come up: when one is
   * dealt with or taken back, the next slides under the same button by itself.
   */
  detail: (item: T, onDone: (words: string) => void, unsent: Unsent, settled: boolean) => ReactNode;
  today: IsoDate;
}

interface SectionQuery extends ListLoad {
  /** Of lists that come by pages. */
  hasNextPage?: boolean;
  isFetchingNextPage?: boolean;
  fetchNextPage?: () => unknown;
}

/** What a list by pages has brought so far. */
export function itemsOf<T>(query: { data: InfiniteData<{ items: T[] }> | undefined }): T[] {
  return query.data?.pages.flatMap(({ items }) => items) ?? [];
}

/** A list and, beside it, the one row that is looked at, with what was last done in this section. */
export function Section<T extends { caseId: string }>(props: SectionProps<T>) {
  const { title, order, noun, items, rowOf, row: wanted, onRow: onAt, query, total, sheet, empty, detail, today } = props;
  const [done, setDone] = useState<string | null>(null);
  const rows = items.map((item) => ({ item, ...rowOf(item) }));
  const first = rows.find(({ key }) => key === wanted) ?? rows[0];
  const keyOf = (item: T) => rowOf(item).key;
  // Whoever opens another row has left this one.
  const isGone = (kept: T) => !rows.some(({ key }) => key === keyOf(kept)) && (wanted === null || wanted === keyOf(kept));
  const { item, stays, setWriting } = useKeptItem(first?.item ?? null, isGone);
  const shown = item === null ? null : { key: keyOf(item), item };
  const at = shown?.key ?? null;
  // Here and not in the detail, which is another one for another row.
  const settled = useSettled(at);
  const index = rows.findIndex(({ key }) => key === at);
  const move = (step: number) => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, index + step))];
    if (next) onAt(next.key);
  };
  useKeys(
    {
      'J ArrowDown': { label: '下一件', run: () => move(1), repeat: true },
      'K ArrowUp': { label: '上一件', run: () => move(-1), repeat: true },
    },
    { title },
  );
  const list = (
    <Pane
      title={title}
      words={total ? total : undefined}
      right={
        <>
          {order}
          <ExportButton title={title} columns={sheet.columns} page={sheet.page} disabled={rows.length === 0} />
        </>
      }
    >
      <ListStates list={query} label={title} rowHeight={50} rows={8} blocks={1} empty={rows.length > 0 ? null : empty} />
      <div role="list" {...focusHomeProps}>
        {rows.map((row) => (
          <ListRow key={row.key} label={row.first} height={50} focused={row.key === at} onOpen={() => onAt(row.key)}>
            <TwoLines first={row.first} second={row.second} strong={row.key === at} />
            <span className="bo-acceptance-right">{row.right}</span>
          </ListRow>
        ))}
      </div>
      {query.hasNextPage ? (
        <div className="bo-bars">
          <Button label="看更多" busy={query.isFetchingNextPage === true} onClick={() => void query.fetchNextPage?.()} />
        </div>
      ) : null}
    </Pane>
  );
  const onDone = (words: string) => {
    // What was done here takes nobody by surprise.
    setWriting(false);
    setDone(words);
  };
  const unsent: Unsent = {
    onWriting: setWriting,
    told: stays && shown ? <FirstWords caseId={shown.item.caseId} today={today} onSeen={() => setWriting(false)} /> : null,
  };
  const beside = (
    <>
      {done ? (
        <MessageBar kind="done" onClose={() => setDone(null)}>
          {done}
        </MessageBar>
      ) : null}
      {shown ? (
        <>
          <Fragment key={shown.key}>{detail(shown.item, onDone, unsent, settled)}</Fragment>
          <CaseStory caseId={shown.item.caseId} today={today} />
        </>
      ) : (
        <Pane label={noun}>
          <BesideList list={query} count={rows.length} noun={noun} />
        </Pane>
      )}
    </>
  );
  return (
    <SplitGrid
      columns={[
        { key: 'list', label: title, width: [620, 820], content: list },
        { key: 'detail', label: noun, width: 'rest', main: true, content: beside },
      ]}
    />
  );
}
