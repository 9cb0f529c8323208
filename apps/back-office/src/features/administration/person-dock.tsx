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

/** What is being asked about a person: one thing at a time, as Ctrl+Enter does one thing. */
interface Asking {
  open: boolean;
  onOpen: (open: boolean) => void;
}

/** One person: roles and place, a new first password, deactivation with a reason. Mounted anew for every person. */
export function PersonDock({ person, now, today, mayChange }: PersonDockProps) {
  const [asking, setAsking] = useState<'password' | 'account' | null>(null);
  const asks = (what: 'password' | 'account'): Asking => ({ open: asking === what, onOpen: (open) => setAsking(open ? what : null) });
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
            <PasswordReset person={person} {...asks('password')} />
            <Activation person={person} {...asks('account')} />
          </>
        ) : (
          <p className="bo-person-note">重置密码、启用停用由安全管理员办。</p>
        )}
      </Pane>
    </aside>
  );
}

function PasswordReset({ person, open, onOpen }: Asking & { person: StaffRow }) {
  const client = useQueryClient();
  const reset = useCommand((id: string, keyedBy) => api.resetPassword({ params: { id } }, keyedBy(id)), {
    onDone: () => {
      onOpen(false);
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
      {open ? (
        <>
          <p>{person.name} 的旧密码和已登录的会话立即作废。</p>
          <div className="bo-person-actions">
            <Button label="返回" onClick={() => onOpen(false)} />
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
        <Button label="重置密码" onClick={() => onOpen(true)} />
      )}
      {reset.error ? <ProblemBar problem={reset.error} onRetry={() => reset.mutate(person.id)} onClose={reset.reset} /> : null}
    </section>
  );
}

function Activation({ person, open, onOpen }: Asking & { person: StaffRow }) {
  const client = useQueryClient();
  const fieldId = useId();
  const [reason, setReason] = useKeptWords(`${person.id}:active`);
  const change = useCommand(
    (body: { active: boolean; reason: string }, keyedBy) =>
      api.setStaffActive({ params: { id: person.id }, body }, keyedBy({ ...body, id: person.id })),
    {
      onDone: () => {
        setReason('');
        onOpen(false);
        void client.invalidateQueries({ queryKey: STAFF_KEY });
      },
    },
  );
  const send = () => change.mutate({ active: !person.active, reason: reason.trim() });
  return (
    <section className="bo-person-part">
      <h3>账号</h3>
      {!open ? (
        <Button label={person.active ? '停用账号' : '启用账号'} onClick={() => onOpen(true)} />
      ) : (
        <>
          <span className="bo-field">
            <label htmlFor={fieldId}>{person.active ? '停用理由，手上的件须先改派' : '启用理由'}</label>
            <Input id={fieldId} autoFocus maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
          </span>
          <div className="bo-person-actions">
            {reason.trim() === '' ? <span className="ow-secondary">先写理由</span> : null}
            <Button label="返回" onClick={() => onOpen(false)} />
            <Button
              label={person.active ? `停用 ${person.name}` : `启用 ${person.name}`}
              kind={person.active ? 'danger' : 'primary'}
              keys="Ctrl+Enter"
              busy={change.isPending}
              disabled={reason.trim() === ''}
              onClick={send}
            />
          </div>
        </>
      )}
      {change.error ? <ProblemBar problem={change.error} onRetry={send} onClose={change.reset} /> : null}
    </section>
  );
}
