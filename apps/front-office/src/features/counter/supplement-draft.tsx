import { Kbd, Pane, useKeys, useScreenSize } from '@onewindow/ui';

/** From 1600 px on: the one notice as it grows from the verdicts. F7 opens it to change the words. */
export function SupplementDraft({ text, onEdit }: { text: string; onEdit: () => void }) {
  const size = useScreenSize();
  useKeys(text === '' ? {} : { F7: { label: '改告知书文字', run: onEdit } }, { title: '受理台' });
  if (size !== 'wide' || text === '') return null;
  return (
    <Pane
      size="fit"
      title="一次告知书"
      words={`由未合格材料自动生成，${text.split('\n').length} 条`}
      right={
        <>
          <button type="button" className="ow-link" onClick={onEdit}>
            改文字
          </button>
          <Kbd keys="F7" />
        </>
      }
      inset
    >
      <p className="fo-supplement-text" tabIndex={0}>
        {text}
      </p>
      <p className="ow-secondary ow-small">仅此一次，一次说全。补齐之日为受理日。</p>
    </Pane>
  );
}
