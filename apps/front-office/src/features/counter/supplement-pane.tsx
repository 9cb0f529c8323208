import { Button, Pane, useKeys } from '@onewindow/ui';
import { Input } from 'antd';
import type { ReactNode } from 'react';

export interface SupplementPaneProps {
  count: number;
  text: string;
  onText: (text: string) => void;
  /** Takes the words back to those composed from the verdicts. */
  onCompose: (() => void) | null;
  busy: boolean;
  /** Why it can't be sent, or null. */
  hindrance: string | null;
  onSend: () => void;
  onCancel: () => void;
  /** R2.3: how a further notice is asked for, where one was served already. */
  further: ReactNode;
  /** The notice with these words, as it would be served. */
  preview: ReactNode;
}

/** The one notice (R2.3) before it goes out: composed from the verdicts, the words can be changed. */
export function SupplementPane({
  count,
  text,
  onText,
  onCompose,
  busy,
  hindrance,
  onSend,
  onCancel,
  further,
  preview,
}: SupplementPaneProps) {
  useKeys({ Escape: { label: '收起', run: onCancel } }, { title: '一次告知书', scope: 'panel' });
  const cannot = hindrance ?? (text.trim() === '' ? '没有要补的材料。在材料上记有误或未交' : null);
  return (
    <Pane
      title="一次告知书"
      words={`由未合格材料自动生成，${count} 条`}
      right={
        onCompose ? (
          <button type="button" className="ow-link" onClick={onCompose}>
            还原文字
          </button>
        ) : null
      }
      inset
      foot={
        <>
          <Button
            label={`一次告知补正 ${count} 份`}
            kind="primary"
            keys="Ctrl+Enter"
            keyScope="panel"
            disabled={cannot !== null}
            busy={busy}
            onClick={onSend}
          />
          <Button label="收起" keys="Escape" printOnly onClick={onCancel} />
          {cannot ? <span className="fo-trouble">{cannot}</span> : null}
        </>
      }
    >
      <div className="fo-reason">
        <label htmlFor="fo-supplement">告知内容</label>
        <Input.TextArea
          id="fo-supplement"
          autoFocus
          autoSize={{ minRows: 5, maxRows: 9 }}
          maxLength={2000}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
        <p className="ow-secondary ow-small">仅此一次，一次说全。补齐之日为受理日。</p>
        {further}
      </div>
      {cannot === null ? preview : null}
    </Pane>
  );
}
