import { useCommand } from '@onewindow/api-client';
import type { Session } from '@onewindow/contracts';
import { newPassword } from '@onewindow/contracts';
import { Button, MessageBar, TopBar } from '@onewindow/ui';
import { Input } from 'antd';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { api, SESSION_KEY } from '../../app/api.js';
import { ProblemBar } from '../../app/problem-bar.js';
import { queryClient } from '../../app/query-client.js';
import { signOut } from './session.queries.js';
import './session.css';

type Field = 'currentPassword' | 'newPassword' | 'again';
const EMPTY: Record<Field, string> = { currentPassword: '', newPassword: '', again: '' };

/** What is wrong with the new password, before the server is asked; null when nothing. */
function faultOf(values: Record<Field, string>): { field: Field; words: string } | null {
  if (values.currentPassword === '') return { field: 'currentPassword', words: '填现在的密码' };
  const checked = newPassword.safeParse(values.newPassword);
  if (!checked.success) return { field: 'newPassword', words: checked.error.issues[0]?.message ?? '密码不合要求' };
  if (values.newPassword === values.currentPassword) return { field: 'newPassword', words: '新密码要和旧的不同' };
  return values.again === values.newPassword ? null : { field: 'again', words: '两次填的不一样' };
}

/** Asks for the old password and a new one of at least ten characters with a letter and a digit. */
export function PasswordForm({
  intro,
  onDone,
  onLeave,
}: {
  intro: ReactNode;
  onDone: () => void;
  onLeave: { label: string; keys?: string; run: () => void };
}) {
  const [values, setValues] = useState(EMPTY);
  const [fault, setFault] = useState<ReturnType<typeof faultOf>>(null);
  const change = useCommand(
    (body: { currentPassword: string; newPassword: string }, keyedBy) => api.changePassword({ body }, keyedBy(body)),
    { onDone },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    const found = faultOf(values);
    setFault(found);
    if (!found && !change.isPending) change.mutate({ currentPassword: values.currentPassword, newPassword: values.newPassword });
  }

  const field = (name: Field, label: string, autoComplete: string) => (
    <PasswordField
      label={label}
      autoComplete={autoComplete}
      value={values[name]}
      fault={fault?.field === name ? fault.words : null}
      autoFocus={name === 'currentPassword'}
      onChange={(value) => setValues({ ...values, [name]: value })}
    />
  );
  return (
    <form className="bo-password" noValidate onSubmit={submit}>
      <h1>改密码</h1>
      <p className="ow-secondary">{intro}</p>
      {field('currentPassword', '现在的密码', 'current-password')}
      {field('newPassword', '新密码，至少 10 位，有字母和数字', 'new-password')}
      {field('again', '再填一次新密码', 'new-password')}
      {change.error ? <ProblemBar problem={change.error} /> : null}
      {change.isSuccess ? <MessageBar kind="done">密码已改。</MessageBar> : null}
      <Button
        label="改密码"
        kind="primary"
        size="large"
        block
        submit
        busy={change.isPending}
        keys="Enter"
        printOnly
        onClick={() => undefined}
      />
      <Button label={onLeave.label} size="large" block {...(onLeave.keys ? { keys: onLeave.keys } : {})} onClick={onLeave.run} />
    </form>
  );
}

interface PasswordFieldProps {
  label: string;
  autoComplete: string;
  value: string;
  fault: string | null;
  autoFocus: boolean;
  onChange: (value: string) => void;
}

function PasswordField({ label, autoComplete, value, fault, autoFocus, onChange }: PasswordFieldProps) {
  const id = useId();
  return (
    <span className="bo-field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type="password"
        size="large"
        aria-required
        autoFocus={autoFocus}
        autoComplete={autoComplete}
        value={value}
        status={fault ? 'error' : ''}
        aria-describedby={fault ? `${id}-fault` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {fault ? (
        <span id={`${id}-fault`} className="bo-field-error" role="alert">
          {fault}
        </span>
      ) : null}
    </span>
  );
}

/** A first password, from the import or a reset, leads nowhere but here. */
export function FirstPassword({ session }: { session: Session }) {
  const done = () =>
    queryClient.setQueryData<Session | null>(SESSION_KEY, (now) => now && { ...now, staff: { ...now.staff, mustChangePassword: false } });
  return (
    <div className="bo-password-screen">
      <TopBar clock={false} place={session.staff.department?.name ?? session.staff.regionName} />
      <main className="bo-center">
        <PasswordForm
          intro={`${session.staff.name}，这是一次性的初始密码，改后才能办件。`}
          onDone={done}
          onLeave={{ label: '换人登录', run: () => void signOut() }}
        />
      </main>
    </div>
  );
}
