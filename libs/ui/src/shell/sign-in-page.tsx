import { Input, Select } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../actions/button.js';
import { Kbd } from '../marks/kbd.js';
import { isLargeType, setLargeType } from '../theme/display-mode.js';
import { TopBar } from './top-bar.js';
import './sign-in-page.css';

/** What a person signs in with. */
export interface SignInInput {
  name: string;
  password: string;
  counterId: string | null;
}

export interface SignInPageProps {
  /** 登录窗口系统, 登录审批系统. */
  title: string;
  /** Name of the installation in the top bar. */
  systemName: string;
  onSubmit: (input: SignInInput) => Promise<void>;
  /** What went wrong at the last try: 工号或密码不对，还可试 3 次，之后锁定 15 分钟. */
  error?: string | null;
  /** Where the error stands: with the field that mends it. */
  errorAt?: 'password' | 'counter';
  /** Counters to choose from; none: no select. */
  counters?: readonly { id: string; label: string }[];
  defaultName?: string;
  defaultCounterId?: string;
  /** Further ways in, under the button. */
  otherWays?: ReactNode;
  /** Notes at the right: last sign-in, today, outage, help. */
  notes?: readonly { title: string; text: ReactNode }[];
}

/** The sign-in page: one form, the notes of the day beside it. */
export function SignInPage(props: SignInPageProps) {
  const {
    title,
    systemName,
    onSubmit,
    error = null,
    errorAt = 'password',
    counters = [],
    defaultName = '',
    defaultCounterId,
    otherWays,
    notes = [],
  } = props;
  const [name, setName] = useState(defaultName);
  const [password, setPassword] = useState('');
  // The counters may arrive while somebody types already: the usual one stands until another is chosen.
  const [chosenCounter, setChosenCounter] = useState<string | null>(null);
  const counterId = chosenCounter ?? defaultCounterId ?? null;
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);

  const isAt = (field: typeof errorAt) => error !== null && errorAt === field;
  const said = (
    <p id="ow-sign-in-error" className="ow-sign-in-error" role="alert">
      {error}
    </p>
  );

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      await onSubmit({ name: name.trim(), password, counterId });
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="ow-sign-in">
      <TopBar clock={false} place={systemName} />
      <main className="ow-sign-in-middle">
        <div className="ow-sign-in-box">
          <form onSubmit={(event) => void submit(event)}>
            <h1>{title}</h1>
            <label htmlFor="ow-sign-in-name">工号或手机号</label>
            <Input
              id="ow-sign-in-name"
              size="large"
              value={name}
              autoFocus={defaultName === ''}
              autoComplete="username"
              required
              onChange={(event) => setName(event.target.value)}
            />
            <span className="ow-sign-in-row">
              <label htmlFor="ow-sign-in-password">密码</label>
              <button type="button" className="ow-link ow-small" aria-pressed={shown} onClick={() => setShown(!shown)}>
                {shown ? '隐藏' : '显示'}
              </button>
            </span>
            <Input
              id="ow-sign-in-password"
              size="large"
              type={shown ? 'text' : 'password'}
              value={password}
              autoFocus={defaultName !== ''}
              autoComplete="current-password"
              required
              status={isAt('password') ? 'error' : ''}
              aria-describedby={isAt('password') ? 'ow-sign-in-error' : undefined}
              onChange={(event) => setPassword(event.target.value)}
            />
            {isAt('password') ? said : null}
            {counters.length > 0 ? (
              <>
                <label htmlFor="ow-sign-in-counter">窗口</label>
                <Select
                  id="ow-sign-in-counter"
                  size="large"
                  showSearch
                  placeholder="选择窗口"
                  optionFilterProp="label"
                  value={counterId}
                  options={counters.map((counter) => ({ value: counter.id, label: counter.label }))}
                  status={isAt('counter') ? 'error' : ''}
                  aria-describedby={isAt('counter') ? 'ow-sign-in-error' : undefined}
                  onChange={setChosenCounter}
                />
                {isAt('counter') ? said : null}
              </>
            ) : null}
            <Button label="登录" kind="primary" size="large" block submit busy={busy} keys="Enter" printOnly onClick={() => undefined} />
            {otherWays ? <div className="ow-sign-in-ways">{otherWays}</div> : null}
          </form>
          <aside aria-label="提示">
            {notes.map((note) => (
              <section key={note.title}>
                <h2>{note.title}</h2>
                <p>{note.text}</p>
              </section>
            ))}
            <p className="ow-sign-in-large">
              <button type="button" className="ow-link" onClick={() => setLargeType(!isLargeType())}>
                大字模式
              </button>{' '}
              <Kbd keys="Alt+0" />
            </p>
          </aside>
        </div>
      </main>
      <footer>
        离开座位按 <Kbd keys="Ctrl+L" /> 锁屏。查看证件号、手机号会留下记录。
      </footer>
    </div>
  );
}
