import { accountFor, colleague, enter } from './accounts.js';
import type { Person } from './person.js';
import { claimed, reviewed } from './review-over-api.js';

/** The people of a department who take a child of a bundle through its route. */
export interface ChildDesk {
  approver: Person;
  chief: Person;
}

/** 市场监管局 has two people on the sign-in page; small departments have one who does both. */
export async function marketDesk(): Promise<ChildDesk> {
  const [approver, chief] = await Promise.all(['审批人员', '首席代表'].map((duty) => accountFor(duty, '市场监管局')));
  if (!approver || !chief) throw new Error('market has no desk');
  return { approver: await enter(approver), chief: await enter(chief) };
}

/** A department's chief who reviews too. */
export async function deskOf(name: string): Promise<ChildDesk> {
  const person = await enter(await colleague(name));
  return { approver: person, chief: person };
}

/** Reviews and decides a child; a result on paper is brought to the window. */
export async function decidedChild({ approver, chief }: ChildDesk, caseNo: string, deny?: string): Promise<void> {
  const { caseId } = await reviewed(approver, caseNo);
  const decision = deny === undefined ? 'grant' : 'deny';
  await claimed(chief, caseNo);
  const { version } = await chief.api.getCase({ params: { id: caseId } });
  const reason = deny === undefined ? {} : { reason: deny };
  const decided = await chief.api.decideCase({ params: { id: caseId }, body: { expectedVersion: version, decision, ...reason } });
  if (decided.status !== 'decided') return;
  await approver.api.issueResult({ params: { id: caseId }, body: { expectedVersion: decided.version, place: '出件窗口 2 柜 8 格' } });
}
