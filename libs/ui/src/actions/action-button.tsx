import { useId } from 'react';
import { announce } from '../feedback/announcer.js';
import { useKeys } from '../keys/use-keys.js';
import { Button, type ButtonProps } from './button.js';
import './action-button.css';

/** One action as the server sends it with a record. */
export interface ServerAction {
  action: string;
  allowed: boolean;
  /** In Chinese: why it can't be taken now. */
  reason?: string | undefined;
}

export interface ActionButtonProps extends Omit<ButtonProps, 'disabled' | 'onClick' | 'describedBy'> {
  /** From the record's `actions`; left out where the record doesn't offer it to this role at all, the button stands disabled. */
  action: ServerAction | undefined;
  onAct: () => void;
  /** `label`: 容缺：主件不可, in the button. `beside`: the sentence at its right. `below`: under it. `elsewhere`: the screen prints it. */
  reasonAt?: 'label' | 'beside' | 'below' | 'elsewhere';
  /** Screens may forbid it for a reason of their own (nothing selected). */
  hindrance?: string | undefined;
}

/** The server's action as a button: never vanishes, and when it can't be taken it says why in plain sight. */
export function ActionButton({ action, onAct, reasonAt = 'beside', hindrance, ...button }: ActionButtonProps) {
  const reasonId = useId();
  const allowed = action?.allowed === true && hindrance === undefined;
  const reason = allowed ? undefined : (hindrance ?? action?.reason ?? '您的岗位不办这一步');
  // A pressed key must not fall silent: the reason is read aloud.
  useKeys(
    button.keys && reason
      ? { [button.keys]: { label: `${button.label}：${reason}`, run: () => announce(`${button.label}：${reason}`) } }
      : {},
    { title: '操作', scope: button.keyScope ?? 'page', enabled: !allowed && button.keys !== undefined },
  );
  if (allowed) return <Button {...button} onClick={onAct} />;
  const inLabel = reasonAt === 'label';
  const label = inLabel ? `${button.label}：${reason ?? ''}` : button.label;
  const kind = button.kind === 'chosen' ? 'chosen' : 'normal';
  const shown = (
    <Button {...button} label={label} kind={kind} disabled printOnly onClick={onAct} {...(inLabel ? {} : { describedBy: reasonId })} />
  );
  if (inLabel) return shown;
  // Where the screen prints but one reason for several buttons, the mouse finds that of each.
  return (
    <span className={`ow-action ow-action-${reasonAt}`} title={reasonAt === 'elsewhere' ? reason : undefined}>
      {shown}
      <span id={reasonId} className={reasonAt === 'elsewhere' ? 'ow-visually-hidden' : 'ow-action-reason'}>
        {reason}
      </span>
    </span>
  );
}
