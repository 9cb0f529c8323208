import { paperDate } from '@onewindow/domain';
import type { StoredNoticeContent } from '../notice-content.js';
import type { IssuedKind } from '../notice-kinds.js';
import type { OfficialDocument, SealBlock } from './document-model.js';
import { NOTICE_WORDS } from './words/index.js';

/** A stored notice with what its head prints. */
export interface StoredNotice {
  readonly kind: IssuedKind;
  readonly title: string;
  readonly number: string;
  readonly issuedAt: Date;
  readonly content: StoredNoticeContent;
}

const COPIES = '一式两份，申请人、受理机关各存一份';

/** What of the page differs from kind to kind besides the words. */
const MANNERS: Partial<Record<IssuedKind, Partial<Pick<OfficialDocument, 'signature' | 'foot' | 'copies'>>>> = {
  // The applicant's own document: signed by the applicant, not sealed by the agency.
  commitment: { signature: '承诺人（签名或盖章）：', foot: 'officer' },
  paperTransfer: { foot: 'transfer', copies: '一式两份，移出方、移入方各存一份' },
};

function sealOf({ permit, office, issuedOn }: StoredNoticeContent): SealBlock {
  return {
    words: permit ? '行政许可专用章' : '政务服务专用章',
    agency: office.department,
    day: paperDate(issuedOn),
    image: office.departmentCode === undefined ? null : { department: office.departmentCode, permit },
  };
}

/** R10.3: progress without a login, no personal data; the slip that goes with the paper carries the case's number for the scanner. */
function qrOf({ kind, content }: StoredNotice, publicUrl: string): OfficialDocument['qr'] {
  if (kind === 'paperTransfer') return { url: content.caseNo, caption: '交接时扫描' };
  return { url: `${publicUrl}/front/progress/${content.progressToken}`, caption: '扫码查进度' };
}

/** Chooses the words of a notice from its stored facts (R2.6). `publicUrl` is where its QR code leads (R10.3). */
export function composeNotice(notice: StoredNotice, publicUrl: string): OfficialDocument {
  const { kind, content } = notice;
  const words = NOTICE_WORDS[kind];
  return {
    style: 'official',
    agency: content.office.department,
    title: notice.title,
    number: notice.number,
    addressee: kind === 'paperTransfer' ? null : kind === 'commitment' ? `${content.office.department}：` : `${content.applicantName}：`,
    opening: words.opening(content),
    facts: words.facts(content),
    table: words.table(content),
    closing: words.closing(content),
    qr: qrOf(notice, publicUrl),
    seal: sealOf(content),
    officer: content.officer,
    signature: null,
    foot: 'applicant',
    copies: COPIES,
    watermark: null,
    issuedAt: notice.issuedAt.toISOString(),
    ...MANNERS[kind],
  };
}
