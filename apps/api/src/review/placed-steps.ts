import type { ItemDefinition } from '@onewindow/contracts';
import { expandRoute, isTaskOpen } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { Case } from '../cases/index.js';
import { departmentDoing, Organisation } from '../organisation/index.js';
import type { CommandTx } from '../platform/index.js';
import type { ReviewTask } from './review-task.entity.js';
import { doneBy } from './route-runner.js';
import { TaskStore } from './task-store.js';

/** CrossHall: the place of a case was corrected while it was reviewed, so other offices do its steps. */
@Injectable()
export class PlacedSteps {
  constructor(
    private readonly tasks: TaskStore,
    private readonly organisation: Organisation,
  ) {}

  /**
   * Steps that still wait go to the offices of the new place. What is at work stays where it is: its office refuses it (R5.3). So does what the
   * hall itself had sent to another department.
   * @param row with its new place
   * @returns the tasks at work that another office would do now
   */
  async follow(
    tx: CommandTx,
    row: Case,
    definition: ItemDefinition,
    all: readonly ReviewTask[],
    formerPlace: string | null,
  ): Promise<ReviewTask[]> {
    const units = await this.organisation.snapshot({ departments: [row.departmentId] }, tx);
    const { steps } = expandRoute(definition.route);
    const stayed: ReviewTask[] = [];
    for (const task of all.filter(({ status }) => isTaskOpen(status))) {
      const step = steps.find(({ key }) => key === task.stepKey);
      const former = step && departmentDoing(units, { ...row, placeCode: formerPlace }, step);
      const now = step && departmentDoing(units, row, step);
      if (!now || former?.id !== task.departmentId || now.id === former.id) continue;
      if (task.status === 'waiting') await this.tasks.save(tx, task, doneBy(row, now.id));
      else stayed.push(task);
    }
    return stayed;
  }
}
