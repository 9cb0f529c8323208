import { useCommand } from '@onewindow/api-client';
import { endpoints, type GuideView, type ItemVersion, pathOf } from '@onewindow/contracts';
import { Button, MessageBar, useKeys } from '@onewindow/ui';
import { useState, type ReactNode } from 'react';
import { api } from '../../app/api.js';
import { printOrOpen } from '../../app/print-pdf.js';
import { Sheet } from './sheet.js';
import { usePreview } from './use-preview.js';
import './notices.css';

type Answers = Record<string, string | number | boolean>;

export interface GuidePaneProps {
  version: Pick<ItemVersion, 'id' | 'name' | 'definition'>;
  answers: Answers;
  /** The questions, where they do not stand elsewhere on the screen. */
  children?: ReactNode;
  onClose: () => void;
}

/** 一次告知单 for the answers, before anything is received: seen at once, printed under a number of its own. */
export function GuidePane({ version, answers, children, onClose }: GuidePaneProps) {
  const body = { itemVersionId: version.id, answers };
  const preview = usePreview({ kind: 'guide', body });
  const [issued, setIssued] = useState<{ of: string; guide: GuideView } | null>(null);
  const content = JSON.stringify(body);
  const last = issued?.of === content ? issued.guide : null;
  const open = version.definition.questions.filter((question) => answers[question.key] === undefined);
  const issue = useCommand((input: typeof body, keyedBy) => api.issueGuide({ body: input }, keyedBy(input)), {
    onDone: (guide, input) => {
      setIssued({ of: JSON.stringify(input), guide });
      void printOrOpen(pathOf(endpoints.getGuideFile, { params: { id: guide.id } }));
    },
  });
  useKeys({ Escape: { label: '收起告知单', run: onClose } }, { title: '一次告知单', scope: 'panel' });
  const words = last ? `已出 ${last.number}` : open.length > 0 ? `还有 ${open.length} 问没有回答` : '打印时编号';
  return (
    <section className="ow-pane ow-pane-fill" aria-label="一次告知单">
      <div className="ow-pane-head fo-document-head">
        <h2>一次告知单</h2>
        <span className={open.length > 0 ? 'ow-pane-head-trouble' : 'ow-pane-head-words'}>{words}</span>
        <span className="ow-pane-head-right">
          <Button
            size="small"
            label={last ? '再出一份' : '打印'}
            kind="primary"
            keys="Ctrl+P"
            keyScope="panel"
            busy={issue.isPending}
            onClick={() => issue.mutate(body)}
          />
          <Button size="small" label="收起" keys="Escape" printOnly onClick={onClose} />
        </span>
      </div>
      {issue.error ? <MessageBar kind="error">{issue.error.message}</MessageBar> : null}
      {children}
      <Sheet name="一次告知单" url={preview.url} problem={preview.problem} />
    </section>
  );
}
