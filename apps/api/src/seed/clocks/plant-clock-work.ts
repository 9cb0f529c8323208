import type { SpecialProcedureKind } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../../calendar/index.js';
import { EMPTY_PROCEDURE, type SpecialProcedure } from '../../clocks/index.js';
import { Clock, type CommandTx, newId, sql } from '../../platform/index.js';
import { Agenda } from '../cases/agenda.js';
import { Cast } from '../cases/cast.js';
import { WorkingTimes } from '../cases/working-times.js';
import { ClockWorkSteps } from './clock-work-steps.js';

/** An open piece of work whose case has rested since `last`. */
interface Candidate {
  caseId: string;
  taskId: string;
  holderId: string;
  departmentId: string;
  itemName: string;
  stepKey: string;
  last: Date;
}

/** Those of the well-known officers first, so that the accounts of the guides show it. */
const CANDIDATES = sql<Candidate>(
  `SELECT c.id AS "caseId", t.id AS "taskId", t.holder_id AS "holderId", c.department_id AS "departmentId", c.item_name AS "itemName",
          t.step_key AS "stepKey", (SELECT max(e.at) FROM case_event e WHERE e.case_id = c.id) AS last
     FROM cases c JOIN review_task t ON t.case_id = c.id AND t.status = 'claimed' AND t.kind = 'review' JOIN staff s ON s.id = t.holder_id
    WHERE c.status = 'accepted' AND NOT t.is_foreign
    ORDER BY s.staff_no NOT IN ('LJ-03125', 'LJ-03118'), last, c.id`,
);

const PLACE = '公共场所卫生许可';
const LIFT = '既有住宅增设电梯';
const LAW = '《中华人民共和国行政许可法》第四十五条';

/** What stands still in the demonstration: testing that runs, one that overran, a public notice with an objection, a request, an extension. */
@Injectable()
export class ClockWorkPlanter {
  constructor(
    private readonly calendars: WorkingCalendars,
    private readonly clock: Clock,
    private readonly steps: ClockWorkSteps,
  ) {}

  /** Runs when the cases are told; takes what fits and leaves out what the calendar of the day does not allow. */
  async plant(tx: CommandTx): Promise<void> {
    const times = new WorkingTimes(this.clock.now(), await this.calendars.current());
    const cast = await Cast.read(tx);
    const left = await tx.query(CANDIDATES);
    const agenda = new Agenda();
    const caseIds: string[] = [];
    /** A case of the item that has rested since before that day. */
    const take = (item: string, step: string, days: number): Candidate | undefined => {
      const at = left.findIndex((one) => one.itemName === item && one.stepKey === step && one.last < times.at(days, 0.2));
      return at < 0 ? undefined : left.splice(at, 1)[0];
    };
    const pause = (on: Candidate | undefined, days: number, plan: Planned): void => {
      if (!on) return;
      const holder = cast.member(on.holderId);
      const chief = cast.officer(on.departmentId, 'chief', 0);
      const procedure = procedureOf(on, plan);
      caseIds.push(on.caseId);
      agenda.add(times.at(days, 0.3), (then) => this.steps.request(then, holder, procedure));
      if (plan.isWaiting) return;
      agenda.add(times.at(days, 0.6), (then) => this.steps.approve(then, chief, procedure));
      if (plan.objection) {
        const { by, words } = plan.objection;
        agenda.add(times.at(Math.max(0, days - 1), 0.5), (then) => this.steps.object(then, holder, procedure, by, words));
      }
    };
    pause(take(PLACE, 'review', 5), 5, { ...TESTING, days: 2, reason: '池水余氯超出限值，整改后由检测机构复检' });
    pause(take(PLACE, 'review', 2), 2, { ...TESTING, days: 7, reason: '新风量检测点位不足，须补测' });
    pause(take(PLACE, 'review', 0), 0, { ...TESTING, days: 5, reason: '检测报告缺少照度项目，须补测', isWaiting: true });
    pause(take(LIFT, 'notice', 3), 3, {
      kind: 'publicNotice',
      basis: '《广州市既有住宅增设电梯办法》第十一条',
      days: 10,
      unit: 'calendar',
      reason: '按事项规定公示设计方案和相邻影响',
      objection: { by: '二单元 201 住户', words: '电梯井道紧邻卧室窗户，担心采光和噪声' },
    });
    const extended = take('食品经营许可（新办）', 'site', 1) ?? take('食品经营许可（新办）', 'paper', 1);
    if (extended) {
      const chief = cast.officer(extended.departmentId, 'chief', 0);
      agenda.add(times.at(1, 0.7), (then) => this.steps.extend(then, chief, extended));
    }
    await agenda.tell(tx);
    // R1.7: the nights between then and now.
    for (const caseId of caseIds.sort()) await this.steps.renew.renew(tx, caseId);
  }
}

interface Planned {
  kind: SpecialProcedureKind;
  basis: string;
  days: number;
  unit: 'calendar' | 'working';
  reason: string;
  isWaiting?: boolean;
  objection?: { by: string; words: string };
}
const TESTING = { kind: 'testing', basis: LAW, unit: 'working' } as const;

function procedureOf(on: Candidate, { kind, basis, days, unit, reason }: Planned): SpecialProcedure {
  const { caseId, taskId, departmentId, holderId: requestedBy } = on;
  const asked = { kind, basis, days, unit, reason, requestedBy, requestedAt: new Date(0) };
  return { ...EMPTY_PROCEDURE, id: newId(), caseId, taskId, departmentId, ...asked };
}
