import { type ItemDefinition, sampleForm, sampleIdentity, sampleMaterials, samplePdf } from '@onewindow/contracts';
import type { HttpSession } from './http-session.js';
import type { SampleTable } from './statistics.js';

/** 1×1 PNG: the signature's bytes don't matter, that they are kept does. */
const SIGNATURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
/** A complete case of the bench brings three files. */
export const UPLOADS = 3;
const UPLOAD_BYTES = 20_000;

/** The people of one client: each signed in once, as in a hall. */
export interface Crew {
  clerk: HttpSession;
  approver: HttpSession;
  chief: HttpSession;
}

export interface JourneyItem {
  versionId: string;
  definition: ItemDefinition;
  /** Under which three materials are asked for. */
  answers: Record<string, string | number | boolean>;
}

/** Names of the writing steps in the order of R11; the bench prints one line for each. */
export const WRITE_STEPS = ['openDraft', 'upload', 'receive', 'accept', 'claim', 'complete', 'decide', 'issue', 'handOver'] as const;

/** A case at the counter with everything that acceptance asks for, and who asked. */
export interface StandingCase {
  id: string;
  version: number;
  applicant: { name: string; identityNumber: string };
}

type Write = <T>(name: (typeof WRITE_STEPS)[number], work: () => Promise<T>) => Promise<T>;

const timed =
  (times: SampleTable): Write =>
  (name, work) =>
    times.time(name, work);

/**
 * From the counter to 收件: a draft with three uploads of 20 kB, received.
 * @param serial keeps applicants apart
 */
export async function receivedCase(clerk: HttpSession, item: JourneyItem, serial: number, times: SampleTable): Promise<StandingCase> {
  return await bringIn(clerk, item, serial, timed(times));
}

async function bringIn(clerk: HttpSession, item: JourneyItem, serial: number, write: Write): Promise<StandingCase> {
  const identityNumber = sampleIdentity(serial);
  const { answers } = item;
  const applicant = item.definition.applicantKinds.includes('natural')
    ? { kind: 'natural' as const, name: `测试${serial % 997}`, identityType: 'idCard' as const, identityNumber, phone: '13800138000' }
    : {
        kind: 'legal' as const,
        name: `临江测试${serial}有限公司`,
        identityType: 'creditCode' as const,
        identityNumber: '91350100M000100Y43',
        identityOverrideReason: '',
      };
  const draft = await write('openDraft', () =>
    clerk.call('openDraft', {
      // One applicant may come again while an earlier case is under way.
      body: { itemVersionId: item.versionId, applicant, answers, form: sampleForm(item.definition, serial), duplicateReason: '负载测试' },
    }),
  );
  let version = draft.version;
  for (const code of sampleMaterials(item.definition, answers, UPLOADS)) {
    const file = Buffer.from(samplePdf(UPLOAD_BYTES));
    const added = await write('upload', () =>
      clerk.upload('addMaterialFile', { id: draft.id, code }, { verdict: 'qualified' }, file, `${code}.pdf`),
    );
    version = added.version;
  }
  const received = await write('receive', () =>
    clerk.call('receiveCase', { params: { id: draft.id }, body: { expectedVersion: version } }),
  );
  return { id: draft.id, version: received.version, applicant };
}

/**
 * One complete case: a promised item of one department, from the counter to the pickup window.
 * @param serial keeps applicants apart
 * @returns the number of mutating requests
 */
export async function completeCase(crew: Crew, item: JourneyItem, serial: number, times: SampleTable): Promise<number> {
  const { clerk, approver, chief } = crew;
  let writes = 0;
  const write: Write = (name, work) => {
    writes += 1;
    return times.time(name, work);
  };
  const { id, version, applicant } = await bringIn(clerk, item, serial, write);
  const params = { id };
  let state = await write('accept', () => clerk.call('acceptCase', { params, body: { expectedVersion: version } }));
  for (;;) {
    const step = state.route.find((one) => one.status === 'pooled' && one.kind === 'review');
    if (!step?.taskId) break;
    const task = { id: step.taskId };
    const claimed = await write('claim', () => approver.call('claimTask', { params: task }));
    await write('complete', () =>
      approver.call('completeTask', {
        params: task,
        body: { expectedVersion: claimed.version, opinion: '材料齐全，符合条件，建议准予。' },
      }),
    );
    state = await times.time('getCase', () => approver.call('getCase', { params }));
  }
  const decided = await write('decide', () =>
    chief.call('decideCase', { params, body: { expectedVersion: state.version, decision: 'grant', opinion: '同意。' } }),
  );
  const issued = await write('issue', () =>
    approver.call('issueResult', { params, body: { expectedVersion: decided.version, place: '1 号窗口 A 柜 3 格' } }),
  );
  const collector = {
    relation: 'self' as const,
    name: applicant.name,
    identityNumber: applicant.identityNumber,
    identityChecked: true as const,
    signaturePng: SIGNATURE,
  };
  await write('handOver', () => clerk.call('handOver', { params, body: { expectedVersion: issued.version, method: 'window', collector } }));
  return writes;
}
