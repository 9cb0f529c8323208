import { shanghaiToday } from '@onewindow/domain';
import { Empty, ErrorState, ExportButton, FilterChip, formatTime, SkeletonRows, useKeys, useNow } from '@onewindow/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useRowHeight } from '../../app/heights.js';
import { focusList, VirtualList } from '../../app/virtual-list.js';
import { moveCursor, SearchField } from '../desk/index.js';
import { staffPage, staffQuery } from './administration.queries.js';
import { PersonDock } from './person-dock.js';
import { PersonRow } from './person-row.js';
import { peopleColumns } from './person-state.js';

/** 人员: everybody with roles, department and hall; at the right the one whose password or account is changed. */
export function PeopleSection({ mayChange }: { mayChange: boolean }) {
  const [params, setParams] = useSearchParams();
  const q = (params.get('q') ?? '').slice(0, 40);
  const now = useNow();
  const rowHeight = useRowHeight('list');
  const list = useInfiniteQuery(staffQuery(q));
  const [cursor, setCursor] = useState<string | null>(null);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const person = rows.find(({ id }) => id === cursor) ?? rows[0];
  const search = (next: string) => setParams(next ? { q: next } : {});
  const move = (step: 1 | -1) => {
    setCursor(
      moveCursor(
        rows.map(({ id }) => id),
        person?.id ?? null,
        step,
      ),
    );
    focusList();
  };
  useKeys(
    { J: { label: '下一人', run: () => move(1), repeat: true }, K: { label: '上一人', run: () => move(-1), repeat: true } },
    { title: '人员' },
  );
  return (
    <div className="bo-admin-split">
      <section className="bo-admin-list" aria-label="人员">
        <div className="ow-pane-head bo-admin-head">
          <h2>人员</h2>
          {q ? <FilterChip label={`“${q}”`} onRemove={() => search('')} /> : null}
          <span className="ow-pane-head-right">
            <SearchField value={q} onSearch={search} placeholder="姓名、工号" />
            <ExportButton
              title="人员"
              unit="人"
              columns={peopleColumns(now)}
              page={(next) => staffPage(q, next)}
              disabled={rows.length === 0}
            />
          </span>
        </div>
        <div className="bo-person bo-admin-columns" aria-hidden="true">
          <span>工号</span>
          <span>姓名</span>
          <span>岗位</span>
          <span>部门</span>
          <span>大厅</span>
          <span>状态</span>
        </div>
        {list.error ? (
          <ErrorState onRetry={() => void list.refetch()}>没有取到人员，{formatTime(new Date(list.errorUpdatedAt))}。</ErrorState>
        ) : null}
        {list.isPending ? <SkeletonRows rows={12} rowHeight={rowHeight} blocks={3} label="人员" /> : null}
        {list.data && rows.length === 0 ? (
          <Empty {...(q ? { link: { label: '看全部', onOpen: () => search('') } } : {})}>
            {q ? `没有找到“${q}”。` : '还没有人员。由系统管理员从 xlsx 导入。'}
          </Empty>
        ) : null}
        <VirtualList
          items={rows}
          keyOf={({ id }) => id}
          rowHeight={rowHeight}
          label="人员"
          focusIndex={rows.findIndex(({ id }) => id === person?.id)}
          hasMore={list.hasNextPage}
          loading={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
          renderRow={(row) => <PersonRow row={row} now={now} focused={row.id === person?.id} onOpen={() => setCursor(row.id)} />}
        />
      </section>
      {person ? <PersonDock key={person.id} person={person} now={now} today={shanghaiToday(now)} mayChange={mayChange} /> : null}
    </div>
  );
}
