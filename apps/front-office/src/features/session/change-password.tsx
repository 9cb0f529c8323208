import { useCommand } from '@onewindow/api-client';
import { newPassword } from '@onewindow/contracts';
import { Button, MessageBar, useKeys } from '@onewindow/ui';
import { Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { api, SESSION_KEY } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';
import { useSession } from './session-context.js';
import { signOut } from './sign-out.js';

export interface ChangePasswordProps {
  /** The first password was given by somebody else: no way round. */
  forced?: boolean;
  onClose?: () => void;
}

/** Changes one's own password. */
export function ChangePassword({ forced = false, onClose }: ChangePasswordProps) {
  const { staff } = useSession();
  const [values, setValues] = useState({ current: '', next: '', again: '' });
  const change = useCommand(
    (body: { currentPassword: string; newPassword: string }, keyedBy) => api.changePassword({ body }, keyedBy(body)),
    { onDone: () => void queryClient.invalidateQueries({ queryKey: SESSION_KEY }).then(onClose) },
  );
  useKeys(onClose ? { Escape: { label: '不改了', run: onClose } } : {}, { title: '改密码', scope: 'panel' });

  const refused = newPassword.safeParse(values.next);
  const hint = values.next === '' || refused.success ? null : (refused.error.issues[0]?.message ?? null);
  const differs = values.again !== '' && values.again !== values.next;
  const canSend = values.current !== '' && refused.success && values.again === values.next;

  function send(event: FormEvent) {
    event.preventDefault();
    if (!change.isPending && canSend) change.mutate({ currentPassword: values.current, newPassword: values.next });
  }

  const field = (key: keyof typeof values, label: string, note: string | null, autoComplete: string, autoFocus = false) => (
    <>
      <label htmlFor={`fo-password-${key}`}>{label}</label>
      <Input
        id={`fo-password-${key}`}
        type="password"
        size="large"
        autoFocus={autoFocus}
        autoComplete={autoComplete}
        value={values[key]}
        status={note ? 'error' : ''}
        aria-describedby={note ? `fo-password-${key}-note` : undefined}
        onChange={(event) => setValues({ ...values, [key]: event.target.value })}
      />
      {note ? (
        <p id={`fo-password-${key}-note`} className="fo-gate-note">
          {note}
        </p>
      ) : null}
    </>
  );

  // Forced, it is the whole page; otherwise it stands in the page of the shell.
  const Place = forced ? 'main' : 'div';
  return (
    <Place className="fo-gate-message">
      <form className="fo-gate-box" onSubmit={send}>
        <h1>{forced ? `${staff.name}，先改初始密码` : '改密码'}</h1>
        <p className="ow-secondary">至少 10 位，有字母和数字。</p>
        {change.error ? <MessageBar kind="error">{change.error.message}</MessageBar> : null}
        {field('current', forced ? '初始密码' : '现在的密码', null, 'current-password', true)}
        {field('next', '新密码', hint, 'new-password')}
        {field('again', '再输一遍', differs ? '两遍不一样' : null, 'new-password')}
        <div className="fo-gate-actions">
          <Button
            label="改密码"
            kind="primary"
            submit
            keys="Enter"
            printOnly
            disabled={!canSend}
            busy={change.isPending}
            onClick={() => undefined}
          />
          {onClose ? (
            <Button label="不改了" keys="Escape" printOnly onClick={onClose} />
          ) : (
            <Button label="退出登录" onClick={() => void signOut()} />
          )}
        </div>
      </form>
    </Place>
  );
}
