import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { deskSettingsQuery, PhraseEditor, PhraseKeys } from '../desk/index.js';

export interface AnswerPhrasesProps {
  /** What is written now, offered as a phrase. */
  opinion: string;
  onInsert: (phrase: string) => void;
}

/** The phrases of one's own for answers, as at the desk: behind Alt+1 to Alt+6, put at the end of the answer. */
export function AnswerPhrases({ opinion, onInsert }: AnswerPhrasesProps) {
  const { data: settings } = useQuery(deskSettingsQuery);
  const [editing, setEditing] = useState(false);
  if (editing && settings)
    return <PhraseEditor kind="consultation" settings={settings} opinion={opinion} onClose={() => setEditing(false)} />;
  return (
    <PhraseKeys kind="consultation" onPhrase={onInsert}>
      <button type="button" className="ow-link ow-small" onClick={() => setEditing(true)}>
        改常用语
      </button>
    </PhraseKeys>
  );
}
