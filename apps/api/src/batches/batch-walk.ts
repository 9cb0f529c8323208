import { DomainError } from '@onewindow/domain';
import { Injectable, Logger } from '@nestjs/common';
import { CommandRunner, type CommandTx, isUnavailable } from '../platform/index.js';
import type { BatchStatements, WaitingItem } from './batch-statements.js';

/** What a task that could not be done says, at most so many characters. */
const MESSAGE = 300;

interface Failure {
  code: string;
  reason: string;
}

/** What one order does with its tasks. */
export interface BatchWork<I extends WaitingItem> {
  id: string;
  /** Who hears of each step. */
  topics: readonly string[];
  /** The task's own rules and events, and the outcome on the item. */
  one: (tx: CommandTx, item: I) => Promise<void>;
  end: (tx: CommandTx) => Promise<void>;
  /** For what is no refusal. */
  unexpected: Failure;
  /** Better words than the refusal's own, such as who was first. */
  words?: (tx: CommandTx, item: I, failure: Failure) => Promise<string | undefined>;
}

/** Works a batch one task at a time, each in a transaction of its own with its outcome. */
@Injectable()
export class BatchWalk {
  private readonly logger = new Logger(BatchWalk.name);

  constructor(private readonly runner: CommandRunner) {}

  /**
   * Works the next waiting task.
   * @param after position of the task worked before; −1 begins
   * @returns its position, or null when none is waiting any more and the batch has ended
   */
  async next<I extends WaitingItem>(statements: BatchStatements<I>, work: BatchWork<I>, after: number): Promise<number | null> {
    let item: I | undefined;
    try {
      return await this.runner.runSystem(async (tx) => {
        const [[batch], [found]] = await Promise.all([tx.query(statements.lock, [work.id]), tx.query(statements.next, [work.id, after])]);
        item = found;
        if (item) await work.one(tx, item);
        else if (batch?.state === 'running') await work.end(tx);
        tx.touch(...work.topics);
        return item?.position ?? null;
      });
    } catch (error) {
      // Nothing is recorded against a task when it is the database that has gone: the job comes again.
      if (!item || isUnavailable(error)) throw error;
      const failed = item;
      if (!(error instanceof DomainError)) this.logger.error({ error, batch: work.id, task: failed.taskId }, 'a task of a batch failed');
      const failure = error instanceof DomainError ? { code: error.code, reason: error.title } : work.unexpected;
      await this.runner.runSystem(async (tx) => {
        const words = (await work.words?.(tx, failed, failure)) ?? failure.reason;
        await tx.query(statements.fail, [work.id, failed.position, failure.code, words.slice(0, MESSAGE)]);
        tx.touch(...work.topics);
      });
      return failed.position;
    }
  }
}

/** Batches that were left behind when a job failed for the last time. @param minutes longer than any batch takes */
export async function lostBatches<I extends WaitingItem>(
  tx: CommandTx,
  statements: BatchStatements<I>,
  minutes: number,
): Promise<string[]> {
  const before = new Date(tx.now.getTime() - minutes * 60_000);
  return (await tx.query(statements.unfinished, [before])).map(({ id }) => id);
}
