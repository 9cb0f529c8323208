import { topicOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { CommandRunner, type CommandTx, FileStore, sql } from '../../platform/index.js';
import type { PrintedDocument } from '../document/document-model.js';
import { DocumentRenderer } from '../render/document-renderer.js';
import { problemWords } from '../render/problem-words.js';

/** A rendered PDF whose bytes are kept. */
export interface PrintedFile {
  readonly sha256: string;
  readonly size: number;
}

const SCREENS = sql<{ hallId: string; departmentId: string }>(
  `SELECT hall_id AS "hallId", department_id AS "departmentId" FROM cases WHERE id = $1`,
);

/** What printing a notice and printing a result have in common. */
@Injectable()
export class PrintJob {
  constructor(
    private readonly renderer: DocumentRenderer,
    private readonly files: FileStore,
    private readonly runner: CommandRunner,
  ) {}

  /**
   * Renders and keeps a document, outside any transaction. The bytes depend on the document alone, so doing it twice keeps one file.
   * A document that can't be printed says so on its record before the job fails: `recordProblem` writes the Chinese sentence.
   */
  async print(
    document: PrintedDocument,
    recordProblem: (tx: CommandTx, problem: string) => Promise<void>,
    manner: 'urgent' | 'queued' = 'queued',
  ): Promise<PrintedFile> {
    try {
      return await this.files.put(await this.renderer.render(document, manner));
    } catch (error) {
      const problem = problemWords(error);
      if (problem !== null) await this.runner.runSystem((tx) => recordProblem(tx, problem));
      throw error;
    }
  }

  /** Open screens of the case show the document at once. */
  async tell(tx: CommandTx, caseId: string): Promise<void> {
    const [place] = await tx.query(SCREENS, [caseId]);
    if (place) tx.touch(topicOf.case(caseId), topicOf.hall(place.hallId), topicOf.department(place.departmentId));
  }
}
