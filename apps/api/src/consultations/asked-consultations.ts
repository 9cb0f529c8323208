import type { AskedConsultation, TaskConsultations } from '@onewindow/contracts';
import {
  DEFAULT_CONSULTATION_LIMIT,
  isOpinionGiven,
  isTaskOpen,
  type RouteDefinition,
  shanghaiToday,
  silenceCountsOn,
  TASK_STATUS_LABELS,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { presentClock, presentPause } from '../cases/index.js';
import { Organisation, StaffNames } from '../organisation/index.js';
import { type Actor, Clock, type CommandTx } from '../platform/index.js';
import { inWhoseName, type LockedTask, type TaskWithHolder } from '../review/index.js';
import { ConsultationRecords } from './consultation-records.js';
import type { Consultation } from './consultation.entity.js';
import { ConsultedDepartments } from './consulted-departments.js';

type Reader = Pick<CommandTx, 'query'>;

/** What the asking department sees: who was asked on this case, who has answered, who is silent and when silence will count. */
@Injectable()
export class AskedConsultations {
  constructor(
    private readonly records: ConsultationRecords,
    private readonly departments: ConsultedDepartments,
    private readonly organisation: Organisation,
    private readonly staff: StaffNames,
    private readonly calendars: WorkingCalendars,
    private readonly clock: Clock,
  ) {}

  async present(reader: Reader, actor: Actor, asking: LockedTask, route: RouteDefinition): Promise<TaskConsultations> {
    const [asked, departments] = await Promise.all([this.asked(reader, actor, asking), this.departments.offered(reader, asking)]);
    return { asked, departments, defaultLimit: defaultLimit(route) };
  }

  private async asked(reader: Reader, actor: Actor, asking: LockedTask): Promise<AskedConsultation[]> {
    const records = await this.records.ofCase(reader, asking.row.id);
    const tasks = new Map(asking.all.map((task) => [task.id, task]));
    const names = await this.staff.refs(
      records.map(({ askedBy }) => askedBy),
      reader,
    );
    const units = await this.organisation.snapshot({ departments: asking.all.map(({ departmentId }) => departmentId) }, reader);
    const calendar = await this.calendars.current();
    const today = shanghaiToday(this.clock.now());
    return records.flatMap((record) => {
      const task = tasks.get(record.taskId);
      if (!task) return [];
      const isOpen = isTaskOpen(task.status);
      const pauses = asking.row.halts;
      const clock = { start: task.stepStartedOn, due: task.stepDue, provisional: task.stepProvisional, pauses };
      return {
        taskId: task.id,
        department: units.departmentRef(task.departmentId),
        question: record.question,
        askedBy: names.get(record.askedBy) ?? { id: record.askedBy, name: '', staffNo: '' },
        askedAt: record.askedAt.toISOString(),
        status: task.status,
        clock: isOpen ? presentClock(clock, today, calendar) : null,
        paused: isOpen && task.paused ? presentPause(pauses, today, calendar) : null,
        silenceOn: task.stepDue === null ? null : silenceCountsOn(task.stepDue),
        holder: task.holderId ? { id: task.holderId, name: task.holderName ?? '', staffNo: task.holderNo ?? '' } : null,
        outcome: task.outcome,
        // Half an answer is the other department's own until it is sent, and stays so when it is no longer wanted.
        opinion: isOpinionGiven(task.status) ? task.opinion : '',
        doneAt: task.doneAt?.toISOString() ?? null,
        withdrawnReason: record.withdrawnReason,
        actions: [withdrawal(actor, asking, record, task)],
      };
    });
  }
}

/** The item's own limit for consultations where its route has one (5 working days for lifts), else the usual one. */
export function defaultLimit(route: RouteDefinition): number {
  return route.steps.find(({ kind }) => kind === 'consultation')?.limit ?? DEFAULT_CONSULTATION_LIMIT;
}

function withdrawal(
  actor: Actor,
  { all, principal }: LockedTask,
  record: Consultation,
  task: TaskWithHolder,
): AskedConsultation['actions'][number] {
  const action = 'withdraw';
  if (!isTaskOpen(task.status)) return { action, allowed: false, reason: `已经“${TASK_STATUS_LABELS[task.status]}”` };
  const asking = all.find(({ id }) => id === record.askingTaskId);
  if (asking?.holderId !== inWhoseName(actor, { principal })) return { action, allowed: false, reason: '由征求意见的环节的持件人撤回' };
  return { action, allowed: true };
}
