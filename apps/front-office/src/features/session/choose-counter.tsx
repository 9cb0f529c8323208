import { useCommand } from '@onewindow/api-client';
import { Button, Empty, ErrorState, focusHomeProps, ListRow, MessageBar, SkeletonRows, useKeys } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, SESSION_KEY } from '../../app/api.js';
import { counterWords } from '../../app/counter-words.js';
import { queryClient } from '../../app/query-client.js';
import { GatePage } from './gate-page.js';
import { useSession } from './session-context.js';
import { signInPageQuery } from './session.queries.js';
import { keepCounter } from './sign-in.js';
import { signOut } from './sign-out.js';

/** Which counter one sits at, for who signed in without saying; the counters of the own hall. */
export function ChooseCounter() {
  const { staff } = useSession();
  const page = useQuery(signInPageQuery());
  const [at, setAt] = useState(0);
  const choose = useCommand((counterId: string, keyedBy) => api.chooseCounter({ body: { counterId } }, keyedBy(counterId)), {
    onDone: (session, counterId) => {
      keepCounter(counterId);
      queryClient.setQueryData(SESSION_KEY, session);
    },
  });
  const counters = page.data?.counters.filter((c) => staff.hall === null || c.hallId === staff.hall.id) ?? [];
  const sit = () => {
    const counter = counters[at];
    if (counter) choose.mutate(counter.id);
  };
  useKeys(
    {
      ArrowDown: { label: '下一个窗口', run: () => setAt(Math.min(at + 1, counters.length - 1)), repeat: true },
      ArrowUp: { label: '上一个窗口', run: () => setAt(Math.max(at - 1, 0)), repeat: true },
    },
    { title: '选窗口' },
  );
  return (
    <GatePage>
      <section className="fo-gate-box" aria-label="选窗口">
        <h1>{staff.name}，选今天的窗口</h1>
        {choose.error ? <MessageBar kind="error">{choose.error.message}</MessageBar> : null}
        {page.isPending ? <SkeletonRows rows={4} label="窗口" /> : null}
        {page.isError ? <ErrorState onRetry={() => void page.refetch()}>{page.error.message}</ErrorState> : null}
        {page.isSuccess && counters.length === 0 ? (
          <Empty>{staff.hall ? `${staff.hall.name}还没有窗口。请系统管理员添加` : '还没有窗口。请系统管理员添加'}</Empty>
        ) : null}
        <div role="list" className="fo-gate-list" {...focusHomeProps}>
          {counters.map((counter, index) => (
            <ListRow key={counter.id} label={counter.name} focused={index === at} onOpen={() => choose.mutate(counter.id)}>
              <span>{`${counter.hallName}·${counterWords(counter)}`}</span>
            </ListRow>
          ))}
        </div>
        <div className="fo-gate-actions">
          <Button label="坐到这个窗口" kind="primary" keys="Enter" onClick={sit} disabled={counters.length === 0} busy={choose.isPending} />
          <Button label="退出登录" onClick={() => void signOut()} />
        </div>
      </section>
    </GatePage>
  );
}
