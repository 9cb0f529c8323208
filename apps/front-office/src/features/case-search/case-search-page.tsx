import { shanghaiDateOf } from '@onewindow/domain';
import {
  Button,
  Empty,
  ErrorState,
  focusHomeProps,
  MessageBar,
  Pane,
  SkeletonRows,
  SplitGrid,
  useKeys,
  useNow,
  useScanner,
} from '@onewindow/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { CaseDetailPane } from './case-detail-pane.js';
import { CaseRow } from './case-row.js';
import { casePagesQuery } from './case-search.queries.js';
import { exportCases } from './export-cases.js';
import { SearchBar } from './search-bar.js';
import { countWords, NO_FILTERS, nothingWords, readFilters, readQuestion, writeFilters, type CaseFilters } from './search-question.js';
import { useLookUp } from './use-look-up.js';
import './case-search.css';

/** 办件查询: the list at the left, the whole story of one case at the right. */
export function CaseSearchPage() {
  const { caseId = null } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const today = shanghaiDateOf(useNow());
  const filters = useMemo(() => readFilters(params), [params]);
  const pages = useInfiniteQuery(casePagesQuery(filters));
  const [exporting, setExporting] = useState(false);
  const [exportFailed, setExportFailed] = useState(false);
  const open = useCallback(
    (id: string) =>
      void navigate({ pathname: `/cases/${id}`, search: writeFilters(readFilters(params)).toString() }, { replace: caseId !== null }),
    [caseId, navigate, params],
  );
  const { found, problem, busy, lookUp, drop, clear } = useLookUp(open);
  const choose = (id: string) => {
    drop();
    open(id);
  };

  const listed = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const rows = found?.rows ?? listed;
  const setFilters = (next: CaseFilters) => {
    clear();
    void navigate({ pathname: caseId ? `/cases/${caseId}` : '/cases', search: writeFilters(next).toString() }, { replace: true });
  };

  // A receipt scanned on another screen brings its number along, once.
  const scanned = params.get('no');
  useEffect(() => {
    const question = scanned === null ? null : readQuestion(scanned, today);
    if (question?.kind === 'caseNo') void lookUp(question);
  }, [scanned, today, lookUp]);
  useScanner((text) => {
    const question = readQuestion(text, today);
    if (question.kind !== 'caseNo' && question.kind !== 'identity') return false;
    void lookUp(question);
  });

  const at = rows.findIndex((row) => row.id === caseId);
  const move = (step: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, at + step))];
    if (row) choose(row.id);
  };
  useKeys(
    {
      'J ArrowDown': { label: '下一件', run: () => move(1), repeat: true },
      'K ArrowUp': { label: '上一件', run: () => move(-1), repeat: true },
    },
    { title: '办件查询' },
  );

  async function exportShown() {
    setExporting(true);
    setExportFailed(false);
    try {
      await exportCases(rows);
    } catch {
      setExportFailed(true);
    } finally {
      setExporting(false);
    }
  }

  return (
    <>
      <SearchBar
        key={filters.q}
        filters={filters}
        onFilters={setFilters}
        onLookUp={(question) => void lookUp(question)}
        today={today}
        exportLabel={`导出 ${rows.length} 件`}
        onExport={() => void exportShown()}
        canExport={rows.length > 0}
        exporting={exporting}
      />
      {problem ? (
        <MessageBar kind="error" onClose={clear}>
          {problem.message}
        </MessageBar>
      ) : null}
      {exportFailed ? (
        <MessageBar kind="error" onClose={() => setExportFailed(false)}>
          没有导出：文件没有生成。再按一次导出。
        </MessageBar>
      ) : null}
      <SplitGrid
        columns={[
          {
            key: 'list',
            label: '办件',
            width: [400, 500],
            content: (
              <Pane
                title={found ? found.words : '办件'}
                words={countWords(rows.length, found ? found.more : pages.hasNextPage, found !== null)}
                right={
                  found ? (
                    <button type="button" className="ow-link" onClick={clear}>
                      回到列表
                    </button>
                  ) : (
                    '新开的在前'
                  )
                }
              >
                {(pages.isPending && !found) || busy ? <SkeletonRows rows={9} rowHeight={50} label="办件" /> : null}
                {pages.isError && !found ? <ErrorState onRetry={() => void pages.refetch()}>{pages.error.message}</ErrorState> : null}
                {!busy && (found ?? pages.isSuccess) && rows.length === 0 ? (
                  <Empty link={{ label: '看全部办件', onOpen: () => setFilters(NO_FILTERS) }}>
                    {nothingWords(filters, found?.by ?? null)}
                  </Empty>
                ) : null}
                <div role="list" {...focusHomeProps}>
                  {rows.map((row) => (
                    <CaseRow key={row.id} row={row} today={today} current={row.id === caseId} onOpen={() => choose(row.id)} />
                  ))}
                </div>
                {!found && pages.hasNextPage ? (
                  <div className="fo-more">
                    <Button label="再取 50 件" busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()} />
                  </div>
                ) : null}
              </Pane>
            ),
          },
          {
            key: 'detail',
            label: '经过',
            width: 'rest',
            content: caseId ? (
              <CaseDetailPane key={caseId} caseId={caseId} />
            ) : (
              <Pane label="办件详情">
                <Empty>在左边选一件，或扫回执上的码。</Empty>
              </Pane>
            ),
          },
        ]}
      />
    </>
  );
}
