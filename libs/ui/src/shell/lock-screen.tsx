import { Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { Button } from '../actions/button.js';
import { useKeys } from '../keys/use-keys.js';
import { Kbd } from '../marks/kbd.js';
import './lock-screen.css';

export interface LockScreenProps {
  personName: string;
  place: string;
  /** Throws an Error whose message is the sentence to show. */
  onUnlock: (password: string) => Promise<void>;
  onSignOut: () => void;
}

/** Covers everything until the password is given; the work behind it stays as it was. */
export function LockScreen({ personName, place, onUnlock, onSignOut }: LockScreenProps) {
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  // An empty lock layer: no key reaches the screen behind.
  useKeys({}, { title: '锁屏', scope: 'lock' });

  async function unlock(event: FormEvent) {
    event.preventDefault();
    if (busy || password === '') return;
    setBusy(true);
    setError(null);
    try {
      await onUnlock(password);
    } catch (cause) {
      setError(cause instanceof Error ? cause.message : '没有核对成，稍后再试。');
      setPassword('');
      setBusy(false);
    }
  }

  return (
    <div className="ow-lock" role="dialog" aria-modal="true" aria-labelledby="ow-lock-title">
      <form className="ow-lock-box" onSubmit={(event) => void unlock(event)}>
        <h1 id="ow-lock-title">已锁屏</h1>
        <p className="ow-secondary">
          {place}·{personName}。办到一半的件还在，输密码继续。
        </p>
        <label htmlFor="ow-lock-password">密码</label>
        <Input
          id="ow-lock-password"
          type="password"
          size="large"
          autoFocus
          autoComplete="current-password"
          value={password}
          status={error ? 'error' : ''}
          aria-describedby={error ? 'ow-lock-error' : undefined}
          onChange={(event) => setPassword(event.target.value)}
        />
        {error ? (
          <p id="ow-lock-error" className="ow-lock-error" role="alert">
            {error}
          </p>
        ) : null}
        <Button label="回到工作" kind="primary" size="large" block submit busy={busy} keys="Enter" printOnly onClick={() => undefined} />
        <button type="button" className="ow-link" onClick={onSignOut}>
          换人登录
        </button>
      </form>
      <p className="ow-lock-foot">
        离开座位按 <Kbd keys="Ctrl+L" /> 锁屏。
      </p>
    </div>
  );
}
