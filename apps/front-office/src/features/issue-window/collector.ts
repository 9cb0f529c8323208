import type { RequestOf, Endpoints, ReadyRow } from '@onewindow/contracts';
import { contradictsMask, type DeliveryField, handOverProblems, parseDocumentNumber, plainNumber, type IsoDate } from '@onewindow/domain';
import { type DeliveryEntry, deliveryGaps } from './delivery.js';

export type CollectorInput = RequestOf<Endpoints['handOver']>['body']['collector'];

/** Who stands at the window to collect, as typed or scanned. */
export interface CollectorEntry {
  relation: CollectorInput['relation'];
  name: string;
  identityNumber: string;
  /** The number came along from the counter: shown masked (R10.2). */
  carried: boolean;
  /** The clerk has compared person and card. */
  compared: boolean;
  /** For an agent: the authority shown. */
  authority: string;
  signed: boolean;
}

export const EMPTY_COLLECTOR: CollectorEntry = {
  carried: false,
  relation: 'self',
  name: '',
  identityNumber: '',
  compared: false,
  authority: '',
  signed: false,
};

/** One thing that still hinders the hand-over, in the order of the window's work. */
export interface CollectorGap {
  key: 'selection' | 'name' | 'identityNumber' | 'compared' | 'authority' | 'signature' | DeliveryField;
  label: string;
  isWrong: boolean;
}

/** What the number typed so far is: nothing, wrong, of a document without a check digit, or a 公民身份号码 that passed. */
export interface NumberCheck {
  state: 'empty' | 'bad' | 'unchecked' | 'ok';
  reason: string | null;
}

/** Is the collector's number complete and right (R6.1)? By the server's rule. */
export function identityCheck(number: string, today: IsoDate): NumberCheck {
  if (plainNumber(number) === '') return { state: 'empty', reason: null };
  const read = parseDocumentNumber(number, today);
  if (!read.ok) return { state: 'bad', reason: read.reason };
  return { state: read.value.isNational ? 'ok' : 'unchecked', reason: null };
}

const isReadable = ({ state }: NumberCheck): boolean => state === 'ok' || state === 'unchecked';

type ApplicantOf = Pick<ReadyRow, 'applicantKind' | 'applicantIdentityMasked'>;

/**
 * The collector's number against the applicant's: whoever collects their own result shows the number of the case. What the mask leaves
 * in sight is enough to see another person before they sign; the server compares all of it.
 */
export function collectorCheck(entry: CollectorEntry, chosen: readonly ApplicantOf[], today: IsoDate): NumberCheck {
  const check = identityCheck(entry.identityNumber, today);
  const number = plainNumber(entry.identityNumber);
  const isOther = ({ applicantKind, applicantIdentityMasked: masked }: ApplicantOf) =>
    applicantKind === 'natural' && contradictsMask(number, masked);
  if (!isReadable(check) || entry.relation !== 'self' || !chosen.some(isOther)) return check;
  return { state: 'bad', reason: '证件号与申请人的不一致。核对证件；由他人代领的，改选代理人' };
}

/** R6.1, R6.2: what is missing at the window; what hinders a single result stands on its row. */
export function collectorGaps(
  entry: CollectorEntry,
  chosen: readonly ApplicantOf[],
  today: IsoDate,
  delivery: DeliveryEntry,
): CollectorGap[] {
  const gaps: CollectorGap[] = [];
  if (chosen.length === 0) gaps.push({ key: 'selection', label: '选要交付的结果', isWrong: false });
  if (entry.name.trim() === '') gaps.push({ key: 'name', label: '取件人姓名', isWrong: false });
  const check = collectorCheck(entry, chosen, today);
  if (!isReadable(check)) gaps.push({ key: 'identityNumber', label: '取件人证件号', isWrong: check.state === 'bad' });
  if (!entry.compared) gaps.push({ key: 'compared', label: '比对人和证件', isWrong: false });
  if (entry.relation === 'agent' && entry.authority.trim() === '') gaps.push({ key: 'authority', label: '代理人授权', isWrong: false });
  for (const { key, label, fault } of deliveryGaps(delivery)) gaps.push({ key, label, isWrong: fault !== null });
  if (!entry.signed) gaps.push({ key: 'signature', label: '取件人签名', isWrong: false });
  return gaps;
}

/** The facts of the bar, each with its state: 结果已出, 费用已清, 身份与授权已核, 已签名; by post and in a cabinet 去处已写明. */
export function handOverChecks(
  rows: readonly ReadyRow[],
  entry: CollectorEntry,
  today: IsoDate,
  delivery: DeliveryEntry,
): { label: string; done: boolean }[] {
  const isChecked = entry.compared && entry.name.trim() !== '' && isReadable(identityCheck(entry.identityNumber, today));
  const codes = new Set(
    rows.flatMap((row) =>
      handOverProblems({
        hasResult: row.result.issuedAt !== null,
        paperAway: null,
        feeDue: row.feeCents,
        feePaid: row.feePaid ? row.feeCents : 0,
        collectorChecked: isChecked,
        authorityChecked: entry.relation === 'self' ? null : entry.authority.trim() !== '',
        hasSignature: entry.signed,
        openDeferred: 0,
        isDenial: row.result.denial,
      }).map((problem) => problem.code),
    ),
  );
  const none = rows.length === 0;
  return [
    { label: '结果已出', done: !none && !codes.has('no-result') },
    { label: '费用已清', done: !none && !codes.has('fee') },
    { label: '身份与授权已核', done: !none && !codes.has('identity') && !codes.has('authority') },
    { label: '已签名', done: entry.signed },
    ...(delivery.method === 'window' ? [] : [{ label: '去处已写明', done: deliveryGaps(delivery).length === 0 }]),
  ];
}

/** The entry as the contract wants it. */
export function toCollectorInput(entry: CollectorEntry, signaturePng: string): CollectorInput {
  return {
    relation: entry.relation,
    name: entry.name.trim(),
    identityNumber: plainNumber(entry.identityNumber),
    identityChecked: true,
    ...(entry.relation === 'agent' ? { authority: entry.authority.trim() } : {}),
    signaturePng,
  };
}

/** Base64 of a picture, without the `data:` prefix. */
export async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
