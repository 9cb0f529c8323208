import type { TaskConsultations } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../cases/index.js';
import { ItemVersions } from '../catalogue/index.js';
import { type Actor, Database } from '../platform/index.js';
import { TaskStore } from '../review/index.js';
import { AskedConsultations } from './asked-consultations.js';

/** What a task's officer needs to ask other departments, and to see what came of it. */
@Injectable()
export class TaskConsultationsReader {
  constructor(
    private readonly database: Database,
    private readonly tasks: TaskStore,
    private readonly cases: CaseStore,
    private readonly versions: ItemVersions,
    private readonly asked: AskedConsultations,
  ) {}

  /** @throws TaskNotFound, CaseNotFound */
  async get(actor: Actor, taskId: string): Promise<TaskConsultations> {
    const { task, all, calendar } = await this.tasks.getAmongAll(this.database, actor, taskId);
    const row = await this.cases.get(actor, task.caseId);
    const { definition } = await this.versions.get(row.itemVersionId);
    return await this.asked.present(
      this.database,
      actor,
      { row, task, all, ownConflict: false, route: definition.route, calendar },
      definition.route,
    );
  }
}
