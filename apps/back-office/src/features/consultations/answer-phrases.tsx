import { Kbd, useKeys } from '@onewindow/ui';

/** What fire, housing and market answer most. */
const PHRASES = [
  { label: '符合规范', text: '符合规范要求。' },
  { label: '按规范复核', text: '请按规范复核后施工。' },
  { label: '补充材料', text: '材料不足以判断，请补充。' },
  { label: '现场核查', text: '请现场核查后办理。' },
] as const;

/** Phrases behind Alt+1 to Alt+4, put at the end of the answer. */
export function AnswerPhrases({ onInsert }: { onInsert: (phrase: string) => void }) {
  useKeys(Object.fromEntries(PHRASES.map(({ label, text }, at) => [`Alt+${at + 1}`, { label, run: () => onInsert(text) }])), {
    title: '常用语',
  });
  return (
    <div className="bo-phrases">
      {PHRASES.map(({ label, text }, at) => (
        <button key={label} type="button" className="bo-phrase" title={text} onClick={() => onInsert(text)}>
          <Kbd keys={`Alt+${at + 1}`} />
          {label}
        </button>
      ))}
    </div>
  );
}
