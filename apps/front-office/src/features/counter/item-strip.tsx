import type { CaseDetail } from '@onewindow/contracts';
import { isBeforeAcceptance, isDraft, shanghaiDateOf } from '@onewindow/domain';
import { CaseMarks, CaseStatusTag, Chip, formatCaseNo, formatElapsed, formatMoment, formatTimeSeconds, Kbd, useNow } from '@onewindow/ui';
import type { ReactNode } from 'react';
import { useConnection } from '../../app/connection.js';
import { TicketStrip } from '../tickets/index.js';
import type { SaveState } from './case-writer.js';

export interface ItemStripProps {
  detail: CaseDetail;
  save: SaveState;
  onChangeItem: () => void;
}

export const KIND_LABELS = { instant: '即办件', promised: '承诺件', bundle: '一件事' } as const;

/** Limits in words: 法定 20·承诺 5 个工作日; an instant item has none. */
export function limitWords(statutory: number | null, promised: number | null, kind: keyof typeof KIND_LABELS): string {
  if (kind === 'instant') return '当场办结';
  const parts = [statutory === null ? '' : `法定 ${statutory}`, promised === null ? '' : `承诺 ${promised}`].filter(Boolean);
  return parts.length === 0 ? '无时限' : `${parts.join('·')} 个工作日`;
}

const SAVE_WORDS = {
  saved: null,
  unsaved: '有改动，即将保存',
  saving: '正在保存',
  offline: '已存本机，恢复后自动送出',
  conflict: '没有保存：别处先改了',
  refused: '没有保存：有一项不能存',
} as const satisfies Record<SaveState, string | null>;

/** The strip under the top bar: which item is on the counter, its limits, since when, and whether the draft is safe. */
export function ItemStrip({ detail, save, onChangeItem }: ItemStripProps) {
  const isUnreceived = isDraft(detail.status);
  const isOpen = isBeforeAcceptance(detail.status);
  const isAway = useConnection().awaySince !== null;
  const isUnderWay = save === 'unsaved' || save === 'saving';
  const saved = isOpen && detail.draftSavedAt ? `草稿 ${formatTimeSeconds(detail.draftSavedAt)} 已存` : '';
  return (
    <Strip
      title={detail.itemName}
      {...(isOpen ? { caseId: detail.id } : {})}
      unfinished={isUnreceived}
      right={
        detail.caseNo ? (
          <>
            <span className="ow-number">{formatCaseNo(detail.caseNo)}</span>
            <CaseStatusTag status={detail.status} />
          </>
        ) : null
      }
    >
      <Chip tone="neutral" shape="none" ground="outline">
        {KIND_LABELS[detail.kind]}
      </Chip>
      <span className="ow-secondary">{limitWords(detail.statutoryLimit, detail.promisedLimit, detail.kind)}</span>
      <CaseMarks {...detail} />
      <span className="ow-key-hint">
        <button type="button" className="ow-link" aria-keyshortcuts="F3" onClick={onChangeItem}>
          {isUnreceived ? '换事项' : '下一件'}
        </button>
        <Kbd keys="F3" />
      </span>
      {isOpen ? <span className="fo-strip-rule" aria-hidden="true" /> : null}
      {isUnreceived ? <Elapsed since={detail.createdAt} /> : null}
      <span className={save === 'conflict' || save === 'refused' ? 'fo-trouble' : 'ow-secondary'} role="status">
        {SAVE_WORDS[isAway && isUnderWay ? 'offline' : save] ?? saved}
      </span>
    </Strip>
  );
}

function Elapsed({ since }: { since: string }) {
  const now = useNow('second');
  const today = shanghaiDateOf(now);
  // A draft of an earlier day has no sitting to time.
  if (shanghaiDateOf(since) !== today) return <span>{`${formatMoment(since, today)} 开始`}</span>;
  return (
    <span>
      已用 <strong className="fo-elapsed">{formatElapsed(now.getTime() - new Date(since).getTime())}</strong>
    </span>
  );
}

export interface StripProps {
  title: string;
  children?: ReactNode;
  right?: ReactNode;
  /** The case on the counter, until it is accepted: the ticket that was called belongs to it. */
  caseId?: string;
  unfinished?: boolean;
}

/** The strip itself, on every page of the counter. */
export function Strip({ title, children, right, caseId, unfinished = false }: StripProps) {
  return (
    <TicketStrip caseId={caseId ?? null} unfinished={unfinished} right={right}>
      <h1>{title}</h1>
      {children}
    </TicketStrip>
  );
}
