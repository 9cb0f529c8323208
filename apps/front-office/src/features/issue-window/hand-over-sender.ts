import type { ProblemError } from '@onewindow/api-client';
import type { DeliveryInput, ReadyRow } from '@onewindow/contracts';
import type { PickupMethod } from '@onewindow/domain';
import type { CollectorInput } from './collector.js';

/** Who takes it, and which way it goes. */
export interface HandOverWay {
  method: PickupMethod;
  collector: CollectorInput;
  delivery?: DeliveryInput | undefined;
}

/** One hand-over as it goes out; a repetition is the very same. */
export interface HandOverRequest {
  caseId: string;
  expectedVersion: number;
  way: HandOverWay;
  idempotencyKey: string;
}

export interface SenderPorts {
  send(request: HandOverRequest): Promise<void>;
  problemOf(error: unknown): ProblemError;
  newKey(): string;
  wait(ms: number): Promise<void>;
}

/** A lost answer is asked for again this often, with a pause between. */
const REPEATS = 2;
const PAUSE_MS = 1000;

/**
 * Sends hand-overs so that a broken line hands nothing over twice: a request without an answer is repeated as it was, under its own key,
 * at once and again when the clerk presses the button another time.
 */
export class HandOverSender {
  private readonly open = new Map<string, HandOverRequest>();

  constructor(private readonly ports: SenderPorts) {}

  /** @returns null when it was handed over, else why not */
  async handOver(row: Pick<ReadyRow, 'caseId' | 'version'>, way: HandOverWay): Promise<ProblemError | null> {
    const request = this.requestFor(row, way);
    this.open.set(row.caseId, request);
    for (let left = REPEATS; ; left--) {
      const problem = await this.attempt(request);
      if (!problem?.outcomeUnknown) {
        this.open.delete(row.caseId);
        return problem;
      }
      if (left === 0) return problem;
      await this.ports.wait(PAUSE_MS);
    }
  }

  private requestFor({ caseId, version }: Pick<ReadyRow, 'caseId' | 'version'>, way: HandOverWay): HandOverRequest {
    const before = this.open.get(caseId);
    const isSame = before !== undefined && JSON.stringify(before.way) === JSON.stringify(way);
    return isSame ? before : { caseId, expectedVersion: version, way, idempotencyKey: this.ports.newKey() };
  }

  private async attempt(request: HandOverRequest): Promise<ProblemError | null> {
    try {
      await this.ports.send(request);
      return null;
    } catch (error) {
      return this.ports.problemOf(error);
    }
  }
}
