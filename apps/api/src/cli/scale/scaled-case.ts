import { sampleAnswers, sampleForm } from '@onewindow/contracts';
import { maskPersonName } from '@onewindow/domain';
import { NO_AGENT } from '../../applicants/index.js';
import {
  type Case,
  type CaseEvent,
  type EventAuthor,
  type EventInput,
  nextEvent,
  NO_FOLLOW_UP,
  NO_STANDING,
  NOT_ACCEPTED_YET,
  SYSTEM_AUTHOR,
} from '../../cases/index.js';
import type { SpecialProcedure } from '../../clocks/index.js';
import { newId } from '../../platform/index.js';
import type { ReviewTask } from '../../review/index.js';
import type { ScaleInput } from './scale-input.js';
import { makePause, settleDates } from './scaled-pause.js';
import { ScaledReview } from './scaled-review.js';
import { byOfficer, HOUR, type Tell } from './scaled-words.js';
import type { Officer, ScaleItem } from './world.js';

export interface ScaledCase {
  row: Case;
  tasks: ReviewTask[];
  events: CaseEvent[];
  /** What stopped its clocks; null for most. */
  procedure: SpecialProcedure | null;
  clerk: Officer;
  /** Of the version's list, up to three. */
  materialCodes: string[];
  /** Set for concluded cases. */
  concludedAt: Date | null;
}

/** One made-up case with its whole story, concluded or at a random step of its route. */
export function makeCase(input: ScaleInput): ScaledCase {
  const { world, item, applicant, random, receivedAt, receivedOn, today } = input;
  const clerk = random.pick(world.clerks);
  const row = caseRow(input, clerk);
  const stories: { at: Date; author: EventAuthor; event: EventInput }[] = [];
  const tell: Tell = (at, author, event) => void stories.push({ at, author, event });
  const counter = byOfficer(clerk, world.hallNames.get(clerk.hallId ?? '') ?? null);
  tell(receivedAt, counter, { action: 'openDraft', toStatus: 'draft', data: { itemName: item.name } });
  tell(receivedAt, counter, { action: 'receive', fromStatus: 'draft', toStatus: 'received', data: { caseNo: row.caseNo ?? '' } });
  tell(receivedAt, counter, { action: 'accept', fromStatus: 'received', toStatus: 'accepted', data: { acceptedOn: receivedOn } });
  const lead = (role: string): Officer => random.pick(world.officers.get(`${item.departmentId}/${role}`) ?? world.clerks);
  const procedure = makePause(input, row, lead('approver'), lead('chief'), tell);
  const review = new ScaledReview(input, row, new Date(`${today}T00:00:00+08:00`), tell);
  const decidedAt = review.walk();
  const { tasks } = review;
  if (procedure) procedure.taskId = tasks[0]?.id ?? procedure.taskId;
  settleDates(row, tasks, input);
  if (!input.open) conclude(decidedAt);
  const materialCodes = item.definition.materials.slice(0, 3).map((material) => material.code);
  // A procedure runs beside the steps: the story tells everything in the order in which it happened.
  stories.sort((one, other) => one.at.getTime() - other.at.getTime());
  const events = stories.map(({ at, author, event }) => nextEvent(row, author, at, event));
  return { row, tasks, events, procedure, clerk, materialCodes, concludedAt: row.concludedAt };

  function conclude(decided: Date): void {
    const ready = new Date(decided.getTime() + 4 * HOUR);
    row.readyAt = ready;
    tell(ready, SYSTEM_AUTHOR, {
      action: 'issue',
      fromStatus: 'decided',
      toStatus: 'ready',
      data: { result: item.definition.result.name },
    });
    const over = new Date(ready.getTime() + random.between(2, 90) * HOUR);
    Object.assign(row, { status: 'concluded', concludedAt: over, version: 8 });
    const data = { method: 'window', relation: 'self' };
    tell(over, counter, { action: 'handOver', fromStatus: 'ready', toStatus: 'concluded', data });
  }

  function caseRow(of: ScaleInput, by: Officer): Case {
    const { statutoryLimit, promisedLimit } = of.item.definition;
    return {
      ...NO_AGENT,
      ...NO_STANDING,
      ...NO_FOLLOW_UP,
      // Its due dates come from its pauses, once they are known.
      ...NOT_ACCEPTED_YET,
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
      feeCents: 0,
      progressToken: newId().replaceAll('-', ''),
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
