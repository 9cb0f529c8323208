import type { ProblemError } from '@onewindow/api-client';
import { Button } from '@onewindow/ui';
import type { ReactNode } from 'react';
import { ProblemBar } from '../../../app/problem-bar.js';

export interface PanelFootProps {
  /** What is still to be filled in; said once the officer has tried. */
  missing: readonly string[];
  tried: boolean;
  command: { error: ProblemError | null; isPending: boolean; reset: () => void };
  label: string;
  /** Ctrl+Enter belongs to something above. */
  withoutKey?: boolean;
  disabled?: boolean;
  /** False while the form has only just come up by itself (`useSettled`). */
  settled?: boolean;
  /** The same was asked for elsewhere meanwhile (`useKeptForm`): said instead of sending what the server would refuse. */
  told?: ReactNode;
  onSend: () => void;
  /** Reads anew what a conflict is about. */
  onRefresh: () => void;
  onClose: () => void;
}

/** The end of a panel that asks for something: what is missing, what the server refused, 返回 and the request itself. */
export function PanelFoot({
  missing,
  tried,
  command,
  label,
  withoutKey,
  disabled,
  settled = true,
  told = null,
  onSend,
  onRefresh,
  onClose,
}: PanelFootProps) {
  return (
    <>
      {tried && missing.length > 0 ? (
        <p className="bo-field-error" role="alert">
          {missing.join('，')}。
        </p>
      ) : null}
      {told === null || command.isPending ? null : told}
      {command.error && told === null ? (
        <ProblemBar
          problem={command.error}
          onRetry={onSend}
          onClose={command.reset}
          onRefresh={() => {
            command.reset();
            onRefresh();
          }}
        />
      ) : null}
      <div className="bo-panel-actions">
        <Button label="返回" keys="Escape" printOnly onClick={onClose} />
        <Button
          label={label}
          kind="primary"
          {...(withoutKey ? {} : { keys: 'Ctrl+Enter', keyScope: 'panel' as const })}
          disabled={disabled === true || (told !== null && !command.isPending)}
          busy={command.isPending || !settled}
          onClick={onSend}
        />
      </div>
    </>
  );
}
