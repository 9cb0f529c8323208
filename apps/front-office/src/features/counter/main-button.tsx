import type { ActionState } from '@onewindow/contracts';
import { ActionButton, Button, useSettled } from '@onewindow/ui';
import type { MainStep } from './decision-actions.js';

export interface MainButtonProps {
  main: MainStep;
  /** Of that step, as it may be taken now; null for what needs no word of the server. */
  action: ActionState | null | undefined;
  label: string;
  hindrance: string | undefined;
  busy: boolean;
  /** A panel has Ctrl+Enter for itself. */
  printOnly: boolean;
  onAct: () => void;
}

/** The next step of the case, under Ctrl+Enter. The step changes by itself when an answer comes: it takes no press that was meant for the one before. */
export function MainButton({ main, action, label, hindrance, busy, printOnly, onAct }: MainButtonProps) {
  const settled = useSettled(main.step);
  const shared = { label, kind: 'primary', keys: 'Ctrl+Enter', printOnly } as const;
  if (action === null) return <Button {...shared} busy={!settled} onClick={onAct} />;
  return <ActionButton {...shared} action={action} reasonAt="elsewhere" hindrance={hindrance} busy={busy || !settled} onAct={onAct} />;
}
