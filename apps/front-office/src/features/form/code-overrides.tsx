import type { FormCode } from '@onewindow/domain';
import { Mark } from '@onewindow/ui';
import { Input } from 'antd';
import { useState, type FormEvent } from 'react';
import './code-overrides.css';

export interface CodeOverridesProps {
  /** Of other companies, failing their check digit. */
  codes: readonly FormCode[];
  /** Reasons by code. */
  overrides: Readonly<Record<string, string>>;
  editable: boolean;
  onOverride: (code: string, reason: string) => void;
}

/** R8.2: a code that fails may still be genuine: warned of, and let through with a reason that goes on record. */
export function CodeOverrides({ codes, overrides, editable, onOverride }: CodeOverridesProps) {
  // One company may stand in two places: one reason is enough.
  const own = codes.filter(({ code }, at) => codes.findIndex((one) => one.code === code) === at);
  return own.map(({ code, label }) => (
    <CodeOverride
      key={code}
      label={label}
      reason={overrides[code] ?? null}
      editable={editable}
      onReason={(reason) => onOverride(code, reason)}
    />
  ));
}

interface CodeOverrideProps {
  label: string;
  reason: string | null;
  editable: boolean;
  onReason: (reason: string) => void;
}

function CodeOverride({ label, reason, editable, onReason }: CodeOverrideProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const isOpen = editable && (reason === null || typed !== null);
  function keep(event: FormEvent) {
    event.preventDefault();
    const text = (typed ?? '').trim();
    if (text === '') return;
    onReason(text);
    setTyped(null);
  }
  return (
    <div className="fo-override" role="note" aria-label={`${label}校验位不符`}>
      <p className="fo-override-words">
        <Mark tone="yellow" />
        <span>{`${label}校验位不符${reason === null ? '。确与执照一致的，写明理由后采用' : '，理由在案'}`}</span>
      </p>
      {isOpen ? (
        <form onSubmit={keep}>
          <Input
            size="small"
            maxLength={200}
            aria-label={`采用${label}的理由`}
            placeholder="理由，回车记下"
            value={typed ?? ''}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
        </form>
      ) : (
        <p className="ow-small">
          <span className="ow-secondary">理由：</span>
          {reason}{' '}
          {editable ? (
            <button type="button" className="ow-link" onClick={() => setTyped(reason)}>
              改
            </button>
          ) : null}
        </p>
      )}
    </div>
  );
}
