import { Button, Pane, useKeys } from '@onewindow/ui';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import { withPhrase } from './with-phrase.js';

const FIELD_ID = 'fo-reason';

export interface ReasonPaneProps {
  /** 不予受理, 不予许可: the verb that the button completes. */
  verb: string;
  /** What the applicant will be told, above the reason. */
  note: string;
  /** Common reasons; a press takes one, behind what was written. */
  phrases: readonly string[];
  /** What is written so far: kept where the pane is opened from, so that a look elsewhere loses none of it. */
  reason: string;
  onReason: (reason: string) => void;
  busy: boolean;
  onSend: (reason: string) => void;
  onCancel: () => void;
  /** The paper with this reason, as it would be served. */
  preview?: (reason: string) => ReactNode;
}

/** A refusal opens its reason first; only then can it be sent. Docked beside the work, never over it. */
export function ReasonPane({ verb, note, phrases, reason, onReason, busy, onSend, onCancel, preview }: ReasonPaneProps) {
  const take = (phrase: string) => onReason(withPhrase(reason, phrase, phrases));
  useKeys(
    {
      Escape: { label: '收起', run: onCancel },
      // The key that opened it leads back to the reason, from wherever a look elsewhere has led.
      F9: { label: '写理由', run: () => document.getElementById(FIELD_ID)?.focus() },
    },
    { title: verb, scope: 'panel' },
  );
  const bindings = Object.fromEntries(phrases.map((phrase, i) => [`Alt+${i + 1}`, { label: phrase, run: () => take(phrase) }]));
  useKeys(bindings, { title: verb, scope: 'panel' });
  return (
    <Pane
      title={verb}
      words="先写理由"
      inset
      foot={
        <>
          <Button
            label={verb}
            kind="danger"
            keys="Ctrl+Enter"
            keyScope="panel"
            disabled={reason.trim() === ''}
            busy={busy}
            onClick={() => onSend(reason.trim())}
          />
          <Button label="收起" keys="Escape" printOnly onClick={onCancel} />
        </>
      }
    >
      <div className="fo-reason">
        <p>{note}</p>
        <label htmlFor={FIELD_ID}>理由</label>
        <Input.TextArea
          id={FIELD_ID}
          autoFocus
          autoSize={{ minRows: 5, maxRows: 12 }}
          maxLength={500}
          value={reason}
          onChange={(event) => onReason(event.target.value)}
        />
        <ul className="fo-phrases">
          {phrases.map((phrase, index) => (
            <li key={phrase}>
              <Button size="small" label={phrase} keys={`Alt+${index + 1}`} printOnly onClick={() => take(phrase)} />
            </li>
          ))}
        </ul>
      </div>
      {preview?.(reason.trim())}
    </Pane>
  );
}
