import type { CaseDetail, ItemDefinition } from '@onewindow/contracts';
import { isDraft } from '@onewindow/domain';
import { useKeptWords } from '@onewindow/ui';
import { memo, useState } from 'react';
import { aboutCase } from '../../app/written-about.js';
import { OverrideRequest } from '../follow-up/index.js';
import { GuidePane, ItemPaperPane, NoticePreview, PreviewPane, type ShownItemPaper } from '../notices/index.js';
import { actionOf } from './decision-actions.js';
import { DocumentPane } from './document-pane.js';
import { NoticePane } from './notice-pane.js';
import { ReasonPane } from './reason-pane.js';
import { SupplementPane } from './supplement-pane.js';
import { materialsToSupplement } from './supplement-text.js';
import type { CounterCommand } from './use-case-commands.js';

/** What the right column shows: papers, notices, or a decision that wants its words first. */
export type SideView = 'document' | 'notice' | 'preview' | 'guide' | 'paper' | 'supplement' | 'decline' | 'deny';

const DECLINE_PHRASES = ['本事项依法不需要取得许可', '不属于本机关职权范围，应向有权机关申请', '申请人不具备申请资格'];
const DENY_PHRASES = ['经核对不符合办理条件', '申请人已在其他地方参保，不能重复登记'];

export interface DeskSideProps {
  detail: CaseDetail;
  view: SideView;
  onView: (view: SideView) => void;
  open: string | null;
  takesPapers: boolean;
  arrivedFileId: string | null;
  /** 空白表 or 样表 that was asked for last. */
  itemPaper: ShownItemPaper | null;
  definition: ItemDefinition;
  onFiles: (code: string, files: File[]) => void;
  onRemove: (fileId: string) => void;
  /** Of the item version (R2.6). */
  declineReasons: readonly string[];
  noticeText: string;
  /** The words were changed by hand. */
  isOwnText: boolean;
  onNoticeText: (text: string | null) => void;
  busy: boolean;
  onCommand: (command: CounterCommand) => void;
}

/** The right column of 受理台. */
export const DeskSide = memo(function DeskSide(props: DeskSideProps) {
  const { detail, view, onView, open, takesPapers, noticeText, isOwnText, busy, onCommand } = props;
  const [notice, setNotice] = useState<string | null>(null);
  const [decline, setDecline] = useKeptWords(aboutCase(detail.id, 'decline'));
  const [deny, setDeny] = useKeptWords(aboutCase(detail.id, 'deny'));
  // Pages lie in the capture alone and belong to the paper for which they were begun, whatever row is chosen meanwhile.
  const [capturing, setCapturing] = useState<string | null>(null);
  const takenFor = takesPapers && detail.materials.some((m) => m.code === capturing) ? capturing : null;
  const back = () => onView(isDraft(detail.status) || detail.notices.length === 0 ? 'document' : 'notice');
  switch (takenFor === null ? view : 'document') {
    case 'document': {
      const shown = takenFor ?? open;
      const at = detail.materials.findIndex((m) => m.code === shown);
      return (
        <DocumentPane
          key={shown}
          caseId={detail.id}
          material={detail.materials[at] ?? null}
          number={at + 1}
          editable={takesPapers}
          arrivedFileId={props.arrivedFileId}
          noticeCount={detail.notices.length}
          isCapturing={takenFor !== null}
          onCapturing={(begun) => setCapturing(begun ? shown : null)}
          onFiles={(files) => {
            if (shown !== null) props.onFiles(shown, files);
          }}
          onRemove={props.onRemove}
          onNotices={() => onView('notice')}
          onPreview={takesPapers ? () => onView('preview') : null}
        />
      );
    }
    case 'preview':
      return <PreviewPane detail={detail} noticeText={isOwnText ? noticeText : ''} onClose={back} />;
    case 'guide':
      return (
        <GuidePane
          version={{ id: detail.itemVersionId, name: detail.itemName, definition: props.definition }}
          answers={detail.answers}
          onClose={back}
        />
      );
    case 'paper':
      return props.itemPaper ? <ItemPaperPane versionId={detail.itemVersionId} shown={props.itemPaper} onClose={back} /> : null;
    case 'notice':
      return (
        <NoticePane
          caseId={detail.id}
          notices={detail.notices}
          shown={notice}
          onShow={setNotice}
          onMaterials={detail.materials.length > 0 ? () => onView('document') : null}
          handsOn={detail.actions.length > 0}
        />
      );
    case 'supplement':
      return (
        <SupplementPane
          count={materialsToSupplement(detail.materials).length}
          text={noticeText}
          onText={props.onNoticeText}
          onCompose={isOwnText ? () => props.onNoticeText(null) : null}
          busy={busy}
          hindrance={refusalOf(detail, 'supplement')}
          onSend={() => onCommand({ action: 'supplement', text: isOwnText ? noticeText : '' })}
          further={<OverrideRequest detail={detail} />}
          preview={
            <NoticePreview
              caseId={detail.id}
              version={detail.version}
              name="补正告知书"
              body={{ kind: 'supplement', ...(isOwnText ? { text: noticeText } : {}) }}
            />
          }
          onCancel={back}
        />
      );
    case 'decline':
      return (
        <ReasonPane
          verb="不予受理"
          note="不予受理通知书写明理由和救济途径，当场送达。"
          phrases={props.declineReasons.length > 0 ? props.declineReasons : DECLINE_PHRASES}
          reason={decline}
          onReason={setDecline}
          busy={busy}
          onSend={(reason) => onCommand({ action: 'decline', reason })}
          onCancel={back}
          preview={(reason) => (
            <NoticePreview caseId={detail.id} version={detail.version} name="不予受理通知书" body={{ kind: 'decline', reason }} />
          )}
        />
      );
    case 'deny':
      return (
        <ReasonPane
          verb="不予许可"
          note="决定书写明理由和救济途径，和结果一样送达。"
          phrases={DENY_PHRASES}
          reason={deny}
          onReason={setDeny}
          busy={busy}
          onSend={(reason) => onCommand({ action: 'decide', decision: 'deny', reason })}
          onCancel={back}
        />
      );
  }
});

/** Why the server would refuse, or null. */
function refusalOf(detail: CaseDetail, name: string): string | null {
  const action = actionOf(detail, name);
  return action?.allowed ? null : (action?.reason ?? '这一步现在不能办');
}
