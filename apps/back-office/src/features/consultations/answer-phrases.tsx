import { useQuery } from '@tanstack/react-query';
import { deskSettingsQuery, PhraseEditor, PhraseKeys } from '../desk/index.js';

export interface AnswerPhrasesProps {
  /** What is written now, offered as a phrase. */
  opinion: string;
  onInsert: (phrase: string) => void;
  /** 改常用语 is open in place of the phrases. */
  editing: boolean;
  onEditing: (editing: boolean) => void;
}

/** The phrases of one's own for answers, as at the desk: behind Alt+1 to Alt+6, put at the end of the answer. */
export function AnswerPhrases({ opinion, onInsert, editing, onEditing }: AnswerPhrasesProps) {
  const { data: settings } = useQuery(deskSettingsQuery);
  if (editing && settings)
    return <PhraseEditor kind="consultation" settings={settings} opinion={opinion} onClose={() => onEditing(false)} />;
  return (
    <PhraseKeys kind="consultation" onPhrase={onInsert}>
      <button type="button" className="ow-link ow-small" onClick={() => onEditing(true)}>
        改常用语
      </button>
    </PhraseKeys>
  );
}
