import { useCommand } from '@onewindow/api-client';
import { ROLE_LABELS, type IsoDate } from '@onewindow/domain';
import { Button, formatMoment, MessageBar, Pane, useKeptWords } from '@onewindow/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../app/api.js';
import { ProblemBar } from '../../app/problem-bar.js';
import { STAFF_KEY, type StaffRow } from './administration.queries.js';
import { PersonState } from './person-row.js';

export interface PersonDockProps {
  person: StaffRow;
  now: Date;
  today: IsoDate;
  /** 安全管理员 changes accounts; 系统管理员 only looks. */
  mayChange: boolean;
}

/** What is being asked about a person: one thing at a time, as Ctrl+Enter does one thing. Of the account, what it shall be. */
type Asking = 'password' | { active: boolean } | null;

interface AskingProps {
  person: StaffRow;
  asking: Asking;
  onAsk: (asking: Asking) => void;
}

/** One person: roles and place, a new first password, deactivation with a reason. Mounted anew for every person. */
export function PersonDock({ person, now, today, mayChange }: PersonDockProps) {
  const [asking, setAsking] = useState<Asking>(null);
  const asks = { person, asking, onAsk: setAsking };
  return (
    <aside className="bo-admin-dock" aria-label={person.name}>
      <Pane title={person.name} words={person.staffNo} right={<PersonState row={person} now={now} />}>
        <dl className="bo-person-facts">
          <dt>岗位</dt>
          <dd>{person.roles.map((role) => ROLE_LABELS[role]).join('、') || '无'}</dd>
          <dt>部门</dt>
          <dd>{person.department?.name ?? '无'}</dd>
          <dt>大厅</dt>
          <dd>{person.hall?.name ?? '无'}</dd>
          {person.lockedUntil && Date.parse(person.lockedUntil) > now.getTime() ? (
            <>
              <dt>锁定至</dt>
              <dd>{formatMoment(person.lockedUntil, today)}</dd>
            </>
          ) : null}
        </dl>
        {mayChange ? (
          <>
            <PasswordReset {...asks} />
            <Activation {...asks} />
          </>
        ) : (
          <p className="bo-person-note">重置密码、启用停用由安全管理员办。</p>
        )}
      </Pane>
    </aside>
  );
}

function PasswordReset({ person, asking, onAsk }: AskingProps) {
  const client = useQueryClient();
  const reset = useCommand((id: string, keyedBy) => api.resetPassword({ params: { id } }, keyedBy(id)), {
    onDone: () => {
      onAsk(null);
      void client.invalidateQueries({ queryKey: STAFF_KEY });
    },
  });
  return (
    <section className="bo-person-part">
      <h3>密码</h3>
      {reset.data ? (
        <MessageBar kind="done">
          <span>
            一次性初始密码 <strong className="bo-secret">{reset.data.password}</strong>，只显示这一次。本人登录后须改。
          </span>
        </MessageBar>
      ) : null}
      {asking === 'password' ? (
        <>
          <p>{person.name} 的旧密码和已登录的会话立即作废。</p>
          <div className="bo-person-actions">
            <Button label="返回" onClick={() => onAsk(null)} />
            <Button
              label={`重置 ${person.name} 的密码`}
              kind="danger"
              keys="Ctrl+Enter"
              busy={reset.isPending}
              onClick={() => reset.mutate(person.id)}
            />
          </div>
        </>
      ) : (
        <Button label="重置密码" onClick={() => onAsk('password')} />
      )}
      {reset.error ? <ProblemBar problem={reset.error} onRetry={() => reset.mutate(person.id)} onClose={reset.reset} /> : null}
    </section>
  );
}

function Activation({ person, asking, onAsk }: AskingProps) {
  const client = useQueryClient();
  const fieldId = useId();
  const [reason, setReason] = useKeptWords(`${person.id}:active`);
  const change = useCommand(
    (body: { active: boolean; reason: string }, keyedBy) =>
      api.setStaffActive({ params: { id: person.id }, body }, keyedBy({ ...body, id: person.id })),
    {
      onDone: () => {
        close();
        void client.invalidateQueries({ queryKey: STAFF_KEY });
      },
    },
  );
  function close() {
    setReason('');
    onAsk(null);
  }
  // Fixed when it was asked: the list is read anew meanwhile, and a retry must not turn what has been done back.
  const wanted = asking === null || asking === 'password' ? null : asking.active;
  const isSo = wanted === person.active && !change.isPending;
  const verb = (wanted ?? !person.active) ? '启用' : '停用';
  return (
    <section className="bo-person-part">
      <h3>账号</h3>
      {wanted === null ? (
        <Button label={`${verb}账号`} onClick={() => onAsk({ active: !person.active })} />
      ) : isSo ? (
        <MessageBar kind="done" onClose={close}>
          {`${person.name} 的账号已经${verb}。`}
        </MessageBar>
      ) : (
        <>
          <span className="bo-field">
            <label htmlFor={fieldId}>{wanted ? '启用理由' : '停用理由，手上的件须先改派'}</label>
            <Input id={fieldId} autoFocus maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
          </span>
          <div className="bo-person-actions">
            {reason.trim() === '' ? <span className="ow-secondary">先写理由</span> : null}
            <Button label="返回" onClick={() => onAsk(null)} />
            <Button
              label={`${verb} ${person.name}`}
              kind={wanted ? 'primary' : 'danger'}
              keys="Ctrl+Enter"
              busy={change.isPending}
              disabled={reason.trim() === ''}
              onClick={() => change.mutate({ active: wanted, reason: reason.trim() })}
            />
          </div>
        </>
      )}
      {change.error && change.variables.active !== person.active ? (
        <ProblemBar problem={change.error} onRetry={() => change.mutate(change.variables)} onClose={change.reset} />
      ) : null}
    </section>
  );
}
