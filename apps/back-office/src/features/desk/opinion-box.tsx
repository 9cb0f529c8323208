import { Button, FilterChip, formatTime, Kbd, useKeys } from '@onewindow/ui';
import { Input, type GetRef } from 'antd';
import { useRef, useState } from 'react';
import type { SaveState } from './autosave.js';
import {
  addPhrase,
  insertPhrase,
  loadPhrases,
  MOST_PHRASES,
  phraseLabel,
  phrasesFor,
  storePhrases,
  type OwnPhrases,
  type PhraseKind,
} from './phrases.js';

/** Where the draft stands: 草稿 10:41 已存. */
export function savingWords(saving: SaveState): string {
  if (saving.kind === 'saved') return `草稿 ${formatTime(saving.at)} 已存`;
  if (saving.kind === 'failed') return '没有保存，草稿在本机';
  return { clean: '', waiting: '草稿未存', saving: '正在存草稿' }[saving.kind];
}

export interface OpinionBoxProps {
  staffId: string;
  kind: PhraseKind;
  opinion: string;
  onChange: (opinion: string) => void;
  saving: SaveState;
}

/** The opinion with the officer's own phrases on Alt+1 to Alt+6. */
export function OpinionBox({ staffId, kind, opinion, onChange, saving }: OpinionBoxProps) {
  const area = useRef<GetRef<typeof Input.TextArea>>(null);
  const [own, setOwn] = useState<OwnPhrases>(() => loadPhrases(staffId));
  const [editing, setEditing] = useState(false);
  const phrases = phrasesFor(own, kind);

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
  function keep(next: string[]) {
    const all = { ...own, [kind]: next };
    setOwn(all);
    storePhrases(staffId, all);
  }

  useKeys(Object.fromEntries(phrases.map((phrase, i) => [`Alt+${i + 1}`, { label: phraseLabel(phrase), run: () => insert(phrase) }])), {
    title: '审查意见',
  });

  return (
    <div className="bo-opinion">
      <div className="bo-phrases">
        {phrases.map((phrase, i) =>
          editing ? (
            <FilterChip key={phrase} label={phraseLabel(phrase)} onRemove={() => keep(phrases.filter((one) => one !== phrase))} />
          ) : (
            <button key={phrase} type="button" className="bo-phrase" title={phrase} onClick={() => insert(phrase)}>
              <Kbd keys={`Alt+${i + 1}`} />
              {phraseLabel(phrase)}
            </button>
          ),
        )}
        {editing ? (
          <Button
            size="small"
            label="意见存为常用语"
            disabled={opinion.trim() === '' || phrases.length >= MOST_PHRASES}
            onClick={() => keep(addPhrase(phrases, opinion))}
          />
        ) : null}
        <button type="button" className="ow-link ow-small" aria-pressed={editing} onClick={() => setEditing(!editing)}>
          {editing ? '改好了' : '改常用语'}
        </button>
      </div>
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
