import { personalDataPath } from './events.js';

/** What is known at the window when a result is to be handed over (R6.1). */
export interface HandOverFacts {
  hasResult: boolean;
  /** R6.2: why its paper can't be handed out here, in Chinese; null when it lies here, or there is none. */
  paperAway: string | null;
  /** Fee in fen; 0 when none. */
  feeDue: number;
  /** Paid so far, in fen. */
  feePaid: number;
  /** Was the identity of the person at the window checked? */
  collectorChecked: boolean;
  /** Only when someone else than the applicant collects: was the authority checked? Null when the applicant collects. */
  authorityChecked: boolean | null;
  hasSignature: boolean;
  /** Deferred materials still open (R4.4). */
  openDeferred: number;
  /** A denial's notice is served even with deferred materials open (R4.4). */
  isDenial: boolean;
}

export interface HandOverProblem {
  code: 'no-result' | 'paper' | 'fee' | 'identity' | 'authority' | 'signature' | 'deferred' | 'method' | DeliveryField;
  /** Chinese. */
  reason: string;
}

/** R6.1, R4.4: what hinders the hand-over, in the order of the window's work; empty when nothing does. */
export function handOverProblems(facts: HandOverFacts): HandOverProblem[] {
  const problems: HandOverProblem[] = [];
  if (!facts.hasResult) problems.push({ code: 'no-result', reason: '还没有结果。等审批人员出证' });
  if (facts.paperAway !== null) problems.push({ code: 'paper', reason: facts.paperAway });
  if (facts.openDeferred > 0 && !facts.isDenial)
    problems.push({ code: 'deferred', reason: `${facts.openDeferred} 份容缺材料未补交。收齐后出件` });
  if (facts.feePaid < facts.feeDue) problems.push({ code: 'fee', reason: `欠费 ${yuan(facts.feeDue - facts.feePaid)} 元。缴清后出件` });
  if (!facts.collectorChecked) problems.push({ code: 'identity', reason: '取件人身份未核对。核对证件' });
  if (facts.authorityChecked === false) problems.push({ code: 'authority', reason: '代取人的授权未核对。核对委托书' });
  if (!facts.hasSignature) problems.push({ code: 'signature', reason: '取件人未签名。在签名板上签名' });
  return problems;
}

/** How a result reaches the applicant (R6.2). */
export type PickupMethod = 'window' | 'post' | 'cabinet';

/** R6.2: by post or from a cabinet only where the item offers it; over the counter always. Null when the way is open. */
export function pickupMethodProblem(method: PickupMethod, offered: readonly PickupMethod[]): HandOverProblem | null {
  if (method === 'window' || offered.includes(method)) return null;
  return { code: 'method', reason: `本事项的结果不能${method === 'post' ? '邮寄' : '放自助柜'}。请申请人到窗口领取` };
}

/** What has to be told of a parcel and of a cabinet's box, by the names of the fields. */
export type DeliveryField = 'carrier' | 'trackingNo' | 'address' | 'cabinet' | 'box';
/** Where a result went that was not taken at the window. */
export type DeliveryWords = Partial<Record<DeliveryField, string | null>>;

const FIELDS_OF_METHOD: Readonly<Record<PickupMethod, readonly DeliveryField[]>> = {
  window: [],
  post: ['carrier', 'trackingNo', 'address'],
  cabinet: ['cabinet', 'box'],
};

/** R6.2: what a way of delivery asks for, in the order of its form; nothing at the window. */
export function deliveryFields(method: PickupMethod): readonly DeliveryField[] {
  return FIELDS_OF_METHOD[method];
}

/** What each field is called on screens. */
export const DELIVERY_LABELS = {
  carrier: '承运单位',
  trackingNo: '邮件号',
  address: '收件地址',
  cabinet: '柜号',
  box: '格号',
} as const satisfies Record<DeliveryField, string>;

const NEXT = {
  carrier: '选或写承运单位',
  trackingNo: '扫面单或照面单填写',
  address: '问清收件地址',
  cabinet: '写明放在哪个柜',
  box: '写明放在哪一格',
} as const satisfies Record<DeliveryField, string>;

/** Characters of a parcel's number. A shorter one is still on its way rather than wrong. */
export const SHORTEST_TRACKING_NUMBER = 8;
const LONGEST_TRACKING_NUMBER = 30;
const TRACKING_NUMBER = new RegExp(`^[0-9A-Z]{${SHORTEST_TRACKING_NUMBER},${LONGEST_TRACKING_NUMBER}}$`);

/** The number of a parcel as it is kept: without blanks and hyphens, upper case. */
export function plainTrackingNumber(typed: string): string {
  return typed.replaceAll(/[\s-]/g, '').toUpperCase();
}

/**
 * R6.2: where the paper is must be known when it leaves the window: a parcel by its carrier and number, a cabinet by its box.
 * @returns what is missing or wrong, in the order of the fields; empty for a way that needs nothing
 */
export function deliveryProblems(method: PickupMethod, told: DeliveryWords): (HandOverProblem & { code: DeliveryField })[] {
  return FIELDS_OF_METHOD[method].flatMap((code) => {
    const words = (told[code] ?? '').trim();
    if (words === '') return [{ code, reason: `${DELIVERY_LABELS[code]}没有填。${NEXT[code]}` }];
    const fault = code === 'trackingNo' ? trackingFault(words) : null;
    return fault === null ? [] : [{ code, reason: fault }];
  });
}

function trackingFault(typed: string): string | null {
  const number = plainTrackingNumber(typed);
  if (!TRACKING_NUMBER.test(number)) return `邮件号是 ${SHORTEST_TRACKING_NUMBER} 到 ${LONGEST_TRACKING_NUMBER} 位数字和字母。对照面单改正`;
  // R10.1: the story keeps the parcel's number for good, and a person's number must never get there.
  return personalDataPath(number) === null ? null : '这是手机号或证件号，不是邮件号。对照面单改正';
}

/** R6.2: where a result went that was not taken at the window: 邮寄，中国邮政 EMS 1234567890123; null for the window, and where nothing was told. */
export function deliveryPlace(method: PickupMethod, told: DeliveryWords): string | null {
  const words = FIELDS_OF_METHOD[method].flatMap((field) => (field === 'address' ? [] : [told[field] ?? ''])).filter((one) => one !== '');
  if (words.length === 0) return null;
  return method === 'post' ? `邮寄，${words.join(' ')}` : `自助柜 ${told.cabinet ?? ''}，${told.box ?? ''}`;
}

/** R6.1: is it one person's name, however it was typed? Blanks and the dots of a name are not looked at. */
export function isSamePersonName(one: string, other: string): boolean {
  const plain = (name: string): string =>
    name
      .normalize('NFKC')
      .replaceAll(/[\s.·•‧・]/g, '')
      .toLowerCase();
  return plain(one) === plain(other);
}

function yuan(fen: number): string {
  return (fen / 100).toFixed(2);
}
