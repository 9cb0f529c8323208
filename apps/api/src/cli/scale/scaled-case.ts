import { sampleAnswers, sampleForm } from '@onewindow/contracts';
import {
  dueDate,
  evaluate,
  expandRoute,
  type IsoDate,
  inOrder,
  LEAD_DEPARTMENT,
  maskPersonName,
  nearestDue,
  NO_DUE_DATE,
  type RouteStep,
  type WorkingCalendar,
} from '@onewindow/domain';
import type { Applicant } from '../../applicants/index.js';
import { type Case, type CaseEvent, type EventAuthor, nextEvent, NO_FOLLOW_UP, NO_STANDING, SYSTEM_AUTHOR } from '../../cases/index.js';
import { newId } from '../../platform/index.js';
import type { ReviewTask } from '../../review/index.js';
import type { Random } from './random.js';
import type { Officer, ScaleItem, World } from './world.js';

export interface ScaledCase {
  row: Case;
  tasks: ReviewTask[];
  events: CaseEvent[];
  clerk: Officer;
  /** Of the version's list, up to three. */
  materialCodes: string[];
  /** Set for concluded cases. */
  concludedAt: Date | null;
}

export interface ScaleInput {
  world: World;
  item: ScaleItem;
  applicant: Applicant;
  caseNo: string;
  receivedAt: Date;
  receivedOn: IsoDate;
  open: boolean;
  today: IsoDate;
  calendar: WorkingCalendar;
  random: Random;
}

const HOUR = 3_600_000;
const person = (one: Officer, place: string | null): EventAuthor => ({
  actorId: one.id,
  actorName: one.name,
  actorNo: one.staffNo,
  place,
  ip: '127.0.0.1',
});

/** One made-up case with its whole story, concluded or at a random step of its route. */
export function makeCase(input: ScaleInput): ScaledCase {
  const { world, item, applicant, random, receivedAt, receivedOn } = input;
  const clerk = random.pick(world.clerks);
  const row = caseRow(input, clerk);
  const events: CaseEvent[] = [];
  let at = receivedAt;
  const tell = (author: EventAuthor, action: string, more: Partial<Parameters<typeof nextEvent>[3]> = {}): void => {
    events.push(nextEvent(row, author, at, { action, ...more }));
  };
  const counter = person(clerk, world.hallNames.get(clerk.hallId ?? '') ?? null);
  tell(counter, 'openDraft', { toStatus: 'draft', data: { itemName: item.name } });
  tell(counter, 'receive', { fromStatus: 'draft', toStatus: 'received', data: { caseNo: row.caseNo ?? '' } });
  tell(counter, 'accept', { fromStatus: 'received', toStatus: 'accepted', data: { acceptedOn: receivedOn } });
  const steps = inOrder(expandRoute(item.definition.route)).filter((step) => evaluate(step.when, { answers: row.answers, form: row.form }));
  const done = input.open ? random.between(0, Math.max(0, steps.length - 1)) : steps.length;
  const tasks = steps.map((step, i) => {
    const task = taskRow(row, step, world, item);
    if (i > done) return task;
    open(task, at, input);
    const officers = world.officers.get(`${task.departmentId}/${task.role}`) ?? [];
    const officer = random.pick(officers.length > 0 ? officers : world.clerks);
    if (i === done && random.next() < 0.35) return Object.assign(task, { status: 'pooled' });
    at = new Date(at.getTime() + random.between(1, 20) * HOUR);
    Object.assign(task, { status: 'claimed', holderId: officer.id, claimedAt: at });
    tell(person(officer, null), 'task.claim', { taskId: task.id, data: { step: step.key, stepName: step.name } });
    if (i === done) return task;
    at = new Date(at.getTime() + random.between(1, 24) * HOUR);
    const outcome = step.kind === 'decision' ? 'grant' : 'agree';
    Object.assign(task, { status: 'done', doneAt: at, completedBy: officer.id, outcome, opinion: '材料齐全，符合条件，建议准予。' });
    tell(person(officer, null), 'task.complete', { taskId: task.id, data: { step: step.key, stepName: step.name, outcome } });
    if (step.kind === 'decision') {
      Object.assign(row, { status: 'decided', decision: 'grant', decidedAt: at, decidedOn: dayOf(at), decidedBy: officer.id });
      tell(person(officer, null), 'decide', { fromStatus: 'accepted', toStatus: 'decided', data: { decision: 'grant' } });
    }
    return task;
  });
  if (!input.open) conclude();
  const materialCodes = item.definition.materials.slice(0, 3).map((material) => material.code);
  return { row, tasks, events, clerk, materialCodes, concludedAt: row.concludedAt };

  function conclude(): void {
    at = new Date(at.getTime() + 4 * HOUR);
    row.readyAt = at;
    tell(SYSTEM_AUTHOR, 'issue', { fromStatus: 'decided', toStatus: 'ready', data: { result: item.definition.result.name } });
    at = new Date(at.getTime() + random.between(2, 90) * HOUR);
    Object.assign(row, { status: 'concluded', concludedAt: at, version: 8 });
    tell(counter, 'handOver', { fromStatus: 'ready', toStatus: 'concluded', data: { method: 'window', relation: 'self' } });
  }

  function caseRow(of: ScaleInput, by: Officer): Case {
    const { statutoryLimit, promisedLimit } = of.item.definition;
    const due = (limit: number | null) =>
      limit === null ? { due: null, provisional: false } : dueDate({ start: receivedOn, limit, calendar: of.calendar, today: of.today });
    const [statutory, promised] = [due(statutoryLimit), due(promisedLimit)];
    return {
      id: newId(),
      caseNo: of.caseNo,
      status: 'accepted',
      version: 4,
      itemId: item.itemId,
      itemVersionId: item.versionId,
      itemName: item.name,
      departmentId: item.departmentId,
      hallId: by.hallId ?? '',
      counterId: null,
      districtCode: world.districtCode,
      applicantId: applicant.id,
      applicantName: applicant.name,
      title: maskPersonName(applicant.name),
      agentRelation: null,
      agentScope: null,
      agentValidUntil: null,
      agentName: null,
      agentIdentitySealed: null,
      agentIdentityIndex: null,
      agentIdentityMasked: null,
      agentPhoneSealed: null,
      agentPhoneMasked: null,
      agentAuthority: null,
      answers: sampleAnswers(item.definition),
      form: plainForm(item),
      formSources: {},
      formCorrections: {},
      formOverrides: {},
      createdBy: by.id,
      createdAt: receivedAt,
      draftSavedAt: receivedAt,
      receivedAt,
      acceptedAt: receivedAt,
      acceptedOn: receivedOn,
      statutoryLimit,
      promisedLimit,
      statutoryDue: statutory.due,
      promisedDue: promised.due,
      statutoryProvisional: statutory.provisional,
      promisedProvisional: promised.provisional,
      halts: null,
      extensionDays: 0,
      decision: null,
      decisionReason: null,
      decidedAt: null,
      decidedOn: null,
      decidedBy: null,
      readyAt: null,
      concludedAt: null,
      endReason: null,
      feeCents: 0,
      feeReceiptNo: null,
      supplementCount: 0,
      ...NO_FOLLOW_UP,
      ...NO_STANDING,
      progressToken: newId().replaceAll('-', ''),
      eventCount: 0,
      eventHead: null,
    };
  }
}

