import type { DelegationView } from '@onewindow/contracts';
import {
  announce,
  Button,
  Chip,
  Empty,
  ErrorState,
  ExportButton,
  focusHomeProps,
  formatTime,
  KeyHints,
  ListRow,
  MessageBar,
  Pane,
  SkeletonRows,
  SplitGrid,
  TwoLines,
  useKeys,
} from '@onewindow/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { moveCursor, TASKS_KEY } from '../desk/index.js';
import { DelegationDetail } from './delegation-detail.js';
import { DelegationForm } from './delegation-form.js';
import { DELEGATION_KEY, type Delegations, delegationsQuery } from './delegation.queries.js';
import { DELEGATION_COLUMNS } from './delegation-sheet.js';
import { daysWords, STATE_WORDS } from './delegation-words.js';
import './delegation.css';

const SECTIONS = [
  { key: 'given', title: '我不在岗，别人代我', empty: '没有给出的授权。' },
  { key: 'received', title: '我代别人', empty: '没有人托您代办。' },
  { key: 'department', title: '本部门其他人', empty: '' },
] as const satisfies readonly { key: keyof Delegations; title: string; empty: string }[];
const TONES = { running: 'green', coming: 'neutral', over: 'neutral' } as const;

/** 代理授权: one's own, given and received; for a chief the department's too. */
export function DelegationPage() {
  const client = useQueryClient();
  const [params, setParams] = useSearchParams();
  const query = useQuery(delegationsQuery);
  const [done, setDone] = useState<string | null>(null);
  const { data } = query;
  const rows = data ? SECTIONS.flatMap(({ key }) => data[key]) : [];
  const making = params.get('new') !== null;
  const wanted = params.get('row');
  // What runs now is what one comes for.
  const at = rows.find(({ id }) => id === wanted) ?? rows.find(({ state }) => state === 'running') ?? rows[0];
  const show = (id: string | null) => setParams(id ? { row: id } : {}, { replace: true });
  const open = () => setParams({ new: '' });
  const move = (step: 1 | -1) => {
    const next = moveCursor(
      rows.map(({ id }) => id),
      at?.id ?? null,
      step,
    );
    show(next);
    const row = rows.find(({ id }) => id === next);
    if (row) announce(`${row.principal.name}，${row.delegate.name}代，${STATE_WORDS[row.state]}`);
  };
  useKeys(
    { J: { label: '下一条', run: () => move(1), repeat: true }, K: { label: '上一条', run: () => move(-1), repeat: true } },
    { title: '代理授权' },
  );
  function changed(words: string, { id }: DelegationView) {
    setDone(words);
    show(id);
    void client.invalidateQueries({ queryKey: DELEGATION_KEY });
    void client.invalidateQueries({ queryKey: TASKS_KEY });
  }
  const list = (
    <Pane
      title="代理授权"
      words={data ? `${rows.filter(({ state }) => state === 'running').length} 个代理中` : undefined}
      right={
        <>
          <KeyHints hints={[[['J', 'K'], '上下']]} />
          <ExportButton
            title="代理授权"
            unit="条"
            columns={DELEGATION_COLUMNS}
            page={() => Promise.resolve({ items: rows, nextCursor: null })}
            disabled={rows.length === 0}
          />
          <Button label="新的授权" keys="N" size="small" kind="primary" onClick={open} />
        </>
      }
    >
      {done ? (
        <MessageBar kind="done" onClose={() => setDone(null)}>
          {done}
        </MessageBar>
      ) : null}
      {query.isPending ? <SkeletonRows rows={6} rowHeight={50} blocks={1} label="代理授权" /> : null}
      {query.error && !data ? (
        <ErrorState onRetry={() => void query.refetch()}>没有取到代理授权，{formatTime(new Date(query.errorUpdatedAt))}。</ErrorState>
      ) : null}
      {data
        ? SECTIONS.map(({ key, title, empty }) => (
            <Section
              key={key}
              title={title}
              empty={empty}
              rows={data[key]}
              today={data.today}
              at={making ? null : (at?.id ?? null)}
              onOpen={show}
            />
          ))
        : null}
    </Pane>
  );
  const beside =
    making && data ? (
      <DelegationForm
        principals={data.principals}
        today={data.today}
        onMade={(made) =>
          changed(`已授权：${daysWords(made, data.today)} 由${made.delegate.name}代${made.principal.name}办件，两人都已通知。`, made)
        }
        onClose={() => show(at?.id ?? null)}
      />
    ) : at && data ? (
      <DelegationDetail
        key={at.id}
        delegation={at}
        today={data.today}
        onEnded={(ended) => changed(`已结束${ended.delegate.name}代${ended.principal.name}办件。`, ended)}
        onRefresh={() => void query.refetch()}
      />
    ) : (
      <Pane label="授权">
        <Empty link={{ label: '办一个授权', onOpen: open }}>外出前把手上的件交给同事代办。</Empty>
      </Pane>
    );
  return (
    <div className="bo-page">
      <SplitGrid
        columns={[
          { key: 'list', label: '代理授权', width: 'rest', main: true, content: list },
          { key: 'detail', label: '授权', width: [480, 620], content: beside },
        ]}
      />
    </div>
  );
}

interface SectionProps {
  title: string;
  empty: string;
  rows: readonly DelegationView[];
  today: string;
  at: string | null;
  onOpen: (id: string) => void;
}

function Section({ title, empty, rows, today, at, onOpen }: SectionProps) {
  if (rows.length === 0 && empty === '') return null;
  return (
    <section aria-label={title}>
      <h3 className="bo-delegation-head">
        {title} <span>{rows.length}</span>
      </h3>
      {rows.length === 0 ? <p className="bo-delegation-none ow-secondary">{empty}</p> : null}
      <div role="list" aria-label={title} {...focusHomeProps}>
        {rows.map((row) => (
          <ListRow
            key={row.id}
            label={`${row.principal.name}由${row.delegate.name}代`}
            height={46}
            focused={row.id === at}
            onOpen={() => onOpen(row.id)}
          >
            <TwoLines
              first={`${row.principal.name}，${row.delegate.name}代`}
              second={[row.reason, row.authority].filter(Boolean).join('·')}
              strong={row.id === at}
            />
            <span className="bo-delegation-right">
              <span className="ow-secondary">{daysWords(row, today)}</span>
              <Chip tone={TONES[row.state]}>{STATE_WORDS[row.state]}</Chip>
            </span>
          </ListRow>
        ))}
      </div>
    </section>
  );
}
