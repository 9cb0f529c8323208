import type { endpoints, ResponseOf } from '@onewindow/contracts';
import { planEvenOut } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Clock, Database, sql } from '../platform/index.js';
import { type MovableWork, ReassignPlanner } from '../supervision/index.js';
import type { OfficerRow } from './board-reads.js';
import { DepartmentCrew } from './department-crew.js';

type Preview = ResponseOf<typeof endpoints.previewEvenOut>;

/** So much is looked at at once; a fuller department is evened out in several goes. */
const AT_MOST = 2_000;
/** What nobody has begun moves rather than what is half done, and of it what came last: whoever has read a case keeps it. */
const HELD = sql<{ id: string }>(
  `SELECT t.id FROM review_task t WHERE t.status = 'claimed' AND t.holder_id = ANY($2::uuid[]) AND t.department_id = $1
   ORDER BY t.draft_saved_at IS NOT NULL, t.claimed_at DESC, t.id LIMIT ${AT_MOST}`,
);

/** 均衡: which tasks would have to change hands so that everybody has as much. Changes nothing. */
@Injectable()
export class EvenOutPlanner {
  constructor(
    private readonly database: Database,
    private readonly crew: DepartmentCrew,
    private readonly planner: ReassignPlanner,
    private readonly clock: Clock,
  ) {}

  async preview(actor: Actor): Promise<Preview> {
    const asOf = this.clock.now().toISOString();
    const crew = await this.crew.officers(actor);
    // Whoever is away keeps what they have: the delegate works it. Handing it over is another thing.
    const present = crew.filter(({ leave }) => leave === null);
    const held = await this.database.query(HELD, [actor.departmentId, present.map(({ id }) => id)]);
    const work = await this.planner.movable(
      this.database,
      actor,
      held.map(({ id }) => id),
    );
    const taking = present.filter(({ id }) => work.takers.has(id) || work.tasks.some(({ holderId }) => holderId === id));
    const loads = new Map(taking.map(({ id }) => [id, work.loads.get(id) ?? 0]));
    const plan = planEvenOut({ tasks: heldTasks(work), loads });
    const after = [...plan.loads.values()].reduce((sum, load) => sum + load, 0);
    return {
      asOf,
      moves: presentMoves(plan.moves, work, crew),
      average: taking.length === 0 ? 0 : Math.round((after / taking.length) * 10) / 10,
      officers: taking
        .map((officer) => loadOf(officer, loads, plan.loads))
        .sort((a, b) => b.before - a.before || (a.staff.staffNo < b.staff.staffNo ? -1 : 1)),
      notTaking: crew
        .filter((officer) => !taking.includes(officer))
        .map((officer) => ({ staff: refOf(officer), reason: officer.leave ? '不在岗，有人代办' : '没有可接手的环节' })),
    };
  }
}

function heldTasks({ movable }: MovableWork): { id: string; holderId: string; candidateIds: readonly string[] }[] {
  return movable.flatMap(({ id, holderId, candidateIds }) => (holderId === null ? [] : [{ id, holderId, candidateIds }]));
}

function presentMoves(
  moves: readonly { taskId: string; fromId: string; toId: string }[],
  work: MovableWork,
  crew: readonly OfficerRow[],
): Preview['moves'] {
  const tasks = new Map(work.tasks.map((task) => [task.id, task]));
  const people = new Map(crew.map((officer) => [officer.id, officer]));
  return moves.flatMap(({ taskId, fromId, toId }) => {
    const [task, from, to] = [tasks.get(taskId), people.get(fromId), people.get(toId)];
    if (!task || !from || !to) return [];
    return [{ taskId, caseNo: task.caseNo, title: task.title, itemName: task.itemName, from: refOf(from), to: refOf(to) }];
  });
}

function loadOf(officer: OfficerRow, before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): Preview['officers'][number] {
  const now = before.get(officer.id) ?? 0;
  const then = after.get(officer.id) ?? now;
  return { staff: refOf(officer), before: now, delta: then - now, after: then };
}

function refOf({ id, name, staffNo }: OfficerRow): { id: string; name: string; staffNo: string } {
  return { id, name, staffNo };
}
