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
  code: 'no-result' | 'paper' | 'fee' | 'identity' | 'authority' | 'signature' | 'deferred' | 'method';
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
