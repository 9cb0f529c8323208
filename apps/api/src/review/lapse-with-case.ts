import { isInReview } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type Case, CaseStore, type EventInput, SYSTEM_AUTHOR } from '../cases/index.js';
import { type CommandTx, JobRegistry, registerDueWork, type Statement } from '../platform/index.js';
import { CaseEndings } from './case-endings.js';

/** Requests of a feature that nobody answers any more once their case has ended. */
export interface LapsingRequests {
  /** Name of the sweep. */
  readonly name: string;
  /** The job that ends those of one case; imperative. */
  readonly topic: string;
  /** Ids of cases past review that still have one, without parameters, from an index of open requests alone. */
  readonly find: Statement<{ id: string }>;
  /** Ends those of a locked case; `by` is who ended the case, null for the system. @returns what is told */
  readonly lapse: (tx: CommandTx, row: Case, by: string | null) => Promise<EventInput[]>;
}

/** Ends requests with their case: at once when it is withdrawn or terminated; a decision looks at no request, and the next sweep ends them. */
@Injectable()
export class LapseWithCase {
  constructor(
    private readonly endings: CaseEndings,
    private readonly registry: JobRegistry,
    private readonly cases: CaseStore,
  ) {}

  /** Called once by the feature that the requests belong to. */
  register({ name, topic, find, lapse }: LapsingRequests): void {
    this.endings.register(async (tx, row, by) => ({ changes: {}, events: await lapse(tx, row, by) }));
    registerDueWork(this.registry, {
      name,
      everyMinutes: 5,
      topic,
      subject: 'caseId',
      find: (tx) => tx.query(find, []),
      act: async (tx, caseId) => {
        const row = await this.cases.lockForSystem(tx, caseId);
        if (isInReview(row.status)) return;
        const events = await lapse(tx, row, null);
        if (events.length > 0) await this.cases.note(tx, row, SYSTEM_AUTHOR, events);
      },
    });
  }
}
