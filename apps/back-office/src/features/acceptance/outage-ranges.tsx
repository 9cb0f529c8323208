import { useCommand } from '@onewindow/api-client';
import type { OutageRangeView } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import {
  Button,
  DayInput,
  Empty,
  ErrorState,
  formatDay,
  formatTime,
  ListRow,
  MessageBar,
  Pane,
  SkeletonRows,
  SplitGrid,
  TwoLines,
} from '@onewindow/ui';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { ProblemBar } from '../../app/problem-bar.js';
import { OutageCases } from './outage-cases.js';
import './acceptance.css';

const rangesQuery = queryOptions({ queryKey: ['outage-ranges'], queryFn: ({ signal }) => api.listOutageRanges({}, { signal }) });

/** R10.5: pre-numbered paper for outages, by hall; handed out here, used up at the counters. */
export function OutageRanges({ today }: { today: IsoDate }) {
  const { data, isPending, error, errorUpdatedAt, refetch } = useQuery(rangesQuery);
  const [done, setDone] = useState<string | null>(null);
  const [opened, setOpened] = useState<OutageRangeView | null>(null);
  const items = data?.items ?? [];
  const list = (
    <Pane title="停机用纸质单" words={items.length > 0 ? `${items.length} 段` : undefined} right="按字头和号码">
      {isPending ? <SkeletonRows rows={6} rowHeight={50} blocks={1} label="号段" /> : null}
      {error ? <ErrorState onRetry={() => void refetch()}>没有取到号段，{formatTime(new Date(errorUpdatedAt))}。</ErrorState> : null}
      {data && items.length === 0 ? <Empty>还没有登记过号段。停机时窗口没有单号可用。</Empty> : null}
      <div role="list">
        {items.map((range) => (
          <ListRow key={range.id} label={range.firstNo} height={50}>
            <TwoLines
              first={`${range.firstNo} 至 ${range.lastNo}`}
              second={`${range.hall.name}·${formatDay(range.handedOutOn, today)} 领用`}
            />
            <span className="bo-acceptance-right">
              {range.opens && range.used > 0 ? (
                <button type="button" className="ow-link" onClick={() => setOpened(range)}>
                  {`已补录 ${range.used}`}
                </button>
              ) : (
                `已补录 ${range.used}`
              )}
              {`，共 ${range.last - range.first + 1}`}
            </span>
          </ListRow>
        ))}
      </div>
    </Pane>
  );
  return (
    <SplitGrid
      columns={[
        { key: 'list', label: '号段', width: [620, 820], content: list },
        {
          key: 'form',
          label: '登记',
          width: 'rest',
          main: true,
          content: opened ? (
            <OutageCases key={opened.id} range={opened} today={today} onClose={() => setOpened(null)} />
          ) : (
            <>
              {done ? (
                <MessageBar kind="done" onClose={() => setDone(null)}>
                  {done}
                </MessageBar>
              ) : null}
              <RangeForm halls={data?.halls ?? []} today={today} onDone={setDone} />
            </>
          ),
        },
      ]}
    />
  );
}

interface RangeFormProps {
  halls: readonly { id: string; name: string }[];
  today: IsoDate;
  onDone: (words: string) => void;
}

function RangeForm({ halls, today, onDone }: RangeFormProps) {
  const client = useQueryClient();
  const [hallId, setHallId] = useState<string | null>(null);
  const [prefix, setPrefix] = useState('');
  const [first, setFirst] = useState<number | null>(1);
  const [last, setLast] = useState<number | null>(200);
  const [handedOutOn, setHandedOutOn] = useState<IsoDate | null>(today);
  const register = useCommand(
    (body: { hallId: string; prefix: string; first: number; last: number; handedOutOn: string }, keyedBy) =>
      api.registerOutageRange({ body }, keyedBy(body)),
    {
      onDone: (range) => {
        onDone(`${range.hall.name}：${range.firstNo} 至 ${range.lastNo} 已登记。`);
        setFirst(range.last + 1);
        setLast(range.last + (range.last - range.first + 1));
        void client.invalidateQueries({ queryKey: rangesQuery.queryKey });
      },
    },
  );
  const missing =
    hallId === null
      ? '选大厅'
      : prefix === ''
        ? '填字头'
        : first === null || last === null
          ? '填起止号'
          : last < first
            ? '止号不能小于起号'
            : handedOutOn === null
              ? '填领用日期'
              : null;
  const send = () => {
    if (hallId !== null && first !== null && last !== null && handedOutOn !== null && missing === null)
      register.mutate({ hallId, prefix, first, last, handedOutOn });
  };
  return (
    <Pane
      title="登记领用"
      words="一个号只发一次"
      inset
      foot={
        <>
          <Button label="登记号段" kind="primary" keys="Ctrl+Enter" disabled={missing !== null} busy={register.isPending} onClick={send} />
          {missing ? <span className="ow-action-reason">{missing}</span> : null}
        </>
      }
    >
      <div className="bo-acceptance-form bo-range-form">
        {register.error ? (
          <ProblemBar
            problem={register.error}
            onRefresh={() => void client.invalidateQueries({ queryKey: rangesQuery.queryKey })}
            onRetry={send}
            onClose={register.reset}
          />
        ) : null}
        <label htmlFor="bo-range-hall">大厅</label>
        <Select
          id="bo-range-hall"
          placeholder="选大厅"
          value={hallId}
          options={halls.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setHallId}
        />
        <label htmlFor="bo-range-prefix">字头</label>
        <Input
          id="bo-range-prefix"
          maxLength={8}
          placeholder="LJT"
          value={prefix}
          onChange={(event) => setPrefix(event.target.value.toUpperCase().replace(/[^A-Z]/g, ''))}
        />
        <span className="bo-range-numbers">
          <label htmlFor="bo-range-first">起号</label>
          <label htmlFor="bo-range-last">止号</label>
          <InputNumber id="bo-range-first" min={1} max={999_999} precision={0} value={first} onChange={setFirst} />
          <InputNumber id="bo-range-last" min={1} max={999_999} precision={0} value={last} onChange={setLast} />
        </span>
        <label htmlFor="bo-range-day">领用日期</label>
        <DayInput id="bo-range-day" max={today} value={handedOutOn} onDay={setHandedOutOn} />
      </div>
    </Pane>
  );
}
