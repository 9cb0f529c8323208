import '@onewindow/ui/style.css';
import { useEffect, useState } from 'react';
import { dayWords, groupedNo, remainingWords, stepTime, updatedWords } from './progress-words.js';
import { useProgress, type Progress } from './use-progress.js';
import './progress.css';

/** 办理进度 on a phone, opened by the receipt's QR code. No sign-in, nothing personal. */
export function ProgressPage({ token }: { token: string }) {
  const own = useProgress(token);
  const [large, setLarge] = useState(false);
  useEffect(() => {
    document.title = '办理进度';
  }, []);
  return (
    <div className={large ? 'fo-phone fo-phone-large' : 'fo-phone'}>
      <header>
        <h1>一窗受理·办理进度</h1>
        <button type="button" aria-pressed={large} onClick={() => setLarge(!large)}>
          {large ? '常规字' : '大字'}
        </button>
      </header>
      <main>
        {own.state === 'waiting' ? (
          <p className="fo-phone-message" role="status">
            正在查进度
          </p>
        ) : null}
        {own.state === 'failed' ? (
          <div className="fo-phone-message" role="alert">
            <p>{own.words}</p>
            <button type="button" className="fo-phone-again" onClick={own.again}>
              再查一次
            </button>
          </div>
        ) : null}
        {own.state === 'ready' ? <Shown progress={own.progress} /> : null}
      </main>
    </div>
  );
}

function Shown({ progress }: { progress: Progress }) {
  const remaining = remainingWords(progress.promisedRemaining);
  const limits = [remaining, progress.statutoryDue ? `法定期限 ${dayWords(progress.statutoryDue)}` : ''].filter(Boolean).join('，');
  return (
    <>
      <section className="fo-phone-head">
        <h2>{progress.itemName}</h2>
        <p className="fo-phone-no">{groupedNo(progress.caseNo)}</p>
        <p className="fo-phone-status">
          <strong>{progress.statusWords}</strong>
          {progress.promisedDue ? (
            <span>
              预计 <b>{dayWords(progress.promisedDue)}</b> 前办结
            </span>
          ) : null}
        </p>
        {limits ? <p className="fo-phone-limits">{limits}</p> : null}
      </section>
      <ol className="fo-phone-steps">
        {progress.steps.map((step) => (
          <li
            key={step.name}
            className={`fo-phone-step fo-phone-step-${step.state}`}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            <StepMark state={step.state} />
            <span className="fo-phone-step-name">
              {step.name}
              <span className="ow-visually-hidden">{STATE_WORDS[step.state]}</span>
            </span>
            <span className="fo-phone-step-time">{stepTime(step)}</span>
            {step.words ? <span className="fo-phone-step-words">{step.words}</span> : null}
          </li>
        ))}
      </ol>
      <footer>{`本页不显示个人信息。更新于 ${updatedWords(progress.updatedAt)}`}</footer>
    </>
  );
}

const STATE_WORDS = { done: '，已完成', current: '，正在办', future: '，未开始' } as const;

function StepMark({ state }: { state: 'done' | 'current' | 'future' }) {
  return (
    <svg className="fo-phone-mark" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {state === 'done' ? (
        <>
          <circle cx="10" cy="10" r="10" className="fo-phone-mark-done" />
          <path d="M5.5 10.2l3 3 6-6.4" className="fo-phone-mark-tick" />
        </>
      ) : (
        <circle cx="10" cy="10" r={state === 'current' ? 8 : 8.5} className={`fo-phone-mark-${state}`} />
      )}
    </svg>
  );
}
