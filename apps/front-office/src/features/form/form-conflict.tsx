import type { CaseDetail, ItemDefinition } from '@onewindow/contracts';
import { fieldWordsMasked, type FormClash } from '@onewindow/domain';
import { Button, MessageBar } from '@onewindow/ui';
import { useState } from 'react';

export interface FormConflictProps {
  /** Who was first, in the server's words. */
  message: string;
  form: ItemDefinition['form'];
  /** Null while the newest version is being read. */
  compared: { clashes: readonly FormClash[]; mine: number } | null;
  onDrop: () => void;
  /** Takes the fields in which the clerk's value stands. */
  onMerge: (mine: ReadonlySet<string>) => void;
}

/** Two people wrote on one draft: what only one of them changed needs no word; where both did, both values stand here to choose from. */
export function FormConflict({ message, form, compared, onDrop, onMerge }: FormConflictProps) {
  const [chosen, setChosen] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({});
  const clashes = compared?.clashes ?? [];
  const open = clashes.filter(({ key }) => chosen[key] === undefined);
  const mine = new Set(clashes.filter(({ key }) => chosen[key] === 'mine').map(({ key }) => key));
  const words = (key: string, value: CaseDetail['form'][string] | undefined) => {
    const field = form.properties[key];
    return (field && fieldWordsMasked(field, value)) || '空';
  };
  return (
    <MessageBar kind="conflict" onAction={onDrop} actionLabel="刷新，丢掉我的改动">
      {message}
      {clashes.map(({ key, mine: own, theirs }) => (
        <span key={key} className="fo-message-extra" role="group" aria-label={form.properties[key]?.title ?? key}>
          {form.properties[key]?.title ?? key}两边都改了：
          <Choice
            label={`我填的 ${words(key, own as never)}`}
            isChosen={chosen[key] === 'mine'}
            onChoose={() => setChosen({ ...chosen, [key]: 'mine' })}
          />
          <Choice
            label={`对方的 ${words(key, theirs as never)}`}
            isChosen={chosen[key] === 'theirs'}
            onChoose={() => setChosen({ ...chosen, [key]: 'theirs' })}
          />
        </span>
      ))}
      <span className="fo-message-extra">
        <Button
          size="small"
          label={open.length > 0 ? `保留我填的，先选 ${open.length} 处` : '保留我填的，再存一次'}
          disabled={open.length > 0}
          onClick={() => onMerge(mine)}
        />
      </span>
    </MessageBar>
  );
}

function Choice({ label, isChosen, onChoose }: { label: string; isChosen: boolean; onChoose: () => void }) {
  return (
    <button type="button" className={isChosen ? 'fo-choice fo-choice-taken' : 'fo-choice'} aria-pressed={isChosen} onClick={onChoose}>
      {label}
    </button>
  );
}
