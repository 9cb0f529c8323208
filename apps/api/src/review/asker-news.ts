import { caseNamed, isAskedBy, isAskedConsultation } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { NotificationWriter } from '../notifications/index.js';
import { Organisation } from '../organisation/index.js';
import type { CommandTx } from '../platform/index.js';
import type { ReviewTask } from './review-task.entity.js';

/** 协办: tells the holder of the asking task what came of the question. Costs nothing for a task that nobody asked for. */
@Injectable()
export class AskerNews {
  constructor(
    private readonly organisation: Organisation,
    private readonly notifications: NotificationWriter,
  ) {}

  /** Of a question beside the route, the department that was asked: all of them are called 协办. */
  async departmentOf(consulted: ReviewTask): Promise<{ department?: string }> {
    if (!isAskedConsultation(consulted.stepKey)) return {};
    return { department: (await this.organisation.department(consulted.departmentId)).shortName };
  }

  /** @param all every task of the case @param what 答复：…, 拒签：…, 视为无意见 */
  async tell(tx: CommandTx, all: readonly ReviewTask[], consulted: ReviewTask, what: string): Promise<void> {
    if (!isAskedConsultation(consulted.stepKey)) return;
    const asking = all.find((task) => isAskedBy(consulted.stepKey, task.id));
    if (!asking?.holderId) return;
    const { shortName } = await this.organisation.department(consulted.departmentId);
    const words = `${caseNamed(asking)}：${shortName}${what}`;
    await this.notifications.write(tx, [{ staffId: asking.holderId, words, caseId: asking.caseId, taskId: asking.id }]);
  }
}
