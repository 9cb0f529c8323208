import { Kbd, useKeys } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { deskSettingsQuery } from '../desk-settings.queries.js';
import { KEYED_PHRASES, phraseLabel, phrasesFor, type PhraseKind } from './phrases.js';

export interface PhraseKeysProps {
  kind: PhraseKind;
  onPhrase: (phrase: string) => void;
  /** Stands behind the last phrase. */
  children?: ReactNode;
}

/** The phrases of a kind of task as buttons, the first six on Alt+1 to Alt+6. */
export function PhraseKeys({ kind, onPhrase, children }: PhraseKeysProps) {
  const { data: settings } = useQuery(deskSettingsQuery);
  const phrases = phrasesFor(settings, kind);
  const keyed = phrases.slice(0, KEYED_PHRASES);
  useKeys(Object.fromEntries(keyed.map((phrase, i) => [`Alt+${i + 1}`, { label: phraseLabel(phrase), run: () => onPhrase(phrase) }])), {
    title: '常用语',
  });
  return (
    <div className="bo-phrases">
      {phrases.map((phrase, i) => (
        <button key={phrase} type="button" className="bo-phrase" title={phrase} onClick={() => onPhrase(phrase)}>
          {i < KEYED_PHRASES ? <Kbd keys={`Alt+${i + 1}`} /> : null}
          {phraseLabel(phrase)}
        </button>
      ))}
      {children}
    </div>
  );
}
