import { Button as AntButton } from 'antd';
import type { MouseEvent } from 'react';
import { useKeys } from '../keys/use-keys.js';
import type { KeyScope } from '../keys/key-map.js';
import { Kbd } from '../marks/kbd.js';
import './button.css';

/**
 * `primary` the one action that is possible and meant now; `danger` refusals; `chosen` a tool that is on; `list` what rows of a list are ticked for;
 * `normal` the rest.
 */
export type ButtonKind = 'normal' | 'primary' | 'danger' | 'chosen' | 'list';

export interface ButtonProps {
  /** A verb with its object or count: 改派 200 件. */
  label: string;
  onClick: () => void;
  kind?: ButtonKind;
  size?: 'small' | 'normal' | 'large';
  /** The key that does the same: printed on the button and bound while it is on the screen. */
  keys?: string;
  /** Prints the key without binding it, where the screen binds it itself. */
  printOnly?: boolean;
  keyScope?: KeyScope;
  disabled?: boolean;
  /** While the answer is awaited: stays in place, takes no second press. */
  busy?: boolean;
  block?: boolean;
  id?: string;
  describedBy?: string;
  pressed?: boolean;
  submit?: boolean;
}

/** A button with its key on it. Pressing the key presses the button, wherever the focus is (letters: outside inputs). */
export function Button(props: ButtonProps) {
  const { label, onClick, kind = 'normal', size = 'normal', keys, printOnly = false, keyScope = 'page' } = props;
  const { disabled = false, busy = false, block = false, id, describedBy, pressed, submit = false } = props;
  const inert = disabled || busy;
  // A key that does nothing now stays with its button, so that it does nothing else, and leaves the map of the keys.
  useKeys(keys ? { [keys]: { label, run: () => (inert ? undefined : onClick()), hidden: disabled } } : {}, {
    title: '操作',
    scope: keyScope,
    enabled: keys !== undefined && !printOnly,
  });
  return (
    <AntButton
      className={`ow-button ow-button-${kind}`}
      type={kind === 'primary' ? 'primary' : 'default'}
      danger={kind === 'danger'}
      size={size === 'small' ? 'small' : size === 'large' ? 'large' : 'middle'}
      htmlType={submit ? 'submit' : 'button'}
      disabled={disabled}
      block={block}
      aria-busy={busy || undefined}
      aria-describedby={describedBy}
      aria-pressed={pressed}
      aria-keyshortcuts={keys ? keys.replace('Ctrl', 'Control') : undefined}
      id={id}
      onClick={(event: MouseEvent) => {
        if (busy) event.preventDefault();
        else onClick();
      }}
    >
      <span>{label}</span>
      {keys ? <Kbd keys={keys} /> : null}
    </AntButton>
  );
}
