import {
  announce,
  Button,
  Empty,
  ErrorState,
  ExportButton,
  focusHomeProps,
  KeyHints,
  ListRow,
  Pane,
  SegmentedButtons,
  SkeletonRows,
  TwoLines,
  useKeys,
} from '@onewindow/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type Dispatch, type SetStateAction, useEffect, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { NameWithNumber } from '../../app/name-with-number.js';
import { groupByApplicant, stepFrom, uncollectedGoOn, uncollectedLabel, uncollectedRows, waitingWords } from './ready-groups.js';
import { READY_COLUMNS } from './ready-sheet.js';
import { readyQuery, readySheetPage } from './ready.queries.js';
import { UncollectedSheet } from './uncollected-sheet.js';

export interface ReadyListProps {
  applicantId: string | null;
  onChoose: (applicantId: string) => void;
  /** The row at which the keys are; null while nobody moves in this list. */
  cursor: string | null;
  onCursor: Dispatch<SetStateAction<string | null>>;
}

type Shown = 'all' | 'uncollected';

/** Who has something waiting in this hall, longest first; 逾期未领 is what nobody fetched after the reminder (R6.3). */
export function ReadyList({ applicantId, onChoose, cursor, onCursor }: ReadyListProps) {
  const ready = useInfiniteQuery(readyQuery());
  const [params, setParams] = useSearchParams();
  const shown: Shown = params.get('list') === 'uncollected' ? 'uncollected' : 'all';
  const pages = ready.data?.pages;
  const items = useMemo(() => pages?.flatMap((page) => page.items), [pages]);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = ready;
  const goesOn = uncollectedGoOn(items ?? [], hasNextPage);
  // R6.3: whoever is listed is listed whole, on the screen and on paper.
  const fills = shown === 'uncollected' && goesOn && !isFetchNextPageError;
  useEffect(() => {
    if (fills && !isFetchingNextPage) void fetchNextPage();
  }, [fills, isFetchingNextPage, fetchNextPage]);
  const late = useMemo(() => uncollectedRows(items ?? []), [items]);
  const groups = useMemo(() => groupByApplicant(shown === 'all' ? (items ?? []) : late), [items, late, shown]);
  // Keys come faster than renderings: each step goes on from where the one before it came to.
  const move = (step: 1 | -1) => onCursor((now) => stepFrom(groups, now ?? applicantId, step));
  const at = groups.find((group) => group.applicantId === cursor);
  const words = at ? `${at.applicantName}，${at.words}` : null;
  useEffect(() => {
    if (words !== null) announce(words);
  }, [words]);
  useKeys(
    {
      J: { label: '下一位', run: () => move(1), repeat: true },
      K: { label: '上一位', run: () => move(-1), repeat: true },
      Enter: { label: '打开', run: () => (cursor === null ? false : onChoose(cursor)) },
    },
    { title: '待出件' },
  );
  const show = (next: Shown) => {
    const after = new URLSearchParams(params);
    if (next === 'all') after.delete('list');
    else after.set('list', next);
    setParams(after, { replace: true });
  };
  return (
    <Pane
      title="待出件"
      words={pages ? `本大厅可取 ${pages.at(-1)?.total ?? 0}` : undefined}
      right="等得最久在前"
      foot={
        <KeyHints
          hints={[
            [['J', 'K'], '上下'],
            [['Enter'], '打开'],
          ]}
        />
      }
      style={{ flex: '0 1 auto' }}
    >
      <span className="fo-ready-tabs">
        <SegmentedButtons<Shown>
          label="看哪些"
          options={[
            { value: 'all', label: '全部' },
            { value: 'uncollected', label: uncollectedLabel(late.length, goesOn) },
          ]}
          value={shown}
          onChange={show}
        />
        <span className="fo-ready-take">
          {shown === 'uncollected' && late.length > 0 ? (
            <Button label="打印清单" size="small" disabled={goesOn} busy={fills} onClick={() => window.print()} />
          ) : null}
          <ExportButton
            title={shown === 'all' ? '待出件' : '逾期未领'}
            columns={READY_COLUMNS}
            page={(cursor) => readySheetPage(cursor, (row) => shown === 'all' || row.uncollected !== null)}
            disabled={groups.length === 0}
          />
        </span>
      </span>
      {shown === 'uncollected' && late.length > 0 ? <UncollectedSheet rows={late} /> : null}
      {ready.isPending ? <SkeletonRows rows={5} blocks={0} label="待出件" /> : null}
      {ready.isError ? <ErrorState onRetry={() => void ready.refetch()}>{ready.error.message}</ErrorState> : null}
      {ready.isSuccess && groups.length === 0 ? (
        <Empty>{shown === 'all' ? '没有等着取的结果。' : '没有逾期未领的结果。可领满 10 个工作日提醒，提醒后还没领的列在这里。'}</Empty>
      ) : null}
      <div role="list" {...focusHomeProps}>
        {groups.map((group) => (
          <ListRow
            key={group.applicantId}
            label={group.applicantName}
            height={44}
            focused={group.applicantId === cursor}
            current={group.applicantId === applicantId && group.applicantId !== cursor}
            onOpen={() => onChoose(group.applicantId)}
          >
            <button type="button" className="fo-row-button" onClick={() => onChoose(group.applicantId)}>
              <TwoLines
                first={<NameWithNumber name={group.applicantName} identityMasked={group.identityMasked} short />}
                second={group.words}
                strong={group.applicantId === applicantId}
              />
            </button>
            <span className="ow-secondary ow-small fo-waiting">
              {group.paper === null ? null : <span>{group.paper}</span>}
              {waitingWords(group)}
            </span>
          </ListRow>
        ))}
      </div>
      {hasNextPage && (shown === 'all' || (goesOn && !fills)) ? (
        <div className="fo-more">
          <Button label="再取 200 件" busy={isFetchingNextPage} onClick={() => void fetchNextPage()} />
        </div>
      ) : null}
    </Pane>
  );
}
