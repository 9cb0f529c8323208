import { MOST_PHRASES, type DeskSettings } from '@onewindow/contracts';
import { Button, useKeys } from '@onewindow/ui';
import { Input } from 'antd';
import { useState } from 'react';
import { ProblemBar } from '../../../app/problem-bar.js';
import { useDeskSettingsCommand } from '../desk-settings.queries.js';
import { KEYED_PHRASES, moved, phrasesFor, tidied, type PhraseKind } from './phrases.js';

export interface PhraseEditorProps {
  kind: PhraseKind;
  settings: DeskSettings;
  /** What is written now, offered as a phrase. */
  opinion: string;
  onClose: () => void;
}

/** 改常用语: words, order, new ones, none; for oneself, and by the chief for the department. */
export function PhraseEditor({ kind, settings, opinion, onClose }: PhraseEditorProps) {
  const [list, setList] = useState<readonly string[]>(() => phrasesFor(settings, kind));
  const command = useDeskSettingsCommand(onClose);
  const lists = settings.phrases.find((one) => one.kind === kind);
  const text = opinion.trim().slice(0, 200);
  const isFull = list.length >= MOST_PHRASES;
  useKeys({ Escape: { label: '不改常用语了', run: onClose } }, { title: '改常用语', scope: 'panel' });
  const set = (at: number, phrase: string) => setList(list.map((one, i) => (i === at ? phrase : one)));
  const save = (of: 'own' | 'department', phrases: string[] | null) => command.run({ kind: 'phrases', of, task: kind, phrases });
  return (
    <section className="bo-phrase-editor" aria-label="改常用语">
      <ol>
        {list.map((phrase, at) => (
          <li key={at}>
            <span className="ow-tertiary">{at < KEYED_PHRASES ? `Alt+${at + 1}` : ''}</span>
            <Input
              size="small"
              value={phrase}
              maxLength={200}
              aria-label={`常用语 ${at + 1}`}
              onChange={(event) => set(at, event.target.value)}
            />
            <button type="button" aria-label={`常用语 ${at + 1} 上移`} disabled={at === 0} onClick={() => setList(moved(list, at, -1))}>
              ↑
            </button>
            <button
              type="button"
              aria-label={`常用语 ${at + 1} 下移`}
              disabled={at === list.length - 1}
              onClick={() => setList(moved(list, at, 1))}
            >
              ↓
            </button>
            <button type="button" aria-label={`删去常用语 ${at + 1}`} onClick={() => setList(list.filter((_, i) => i !== at))}>
              ×
            </button>
          </li>
        ))}
      </ol>
      <div className="bo-phrase-acts">
        <Button size="small" label="加一条" disabled={isFull} onClick={() => setList([...list, ''])} />
        <Button
          size="small"
          label="意见存为常用语"
          disabled={isFull || text === '' || list.includes(text)}
          onClick={() => setList([...list, text])}
        />
      </div>
      {command.problem ? <ProblemBar problem={command.problem} onClose={command.dismiss} /> : null}
      <div className="bo-phrase-acts">
        {lists?.own ? <Button size="small" label="恢复默认" busy={command.busy} onClick={() => save('own', null)} /> : null}
        {settings.maySetDepartment ? (
          <Button size="small" label="存为本部门默认" busy={command.busy} onClick={() => save('department', tidied(list))} />
        ) : null}
        <span className="bo-spacer" />
        <Button size="small" label="不改了" keys="Escape" printOnly onClick={onClose} />
        <Button
          size="small"
          kind="primary"
          label="存常用语"
          keys="Ctrl+Enter"
          keyScope="panel"
          busy={command.busy}
          onClick={() => save('own', tidied(list))}
        />
      </div>
    </section>
  );
}
