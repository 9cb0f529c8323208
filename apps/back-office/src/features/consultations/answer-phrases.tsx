import { Kbd, useKeys } from '@onewindow/ui';

/** What fire, housing and market answer most. */
const PHRASES = ['符合规范要求。', '请按规范复核后施工。', '材料不足以判断，请补充。', '请现场核查后办理。'] as const;

/** Phrases behind Alt+1 to Alt+4, put at the end of the answer. */
export function AnswerPhrases({ onInsert }: { onInsert: (phrase: string) => void }) {
  useKeys(Object.fromEntries(PHRASES.map((phrase, at) => [`Alt+${at + 1}`, { label: phrase, run: () => onInsert(phrase) }])), {
    title: '常用语',
  });
  return (
    <div className="bo-phrases">
      {PHRASES.map((phrase, at) => (
        <button key={phrase} type="button" className="bo-phrase" onClick={() => onInsert(phrase)}>
          <Kbd keys={`Alt+${at + 1}`} />
          {phrase.replace(/。$/u, '')}
        </button>
      ))}
    </div>
  );
}
