import { useQuery } from '@tanstack/react-query';
import { formatTime } from '@onewindow/ui';
import { Input, type GetRef } from 'antd';
import { useRef } from 'react';
import type { SaveState } from './autosave.js';
import { deskSettingsQuery } from './desk-settings.queries.js';
import { PhraseEditor } from './phrases/phrase-editor.js';
import { PhraseKeys } from './phrases/phrase-keys.js';
import { insertPhrase, type PhraseKind } from './phrases/phrases.js';

/** Where the draft stands: 草稿 10:41 已存. */
export function savingWords(saving: SaveState): string {
  if (saving.kind === 'saved') return `草稿 ${formatTime(saving.at)} 已存`;
  if (saving.kind === 'failed') return '没有保存，草稿在本机';
  return { clean: '', waiting: '草稿未存', saving: '正在存草稿' }[saving.kind];
}

export interface OpinionBoxProps {
  kind: PhraseKind;
  opinion: string;
  onChange: (opinion: string) => void;
  saving: SaveState;
  /** 改常用语 is open in place of the phrases. */
  editing: boolean;
  onEditing: (editing: boolean) => void;
  /** The words are those of a draft that was sent up, unchanged. */
  drafted?: boolean;
}

/** The opinion with the phrases on Alt+1 to Alt+6. */
export function OpinionBox({ kind, opinion, onChange, saving, editing, onEditing, drafted = false }: OpinionBoxProps) {
  const area = useRef<GetRef<typeof Input.TextArea>>(null);
  const { data: settings } = useQuery(deskSettingsQuery);

  function insert(phrase: string) {
    const element = area.current?.resizableTextArea?.textArea;
    const start = element?.selectionStart ?? opinion.length;
    const { text, caret } = insertPhrase(opinion, phrase, start, element?.selectionEnd ?? start);
    onChange(text);
    requestAnimationFrame(() => {
      element?.focus();
      element?.setSelectionRange(caret, caret);
    });
  }
  return (
    <div className="bo-opinion">
      {editing && settings ? (
        <PhraseEditor kind={kind} settings={settings} opinion={opinion} onClose={() => onEditing(false)} />
      ) : (
        <PhraseKeys kind={kind} onPhrase={insert}>
          <button type="button" className="ow-link ow-small" onClick={() => onEditing(true)}>
            改常用语
          </button>
        </PhraseKeys>
      )}
      {drafted ? <span className="bo-drafted-badge">拟</span> : null}
      <Input.TextArea
        ref={area}
        value={opinion}
        maxLength={4000}
        rows={3}
        className="bo-opinion-text"
        aria-label="审查意见"
        placeholder="写审查意见"
        onChange={(event) => onChange(event.target.value)}
      />
      {saving.kind === 'failed' ? <p className="bo-field-error">{saving.words}</p> : null}
    </div>
  );
}
