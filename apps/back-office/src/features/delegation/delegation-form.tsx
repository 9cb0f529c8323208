import { problemOf, useCommand } from '@onewindow/api-client';
import type { DelegationView } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { Button, DayInput, ErrorState, forgetWords, Kbd, MessageBar, Pane, SkeletonRows, useKeptWords, useKeys } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../app/api.js';
import { ProblemBar } from '../../app/problem-bar.js';
import { OfficerBar, OfficerLoad } from '../../app/officer-load.js';
import { problemWords } from '../../app/problem-words.js';
import { type Candidate, delegatesQuery, type Delegations } from './delegation.queries.js';
import { missingWords } from './delegation-words.js';

export interface DelegationFormProps {
  principals: Delegations['principals'];
  today: IsoDate;
  onMade: (made: DelegationView) => void;
  onClose: () => void;
}

/** A new absence: who, which days, who stands in, why. */
export function DelegationForm({ principals, today, onMade, onClose }: DelegationFormProps) {
  const ids = { who: useId(), from: useId(), to: useId(), reason: useId(), authority: useId() };
  const [principalId, setPrincipalId] = useState(principals[0]?.id ?? '');
  const [startsOn, setStartsOn] = useState<IsoDate | null>(today);
  const [endsOn, setEndsOn] = useState<IsoDate | null>(today);
  const [delegateId, setDelegateId] = useState<string | null>(null);
  const [reason, setReason] = useKeptWords('delegation:reason');
  const [authority, setAuthority] = useKeptWords('delegation:authority');
  const [tried, setTried] = useState(false);
  const candidates = useQuery(delegatesQuery({ principalId, startsOn: startsOn ?? '', endsOn: endsOn ?? '' }));
  // A choice that the days have made impossible is none.
  const chosen = candidates.data?.items.find(({ id, problem }) => id === delegateId && problem === null);
  const needsAuthority = chosen?.needsAuthority ?? false;
  const missing = missingWords({ startsOn, endsOn, delegateId: chosen?.id ?? null, reason, authority, needsAuthority });
  const make = useCommand(
    (body: { principalId: string; delegateId: string; startsOn: string; endsOn: string; reason: string; authority?: string }, keyedBy) =>
      api.createDelegation({ body }, keyedBy(body)),
    {
      onDone: (made) => {
        forgetWords('delegation:reason');
        forgetWords('delegation:authority');
        onMade(made);
      },
    },
  );
  function send() {
    setTried(true);
    if (missing.length > 0 || !chosen || startsOn === null || endsOn === null || make.isPending) return;
    const extra = needsAuthority ? { authority: authority.trim() } : {};
    make.mutate({ principalId, delegateId: chosen.id, startsOn, endsOn, reason: reason.trim(), ...extra });
  }
  useKeys({ Escape: { label: '不办了，返回', run: onClose } }, { title: '代理授权', scope: 'pane' });
  const foot = (
    <>
      {tried && missing.length > 0 ? (
        <span className="bo-field-error" role="alert">
          {missing.join('，')}
        </span>
      ) : null}
      <span className="bo-spacer" />
      <Button label="取消" onClick={onClose} />
      <Button label="授权代办" kind="primary" keys="Ctrl+Enter" keyScope="pane" busy={make.isPending} onClick={send} />
    </>
  );
  return (
    <Pane
      title="新的授权"
      inset
      foot={foot}
      right={
        <button type="button" className="bo-plain" aria-label="返回" onClick={onClose}>
          <Kbd keys="Escape" />
        </button>
      }
    >
      <div className="bo-delegation-form">
        {make.error ? (
          <ProblemBar problem={make.error} onRetry={send} onRefresh={() => void candidates.refetch()} onClose={make.reset} />
        ) : null}
        <span className="bo-field">
          <label htmlFor={ids.who}>谁不在岗</label>
          <Select
            id={ids.who}
            value={principalId}
            disabled={principals.length < 2}
            showSearch={{ optionFilterProp: 'label' }}
            options={principals.map(({ id, name, staffNo }, at) => ({
              value: id,
              label: at === 0 ? `${name}（本人）` : `${name} ${staffNo}`,
            }))}
            onChange={(id) => {
              setPrincipalId(id);
              setDelegateId(null);
            }}
          />
        </span>
        <div className="bo-delegation-days">
          <span className="bo-field">
            <label htmlFor={ids.from}>从</label>
            <DayInput
              id={ids.from}
              min={today}
              value={startsOn}
              onDay={(next) => {
                setStartsOn(next);
                if (next !== null && endsOn !== null && endsOn < next) setEndsOn(next);
              }}
            />
          </span>
          <span className="bo-field">
            <label htmlFor={ids.to}>至（含当天）</label>
            <DayInput id={ids.to} min={startsOn ?? today} value={endsOn} onDay={setEndsOn} />
          </span>
        </div>
        <Choice query={candidates} value={chosen?.id ?? null} onChange={setDelegateId} />
        {needsAuthority ? (
          <span className="bo-field">
            <label htmlFor={ids.authority}>授权文书</label>
            <Input
              id={ids.authority}
              value={authority}
              maxLength={100}
              placeholder="临卫授〔2026〕3 号"
              status={tried && authority.trim() === '' ? 'error' : ''}
              onChange={(event) => setAuthority(event.target.value)}
            />
            <span className="ow-small ow-secondary">代办人不是首席代表，凭这份文书作出决定</span>
          </span>
        ) : null}
        <span className="bo-field">
          <label htmlFor={ids.reason}>事由</label>
          <Input
            id={ids.reason}
            value={reason}
            maxLength={300}
            placeholder="年休假、出差、培训"
            status={tried && reason.trim() === '' ? 'error' : ''}
            onChange={(event) => setReason(event.target.value)}
          />
        </span>
        <p className="ow-secondary ow-small">
          代办期间不再分派、转办给不在岗的人；代办人在“待办·代办”里办其手上的件，经过和文书写两人的名字，时限不变。
        </p>
      </div>
    </Pane>
  );
}

interface ChoiceProps {
  query: { data: { items: Candidate[]; problem: string | null } | undefined; error: unknown; refetch: () => unknown; isFetching: boolean };
  value: string | null;
  onChange: (id: string) => void;
}

function Choice({ query: { data, error, refetch, isFetching }, value, onChange }: ChoiceProps) {
  if (error && !data) return <ErrorState onRetry={() => void refetch()}>{problemWords(problemOf(error))}</ErrorState>;
  if (!data)
    return isFetching ? <SkeletonRows rows={4} rowHeight={28} blocks={1} label="人员" /> : <p className="ow-secondary">先填日期。</p>;
  const most = Math.max(1, ...data.items.map(({ load }) => load));
  if (data.problem) return <MessageBar kind="conflict">{data.problem}。</MessageBar>;
  return (
    <fieldset className="bo-deputies">
      <legend className="bo-label">由谁代办，手上多少</legend>
      {data.items.map(({ id, name, staffNo, load, problem, needsAuthority }) => (
        <label key={id} className={problem ? 'bo-deputy bo-deputy-off' : 'bo-deputy'}>
          <input type="radio" name="deputy" disabled={problem !== null} checked={id === value} onChange={() => onChange(id)} />
          <span>
            {name} <span className="ow-tertiary ow-small">{staffNo}</span>
          </span>
          <span className="ow-small ow-secondary">{problem ?? (needsAuthority ? '须有授权文书' : '')}</span>
          <OfficerBar load={load} most={most} />
          <OfficerLoad officer={{ id, name }} load={load} most={most} />
        </label>
      ))}
    </fieldset>
  );
}
