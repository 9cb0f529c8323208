import { groupCaseNo, paperDate } from '@onewindow/domain';
import type { StoredResultContent } from '../result-content.js';
import type { PrintedDocument, SealBlock } from './document-model.js';

/** A stored result with what its head prints. */
export interface StoredResult {
  readonly name: string;
  readonly number: string;
  readonly issuedAt: Date;
  readonly content: StoredResultContent;
}

function validityWords(validity: StoredResultContent['validity']): string | null {
  if (validity === null) return null;
  return validity.until === null
    ? `自 ${paperDate(validity.from)}起长期有效`
    : `${paperDate(validity.from)}至 ${paperDate(validity.until)}`;
}

function rowsOf(content: StoredResultContent): (readonly [string, string])[] {
  const holder: readonly [string, string] = [content.applicantKind === 'legal' ? '单位名称' : '姓名', content.applicantName];
  const fields = content.rows.filter(([, value]) => value !== content.applicantName);
  const validity = validityWords(content.validity);
  return [holder, ...fields, ...(validity === null ? [] : [['有效期限', validity] as const])];
}

/** Chooses the words of a result: a framed licence or certificate (mockup 04), or a decision in the form of a notice. */
export function composeResult(result: StoredResult, publicUrl: string): PrintedDocument {
  const { content } = result;
  const issuedAt = result.issuedAt.toISOString();
  const seal: SealBlock = {
    words: content.permit ? '行政许可专用章' : '政务服务专用章',
    agency: content.department,
    day: paperDate(content.decidedOn),
    image: content.departmentCode === undefined ? null : { department: content.departmentCode, permit: content.permit },
  };
  if (content.style === 'licence')
    return { style: 'licence', title: result.name, number: result.number, rows: rowsOf(content), seal, issuedAt };
  const who = content.applicantKind === 'legal' ? '你单位' : '你';
  const opening = [`${who}于 ${paperDate(content.receivedOn)}提出的`, { bold: content.item }, '申请，经审查，符合规定条件，决定如下。'];
  return {
    style: 'official',
    agency: content.department,
    title: result.name,
    number: result.number,
    addressee: `${content.applicantName}：`,
    opening: [opening],
    facts: [['统一受理编号', groupCaseNo(content.caseNo)], ...rowsOf(content), ['决定日期', paperDate(content.decidedOn)]],
    table: null,
    closing: [
      [
        `如不服本决定，可以自收到本文书之日起六十日内向${content.region}人民政府申请行政复议，也可以自收到本文书之日起六个月内依法向有管辖权的人民法院提起行政诉讼。`,
      ],
    ],
    qr: { url: `${publicUrl}/front/progress/${content.progressToken}`, caption: '扫码查进度' },
    seal,
    officer: content.officer,
    signature: null,
    foot: 'applicant',
    watermark: null,
    copies: '一式两份，申请人、决定机关各存一份',
    issuedAt,
  };
}
