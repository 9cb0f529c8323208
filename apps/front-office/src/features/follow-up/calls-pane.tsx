import { useCommand } from '@onewindow/api-client';
import type { IsoDate } from '@onewindow/domain';
import { Button, Empty, ErrorState, formatMoment, Kbd, MessageBar, Pane, SkeletonRows, useKeptWords, useKeys } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { Input, type InputRef } from 'antd';
import { useEffect, useRef, type FormEvent } from 'react';
import { api } from '../../app/api.js';
import { useAwayReason } from '../../app/connection.js';
import { queryClient } from '../../app/query-client.js';
import { callsQuery, readFollowUpsAnew } from './follow-up.queries.js';

const PHRASES = ['已通知本人，尽快来补', '无人接听', '已发短信', '本人称不再办理，告知可书面撤件'] as const;

export interface CallsPaneProps {
  caseId: string;
  today: IsoDate;
  onWriting: (isWriting: boolean) => void;
}

/** 已电话通知: what was said and when; every call stays. */
export function CallsPane({ caseId, today, onWriting }: CallsPaneProps) {
  const calls = useQuery(callsQuery(caseId));
  const [words, setWords] = useKeptWords(`${caseId}:call`);
  const isWriting = words !== '';
  useEffect(() => onWriting(isWriting), [isWriting, onWriting]);
  const input = useRef<InputRef>(null);
  const away = useAwayReason();
  const note = useCommand(
    (text: string, keyedBy) => api.noteCall({ params: { id: caseId }, body: { words: text } }, keyedBy({ caseId, text })),
    {
      onDone: (answer) => {
        queryClient.setQueryData(callsQuery(caseId).queryKey, answer);
        setWords('');
        readFollowUpsAnew();
      },
    },
  );
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() !== '' && away === undefined && !note.isPending) note.mutate(words.trim());
  };
  const phrases = Object.fromEntries(PHRASES.map((phrase, i) => [`Alt+${i + 1}`, { label: phrase, run: () => setWords(phrase) }]));
  useKeys({ T: { label: '记电话', run: () => input.current?.focus() }, ...phrases }, { title: '电话通知' });
  const items = calls.data?.items ?? [];
  return (
    <Pane title="电话通知" words={items.length > 0 ? `${items.length} 次` : undefined} inset>
      <form className="fo-call" onSubmit={keep} aria-label="记一次电话">
        <Input
          ref={input}
          value={words}
          maxLength={300}
          aria-label="电话里说了什么"
          placeholder="电话里说了什么，不写号码"
          suffix={<Kbd keys="T" />}
          onChange={(event) => setWords(event.target.value)}
        />
        <Button
          label="记已通知"
          keys="Enter"
          printOnly
          submit
          disabled={words.trim() === '' || away !== undefined}
          busy={note.isPending}
          onClick={() => undefined}
        />
      </form>
      <ul className="fo-call-phrases">
        {PHRASES.map((phrase, i) => (
          <li key={phrase}>
            <button type="button" className="ow-link ow-small" onClick={() => setWords(phrase)}>
              {phrase}
            </button>
            <Kbd keys={`Alt+${i + 1}`} />
          </li>
        ))}
      </ul>
      {away ? <p className="ow-secondary">{away}</p> : null}
      {note.error ? <MessageBar kind="error">{note.error.message}</MessageBar> : null}
      {calls.isPending ? <SkeletonRows rows={3} blocks={0} label="电话通知" /> : null}
      {calls.isError ? <ErrorState onRetry={() => void calls.refetch()}>{calls.error.message}</ErrorState> : null}
      {calls.isSuccess && items.length === 0 ? <Empty>还没有打过电话。</Empty> : null}
      <ul className="fo-calls">
        {items.map((call) => (
          <li key={call.id}>
            <time dateTime={call.at}>{formatMoment(call.at, today)}</time>
            <span>{call.words}</span>
            <span className="ow-secondary">{call.staff.name}</span>
          </li>
        ))}
      </ul>
    </Pane>
  );
}