/** Fields whose values the product keeps sealed are left empty: what was never given can't leak. */
function plainForm(item: ScaleItem): Record<string, unknown> {
  const sealed = new Set(
    Object.entries(item.definition.form.properties).flatMap(([key, field]) =>
      field.format === 'identity' || field.format === 'phone' ? [key] : [],
    ),
  );
  return Object.fromEntries(Object.entries(sampleForm(item.definition, 1)).filter(([key]) => !sealed.has(key)));
}

function taskRow(row: Case, step: RouteStep, world: World, item: ScaleItem): ReviewTask {
  const departmentId =
    step.departmentCode === LEAD_DEPARTMENT ? item.departmentId : (world.departmentIds.get(step.departmentCode) ?? item.departmentId);
  return {
    id: newId(),
    caseId: row.id,
    stepKey: step.key,
    round: 1,
    kind: step.kind,
    role: step.role,
    stepName: step.name,
    departmentId,
    isForeign: departmentId !== row.departmentId,
    hallId: row.hallId,
    districtCode: row.districtCode,
    status: 'waiting',
    version: 3,
    holderId: null,
    pooledAt: null,
    claimedAt: null,
    doneAt: null,
    completedBy: null,
    outcome: null,
    opinion: '',
    points: (step.points ?? []).map((text) => ({ text, state: 'open', note: null })),
    draftSavedAt: null,
    stepLimit: step.limit,
    stepStartedOn: null,
    stepDue: null,
    stepProvisional: false,
    statutoryDue: row.statutoryDue,
    promisedDue: row.promisedDue,
    nearestDue: nearestDue([row.statutoryDue, row.promisedDue]) ?? NO_DUE_DATE,
    paused: false,
    receivedAt: row.receivedAt ?? row.createdAt,
    idleSince: null,
    caseNo: row.caseNo ?? '',
    title: row.title,
    itemId: row.itemId,
    itemName: row.itemName,
  };
}

function open(task: ReviewTask, at: Date, { calendar, today }: ScaleInput): void {
  const startedOn = dayOf(at);
  const step = dueDate({ start: startedOn, limit: task.stepLimit, calendar, today });
  const dues = [task.statutoryDue, task.promisedDue, step.due];
  Object.assign(task, {
    pooledAt: at,
    stepStartedOn: startedOn,
    stepDue: step.due,
    stepProvisional: step.provisional,
    idleSince: startedOn,
    nearestDue: nearestDue(dues) ?? NO_DUE_DATE,
  });
}

/** Shanghai is eight hours ahead all year. */
function dayOf(at: Date): IsoDate {
  return new Date(at.getTime() + 8 * HOUR).toISOString().slice(0, 10);
}
